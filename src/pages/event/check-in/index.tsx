import { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { CheckIn } from '@/features/event/components/check-in/check-in'
import { entryOf } from '@/features/event/components/check-in/entry'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** Checking in by the code on the desk; also where WeChat's own scanner leads. */
export default function CheckInPage() {
  const { params } = useRouter()
  const entry = useMemo(() => entryOf(params), [params])
  return (
    <PageFrame title="签到">
      <CheckIn entry={entry} />
    </PageFrame>
  )
}
