import { useRouter } from '@tarojs/taro'
import { TimelineView } from '@/features/exhibit/components/timeline/timeline'
import { useTimeline } from '@/features/exhibit/components/timeline/use-timeline'
import { useListGestures } from '@/features/use-list-gestures'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

/** The history corridor. */
export default function TimelinePage() {
  const timeline = useTimeline(useRouter().params.from)
  useListGestures(timeline.timeline)
  return (
    <PageFrame title="党史长廊">
      <TimelineView timeline={timeline} />
    </PageFrame>
  )
}
