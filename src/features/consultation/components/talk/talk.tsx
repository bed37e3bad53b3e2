import { View } from '@tarojs/components'
import { isOver } from '@/domain/consultation/rules'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { SayBox } from './say-box'
import { TalkLines } from './talk-lines'
import type { ConsultationView } from './talk-model'

interface TalkProps {
  view: ConsultationView
  onView: (view: ConsultationView) => void
}

const HINTS = { enterprise: '负责人和队长能看到', team: '企业联络人和队长能看到' } as const

/** What was said so far, and the box to say more while the matter is not over. */
export function Talk({ view, onView }: TalkProps) {
  const { side, outline } = view
  const writes = side === 'enterprise' || side === 'owner' || side === 'leader'
  const over = isOver(outline.state)
  return (
    <View>
      <SectionTitle>往来记录</SectionTitle>
      <TalkLines view={view} />
      {writes && !over && (
        <Card>
          <SayBox
            consultationId={outline.id}
            hint={side === 'enterprise' ? HINTS.enterprise : HINTS.team}
            onSaid={onView}
          />
        </Card>
      )}
    </View>
  )
}
