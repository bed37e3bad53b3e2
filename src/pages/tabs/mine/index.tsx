import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** This person: what they joined, their data, how they like to read. */
export default function MinePage() {
  return <PageFrame title="我的" root />
}
