import { PageFrame } from '@/ui/page-frame'

/** What an enterprise has asked. */
export default function MyConsultationsPage() {
  return <PageFrame title="我的咨询" />
}
