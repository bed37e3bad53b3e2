import { usePullDownRefresh } from '@tarojs/taro'
import { useUnread } from '@/features/use-unread'
import { to } from '@/lib/routes'
import { Badge } from '@/ui/badge'
import { ListRow } from '@/ui/list-row'

/** The way to the inbox, with how many unread messages wait there. */
export function MessagesRow() {
  const { unread, refresh } = useUnread()
  usePullDownRefresh(() => void refresh())
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
