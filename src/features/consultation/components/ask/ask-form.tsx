import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { MAX_FILES } from '@/domain/consultation/rules'
import { topicLabels } from '@/domain/service/labels'
import { TOPICS, type Topic } from '@/domain/service/rules'
import { AttachFiles, attachedHint } from '@/features/attach-files'
import { Asked } from '@/features/call-state'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { EmptyState } from '@/ui/page-state'
import { Chips } from '@/ui/segmented'
import { SectionTitle } from '@/ui/section-title'
import { Skeleton } from '@/ui/skeleton'
import { TextField } from '@/ui/text-field'
import { HeldCard } from './held-card'
import { byKnowledge, reasonsOf } from './suggestion-words'
import { Suggestions } from './suggestions'
import type { Asking } from './use-asking'
import './ask-form.scss'

const TOPIC_OPTIONS: { value: Topic | ''; words: string }[] = TOPICS.map((topic) => ({
  value: topic,
  words: topicLabels[topic],
}))
const MAX_LENGTH = 1000

interface AskFormProps {
  asking: Asking
  now: number
  /** What stands there when no slot is free for the topic: the way onto its waiting list. */
  whenNone: (topic: Topic) => ReactNode
  /** A slot that came free for whoever waits for the topic. */
  offered: (topic: Topic) => ReactNode
}

/** The slot that is kept, with the reasons for its person. */
function Kept({ asking, now }: Pick<AskFormProps, 'asking' | 'now'>) {
  const { held, lapsed } = asking.hold
  const { topic } = asking.form
  if (!held) return null
  const suggestion = asking.offer.data?.items.find(({ specialist }) => specialist.id === held.specialist.id)
  const reasons = suggestion && topic ? reasonsOf(suggestion, topic, now).map(({ words }) => words) : []
  return <HeldCard held={held} lapsed={lapsed} now={now} reasons={reasons} onChange={asking.chooseAgain} />
}

function NobodyThatDay({ onAllDays }: { onAllDays: () => void }) {
  return (
    <EmptyState icon="calendar" title="这一天没有合适的空位" why="别的服务日也许有">
      <Button kind="main" onPress={onAllDays}>
        看其他服务日
      </Button>
    </EmptyState>
  )
}

/** Whom and when: suggested people with their times, until one is kept. */
function WhomAndWhen({ asking, now, whenNone, offered }: AskFormProps) {
  const { form, hold, offer, ofOneDay, seeAllDays } = asking
  const { topic } = form
  if (hold.held) return <Kept asking={asking} now={now} />
  if (topic === '') return null
  return (
    <Asked of={offer} skeleton={<Skeleton shape="cards" />}>
      {({ items }) => (
        <>
          {offered(topic)}
          {items.length > 0 && byKnowledge(items).experts.length === 0 && (
            <Notice tone="wait">{`熟悉${topicLabels[topic]}的队员暂时没有空位，可以先找下面的队员，也可以候补`}</Notice>
          )}
          {items.length > 0 && (
            <Suggestions items={items} topic={topic} now={now} asking={hold.asking} onSlot={hold.hold} />
          )}
          {byKnowledge(items).experts.length === 0 &&
            (ofOneDay ? <NobodyThatDay onAllDays={seeAllDays} /> : whenNone(topic))}
        </>
      )}
    </Asked>
  )
}

function What({ asking }: { asking: Asking }) {
  const { form, asked } = asking
  const { question, setQuestion, files, setFiles, uploads } = form
  return (
    <>
      <SectionTitle>想问的问题</SectionTitle>
      <Card>
        <TextField
          kind="lines"
          label="问题"
          hint="只有本企业联络人、接待的队员和队长能看到"
          placeholder="什么事、卡在哪里、希望解决到什么程度"
          maxLength={MAX_LENGTH}
          value={question}
          error={asked && !question.trim() ? '请写一句想问什么，队员好提前准备' : undefined}
          onChange={setQuestion}
        />
        <AttachFiles files={files} uploads={uploads} most={MAX_FILES} onChange={setFiles} />
        <View className="ask-form__hint">{`选填。${attachedHint('consultationFile', MAX_FILES)}`}</View>
      </Card>
    </>
  )
}

/** What it is about, whom and when, and the question itself. */
export function AskForm(props: AskFormProps) {
  const { asking } = props
  const { form, hold } = asking
  return (
    <View className="ask-form">
      <SectionTitle>咨询主题</SectionTitle>
      <Chips label="咨询主题" options={TOPIC_OPTIONS} value={form.topic} onChange={form.setTopic} />
      {(hold.held || form.topic !== '') && <SectionTitle>时间和人</SectionTitle>}
      <WhomAndWhen {...props} />
      {(hold.held || form.question !== '') && <What asking={asking} />}
    </View>
  )
}
