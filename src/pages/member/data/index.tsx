import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** What is kept about this person: see, take out, correct, delete, who looked. */
export default function MyDataPage() {
  return <PageFrame title="我的数据" />
}
