import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** This person today: the next thing, what waits for them, what is on. */
export default function HomePage() {
  return <PageFrame title="首页" root />
}
