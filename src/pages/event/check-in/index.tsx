import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Checking in: by the code on the desk, by a picture of it or by its digits. */
export default function CheckInPage() {
  return <PageFrame title="签到" />
}
