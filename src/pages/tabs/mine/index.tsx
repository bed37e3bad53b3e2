import { Text } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { CallFailed } from '@/features/call-state'
import { SelfCard } from '@/features/member/components/self-card'
import { MessagesRow } from '@/features/message/components/messages-row'
import { useListGestures } from '@/features/use-list-gestures'
import { useLargeType } from '@/lib/preferences'
import { to } from '@/lib/routes'
import { holdsDeskRole, refreshSession, useSession } from '@/lib/session'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { PageFrame } from '@/ui/page-frame'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { SwitchRow } from '@/ui/switch-row'
import './index.scss'

const refresh = async () => {
  await refreshSession()
}

/** Who I am here, what is mine, how I like to read. */
export default function MinePage() {
  const session = useSession()
  const [large, chooseLarge] = useLargeType()
  useDidShow(() => void refresh())
  useListGestures({ refresh })
  const waiting = session.error ? <CallFailed error={session.error} onRetry={refresh} /> : <Skeleton count={1} />
  return (
    <PageFrame title="我的" root>
      {session.known ? <SelfCard session={session} /> : waiting}
      {holdsDeskRole(session.grants) && (
        <Card flush>
          <ListRow icon="desk" title="工作台" note="活动、身份确认和展馆内容" onPress={() => void to.desk()} />
        </Card>
      )}
      <SectionTitle>我的记录</SectionTitle>
      <Card flush>
        <MessagesRow />
        <ListRow icon="calendar" title="我的活动" note="报名、候补和签到记录" onPress={() => void to.myEvents()} />
        <ListRow
          icon="flag"
          title="我的企业"
          note="成为企业联络人，替企业预约"
          onPress={() => void to.myEnterprises()}
        />
        <ListRow
          icon="shield"
          title="我的数据"
          note="查看、导出、更正、删除，谁看过"
          onPress={() => void to.myData()}
        />
      </Card>
      <SectionTitle>设置与帮助</SectionTitle>
      <Card flush>
        <SwitchRow icon="text" title="长辈版" note="更大的字和按钮" checked={large} onChange={chooseLarge} />
        <ListRow icon="chat" title="投诉与建议" note="写给党委，可以查看答复" onPress={() => void to.suggest()} />
      </Card>
      <Text className="mine__foot">红链通 · 清远高新区两新组织党委</Text>
    </PageFrame>
  )
}
