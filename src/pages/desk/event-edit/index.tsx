import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Writing, changing and publishing an event. */
export default function EventEditPage() {
  return <PageFrame title="编辑活动" />
}
