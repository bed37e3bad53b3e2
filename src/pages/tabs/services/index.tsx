import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The chain service day and the service team. */
export default function ServicesPage() {
  return <PageFrame title="服务" root />
}
