import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Who signed up and who came. */
export default function RosterPage() {
  return <PageFrame title="签到名单" />
}
