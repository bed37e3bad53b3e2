import { topicLabels } from '@/domain/service/labels'
import { TOPICS, type Topic } from '@/domain/service/rules'
import { topicIcons } from '@/features/topic-icons'
import { SectionTitle } from '@/ui/section-title'
import { TileGrid } from '@/ui/tile-grid'

/** Where a question begins: what it is about. */
export function TopicGrid({ onTopic }: { onTopic: (topic: Topic) => void }) {
  const tiles = TOPICS.map((topic) => ({
    words: topicLabels[topic],
    icon: topicIcons[topic],
    label: `预约咨询：${topicLabels[topic]}`,
    open: () => onTopic(topic),
  }))
  return (
    <>
      <SectionTitle note="选好主题，帮您找合适的人">想问什么</SectionTitle>
      <TileGrid tiles={tiles} />
    </>
  )
}
