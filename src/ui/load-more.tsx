import { Text, View } from '@tarojs/components'
import { Button } from './button'
import './load-more.scss'

export interface LoadMoreProps {
  state: 'more' | 'working' | 'failed' | 'end'
  onMore: () => unknown
  /** Words for the end of the list. */
  end?: string
}

/** The foot of a list that comes in pages. */
export function LoadMore({ state, onMore, end = '已经到底了' }: LoadMoreProps) {
  if (state === 'end') return <Text className="load-more__end">{end}</Text>
  return (
    <View className="load-more">
      {state === 'failed' && <Text className="load-more__end">后面的内容没有加载出来</Text>}
      <Button kind="link" working={state === 'working'} onPress={onMore}>
        {state === 'failed' ? '再试一次' : state === 'working' ? '正在加载' : '查看更多'}
      </Button>
    </View>
  )
}
