import { usePullDownRefresh } from '@tarojs/taro'
import { to } from '@/lib/routes'
import { useSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { Badge } from '@/ui/badge'
import { ListRow } from '@/ui/list-row'

/** The way to the inbox, with how many unread messages wait there. */
export function MessagesRow() {
  const { member } = useSession()
  const { data, refresh } = useCall('message.unread', {}, { keep: true, skip: member === null })
  usePullDownRefresh(() => void refresh())
  const unread = member === null ? 0 : (data?.unread ?? 0)
  return (
    <ListRow
      icon="bell"
      title="消息"
      note="预约、咨询和办理进度"
      trailing={unread > 0 && <Badge count={unread} label={`${unread} 条未读`} />}
      onPress={() => void to.inbox()}
    />
  )
}
