import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The desk: what waits for a secretary or staff. */
export default function DeskPage() {
  return <PageFrame title="工作台" />
}
