import { PageFrame } from '@/ui/page-frame'

/** One question of an enterprise. */
export default function ConsultationPage() {
  return <PageFrame title="咨询详情" />
}
