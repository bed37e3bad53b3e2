import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The check-in desk: the changing code, the count, the last arrivals. */
export default function EventDeskPage() {
  return <PageFrame title="签到台" />
}
