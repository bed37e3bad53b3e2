import { useSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'

/** How many unread messages wait in the inbox; none for who is not bound, for whom nobody asks. */
export function useUnread(): { unread: number; refresh: () => Promise<void> } {
  const { member } = useSession()
  const { data, refresh } = useCall('message.unread', {}, { keep: true, skip: member === null })
  return { unread: member === null ? 0 : (data?.unread ?? 0), refresh }
}
