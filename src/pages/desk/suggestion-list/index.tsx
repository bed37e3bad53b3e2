import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Complaints and suggestions, each with its next step. */
export default function SuggestionsPage() {
  return <PageFrame title="建议办理" />
}
