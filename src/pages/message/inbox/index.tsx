import { useRouter } from '@tarojs/taro'
import { BoundOnly } from '@/features/bound-only'
import { Inbox } from '@/features/message/components/inbox/inbox'
import { PageFrame } from '@/ui/page-frame'

/** What the person was told. */
export default function InboxPage() {
  const { params } = useRouter()
  return (
    <PageFrame title="消息">
      <BoundOnly why="绑定后，预约、答复和办理进度会在这里告诉您">
        <Inbox open={params.open} />
      </BoundOnly>
    </PageFrame>
  )
}
