import { Text, View } from '@tarojs/components'
import { consultationStateLabels, modeLabels, outcomeLabels, verdictLabels } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import { sayWhen } from '@/domain/time'
import { meetingWords } from '@/features/meeting-words'
import { Card } from '@/ui/card'
import { classes } from '@/ui/classes'
import { Icon, type IconName } from '@/ui/icon'
import { StateTag } from '@/ui/state-tag'
import type { ConsultationView } from '../../talk/talk-model'
import { dueTone, dueWords, stateTones } from '../item-words'
import './item-head.scss'

type Line = [icon: IconName, words: string]

const meetingLines = ({ outline: { meeting }, now }: ConsultationView): Line[] =>
  meeting
    ? [
        ['clock', meetingWords(meeting, now)],
        ['place', meeting.placeName],
      ]
    : []

const resultLines = ({ outline: { outcome, verdict, state }, full }: ConsultationView): Line[] => [
  ...(outcome ? [['flag', `结果：${outcomeLabels[outcome]}`] satisfies Line] : []),
  ...(verdict ? [['chat', `企业意见：${verdictLabels[verdict]}`] satisfies Line] : []),
  ...(full?.nextStep && state === 'open' ? [['right', `下一步：${full.nextStep}`] satisfies Line] : []),
]

const linesOf = (view: ConsultationView): Line[] => [
  ...meetingLines(view),
  ...(view.full ? [['person', `联络人 ${view.full.contact.name}`] satisfies Line] : []),
  ['people', `负责人 ${view.outline.owner.name}（${view.outline.owner.title}）`],
  ...resultLines(view),
]

/** Whose it is, what about, where it stands, who is responsible and until when. */
export function ItemHead({ view }: { view: ConsultationView }) {
  const { outline, now } = view
  const { enterprise, mode, state, topic, transfer } = outline
  const due = dueWords(outline, now)
  return (
    <Card tone={state === 'arrived' || state === 'started' ? 'live' : 'plain'}>
      <View className="item-head__line">
        <Text className="item-head__kind">{`${topicLabels[topic]} · ${modeLabels[mode]}`}</Text>
        <StateTag tone={stateTones[state]} words={consultationStateLabels[state]} />
      </View>
      <Text className="item-head__name">{enterprise.name}</Text>
      {linesOf(view).map(([icon, words]) => (
        <Fact key={icon} icon={icon}>
          {words}
        </Fact>
      ))}
      {due && <View className={classes('item-head__due', `item-head__due--${dueTone(outline)}`)}>{due}</View>}
      {transfer && (
        <>
          <View className="item-head__due">{`${sayWhen(transfer.at, now)} 已请${transfer.to.name}接手，等对方答复`}</View>
          <Text className="item-head__kind">{`${sayWhen(transfer.until, now)} 前没有答复，自动取消`}</Text>
        </>
      )}
    </Card>
  )
}

function Fact({ icon, children }: { icon: IconName; children: string }) {
  return (
    <View className="item-head__fact">
      <Icon name={icon} size="small" className="item-head__icon" />
      <Text className="item-head__words">{children}</Text>
    </View>
  )
}
