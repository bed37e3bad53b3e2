import { topicLabels } from '@/domain/service/labels'
import { TOPICS } from '@/domain/service/rules'
import { topicIcons } from '@/features/topic-icons'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import { StateTag } from '@/ui/state-tag'
import type { Specialist } from '../use-team'

/** Which topics the team can answer, and for which it has nobody. */
export function TopicCover({ people }: { people: readonly Specialist[] }) {
  const serving = people.filter(({ active }) => active)
  return (
    <>
      <SectionTitle note="按参加服务的队员">各主题有谁</SectionTitle>
      <Card flush>
        {TOPICS.map((topic) => {
          const able = serving.filter(({ topics }) => topics.includes(topic))
          return (
            <ListRow
              key={topic}
              icon={topicIcons[topic]}
              title={topicLabels[topic]}
              note={able.map(({ name }) => name).join('、')}
              trailing={able.length === 0 && <StateTag tone="wait" words="暂无队员" />}
            />
          )
        })}
      </Card>
    </>
  )
}
