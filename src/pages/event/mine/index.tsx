import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Every event this person signed up for, with its state. */
export default function MyEventsPage() {
  return <PageFrame title="我的活动" />
}
