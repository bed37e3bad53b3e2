import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The events that this person organises. */
export default function DeskEventsPage() {
  return <PageFrame title="活动管理" />
}
