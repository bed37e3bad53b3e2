import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The eight halls of the centre. */
export default function HallsPage() {
  return <PageFrame title="展馆" root />
}
