import { PageFrame } from '@/ui/page-frame'

/** Booking the service team. */
export default function BookServicePage() {
  return <PageFrame title="预约咨询" />
}
