import { PageFrame } from '@/ui/page-frame'

/** One service day. */
export default function ServiceDayPage() {
  return <PageFrame title="服务日" />
}
