import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Bindings to confirm and merge. */
export default function MemberListPage() {
  return <PageFrame title="党员管理" />
}
