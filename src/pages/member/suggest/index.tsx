import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** A complaint or a suggestion. */
export default function SuggestPage() {
  return <PageFrame title="投诉与建议" />
}
