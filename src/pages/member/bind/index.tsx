import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Binding: who this person is and to which branch they belong. */
export default function BindPage() {
  return <PageFrame title="绑定身份" />
}
