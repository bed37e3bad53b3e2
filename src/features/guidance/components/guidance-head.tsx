import { Text, View } from '@tarojs/components'
import { consultationStateLabels } from '@/domain/consultation/labels'
import { programmeLabels, resultLabels } from '@/domain/guidance/labels'
import { sayYuan } from '@/domain/guidance/rules'
import { topicLabels } from '@/domain/service/labels'
import { atWallClock, sayDate, saySpan } from '@/domain/time'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { StateTag } from '@/ui/state-tag'
import { nextLine, stateTones, type GuidanceView } from './guidance-model'
import { StageStrip } from './stage-strip'
import './guidance-head.scss'

/** Whose it is, which project, how far it is and what comes next. */
export function GuidanceHead({ view }: { view: GuidanceView }) {
  const { outline, full } = view
  const next = nextLine(view)
  return (
    <Card>
      <View className="guidance-head__line">
        <Text className="guidance-head__kind">{full ? programmeLabels[full.project.programme] : '一对一指导'}</Text>
        <StateTag tone={stateTones[outline.state] ?? 'quiet'} words={consultationStateLabels[outline.state]} />
      </View>
      <Text className="guidance-head__name">{full ? full.project.name : outline.enterprise.name}</Text>
      <View className="guidance-head__who">
        {`${full ? outline.enterprise.name : topicLabels[outline.topic]} · 辅导员 ${outline.owner.name}（${outline.owner.title}）`}
      </View>
      <StageStrip stage={outline.stage} over={outline.state === 'answered' || outline.state === 'closed'} />
      {next && (
        <View className="guidance-head__next">
          <Text className="guidance-head__next-title">接下来</Text>
          <Text className="guidance-head__next-words">{next}</Text>
        </View>
      )}
      {!full && outline.next && (
        <View className="guidance-head__who">
          {`下次会面 ${saySpan(outline.next.startsAt, outline.next.endsAt)}，${outline.next.placeName}`}
        </View>
      )}
    </Card>
  )
}

/** What became of the application. */
export function GuidanceResult({ view: { full } }: { view: GuidanceView }) {
  if (!full?.result) return null
  const { state, amount, decidedOn, words } = full.result
  const money = amount === null ? '' : `，资助 ${sayYuan(amount)} 元`
  return (
    <Notice tone={state === 'approved' ? 'good' : 'info'} title={`${resultLabels[state]}${money}`}>
      {`${sayDate(atWallClock(decidedOn, '12:00'))}。${words}`}
    </Notice>
  )
}
