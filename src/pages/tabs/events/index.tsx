import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** What is on: the list of events and the month. */
export default function EventsPage() {
  return <PageFrame title="活动" root />
}
