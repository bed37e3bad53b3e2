import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { consultationStateLabels } from '@/domain/consultation/labels'
import { topicLabels } from '@/domain/service/labels'
import { Refused } from '@/features/desk-state'
import { sayWhen } from '@/domain/time'
import { meetingWords } from '@/features/meeting-words'
import { useRefusable } from '@/features/use-refusable'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Card } from '@/ui/card'
import { StateTag } from '@/ui/state-tag'
import { answerTransfer } from '../../../api'
import type { ConsultationView } from '../../talk/talk-model'
import { DeclineSheet } from '../item/decline-sheet'
import { stateTones } from '../item-words'
import type { Asked } from './use-today'
import './meeting-card.scss'

interface AskedCardProps {
  asked: Asked
  now: number
  onAnswered: (view: ConsultationView) => void
}

/** A change of hands that waits for this person: who asks, why, and yes or no. */
export function AskedCard({ asked, now, onAnswered }: AskedCardProps) {
  const [declining, setDeclining] = useState(false)
  const [refused, run] = useRefusable()
  const { enterprise, meeting, owner, state, topic } = asked
  const accept = () =>
    run(async () => {
      onAnswered(await answerTransfer({ consultationId: asked.id, accept: true }))
      void Taro.showToast({ title: `${enterprise.name}已由您负责`, icon: 'none' })
    })
  return (
    <Card className="meeting-card">
      <View className="meeting-card__head">
        <Text className="meeting-card__name">{enterprise.name}</Text>
        <StateTag tone={stateTones[state]} words={consultationStateLabels[state]} />
      </View>
      <Text className="meeting-card__line">{`${topicLabels[topic]} · ${asked.transfer?.from.name ?? owner.name}请您接手`}</Text>
      {meeting && <Text className="meeting-card__line">{`${meetingWords(meeting, now)} ${meeting.placeName}`}</Text>}
      {asked.transfer && (
        <Text className="meeting-card__line">{`请在 ${sayWhen(asked.transfer.until, now)} 前答复`}</Text>
      )}
      {asked.reason && <Text className="meeting-card__question">{asked.reason}</Text>}
      {refused && <Refused error={refused} />}
      <ButtonRow>
        <Button label={`不接手：${enterprise.name}`} onPress={() => setDeclining(true)}>
          不接手
        </Button>
        <Button kind="main" label={`接手：${enterprise.name}`} onPress={accept}>
          接手
        </Button>
      </ButtonRow>
      {declining && (
        <DeclineSheet
          consultationId={asked.id}
          name={enterprise.name}
          onClose={() => setDeclining(false)}
          onDeclined={(view) => {
            setDeclining(false)
            onAnswered(view)
          }}
        />
      )}
    </Card>
  )
}
