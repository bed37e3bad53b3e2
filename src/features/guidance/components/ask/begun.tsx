import { View } from '@tarojs/components'
import { matchedByLabels } from '@/domain/guidance/labels'
import { sayDay } from '@/domain/time'
import { AskMessages } from '@/features/ask-messages'
import { replaceWith } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Done } from '@/ui/page-state'
import type { GuidanceView } from '../guidance-model'
import { nameOf, whyOf } from '../guide-words'
import './begun.scss'

const TOLD = ['progress', 'todo', 'reminder'] as const

/** It has begun: who guides and why, and what comes next. */
export function Begun({ view: { outline, full, now } }: { view: GuidanceView }) {
  const { id, owner, topic, dueAt } = outline
  const match = full?.match
  return (
    <>
      <Done title="已提交" next={`由${nameOf(owner)}辅导`} />
      <Card flush>
        {match && (
          <ListRow icon="person" title={matchedByLabels[match.by]} note={whyOf(match, { topic, now, ours: true })} />
        )}
        {dueAt !== null && (
          <ListRow icon="clock" title={`${sayDay(dueAt, now)}前联系您`} note="约好会面时间，会发消息告诉您" />
        )}
        <ListRow icon="list" title="进度、清单和文件都在指导页" note="企业的每位联络人都能看到" />
      </Card>
      <AskMessages templates={TOLD} />
      <View className="guidance-begun__on">
        <Button kind="main" onPress={() => replaceWith('guidance', { consultationId: id })}>
          看指导进度
        </Button>
      </View>
    </>
  )
}
