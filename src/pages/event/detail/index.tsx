import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** One event. */
export default function EventPage() {
  return <PageFrame title="活动详情" />
}
