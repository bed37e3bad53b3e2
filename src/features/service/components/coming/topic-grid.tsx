import { Text, View } from '@tarojs/components'
import { topicLabels } from '@/domain/service/labels'
import { TOPICS, type Topic } from '@/domain/service/rules'
import { topicIcons } from '@/features/topic-icons'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { SectionTitle } from '@/ui/section-title'
import './topic-grid.scss'

/** Where a question begins: what it is about. */
export function TopicGrid({ onTopic }: { onTopic: (topic: Topic) => void }) {
  return (
    <>
      <SectionTitle note="选好主题，帮您找合适的人">想问什么</SectionTitle>
      <View className="topic-grid">
        {TOPICS.map((topic) => (
          <Pressable
            key={topic}
            className="topic-grid__topic"
            label={`预约咨询：${topicLabels[topic]}`}
            onPress={() => onTopic(topic)}
          >
            <View className="topic-grid__mark">
              <Icon name={topicIcons[topic]} />
            </View>
            <Text className="topic-grid__words">{topicLabels[topic]}</Text>
          </Pressable>
        ))}
      </View>
    </>
  )
}
