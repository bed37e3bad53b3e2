import { useEffect, useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { TOPICS, type Topic } from '@/domain/service/rules'
import { usable, useAttaching, type Attached } from '@/features/attach-files'
import { errorWords, numberToQuote } from '@/features/call-state'
import { useIntent } from '@/features/use-intent'
import { useSlotHold, type SlotHold } from '@/features/use-slot-hold'
import { CallError } from '@/lib/call-error'
import type { BookServiceQuery } from '@/lib/routes'
import { useCall, type Question } from '@/lib/use-call'
import { bookConsultation } from '../../api'
import type { ConsultationView } from '../talk/talk-model'

/** What is asked, as typed; it stays on this phone until it is booked. */
interface AskForm {
  topic: Topic | ''
  question: string
  files: Attached[]
}
const BLANK: AskForm = { topic: '', question: '', files: [] }

/** Why the last tap booked nothing. */
export interface AskTrouble {
  code: string
  words: string
  requestId: string
}

const topicOf = (value: string | undefined): Topic | '' => TOPICS.find((topic) => topic === value) ?? ''

/** The question as it is being written: its topic, words and files. */
function useAskForm(enterpriseId: string, wished: Topic | '') {
  const intent = useIntent(`consultation-ask-${enterpriseId}`, BLANK)
  const { change } = intent
  const [topic, setTopic] = useState<Topic | ''>(wished || intent.form.topic)
  const uploads = useAttaching('consultationFile', (file) =>
    change({ files: [...usable(intent.latest().files), file] }),
  )
  return {
    topic,
    setTopic: (chosen: Topic | '') => {
      setTopic(chosen)
      change({ topic: chosen })
    },
    question: intent.form.question,
    setQuestion: (question: string) => change({ question, topic }),
    files: usable(intent.form.files),
    setFiles: (files: Attached[]) => change({ files }),
    uploads,
    done: intent.done,
  }
}

/** Who fits the topic and when, of the day that was chosen first or of all to come. */
function useOffer(enterpriseId: string, topic: Topic | '', wishedDay: string | undefined) {
  const [anyDay, setAnyDay] = useState(false)
  const serviceDayId = anyDay ? undefined : wishedDay
  const input = { enterpriseId, topic: topic || 'other', ...(serviceDayId ? { serviceDayId } : {}) } as const
  const offer: Question<'consultation.offer'> = useCall('consultation.offer', input, { skip: topic === '' })
  return { offer, ofOneDay: serviceDayId !== undefined, seeAllDays: () => setAnyDay(true) }
}

/** Keeps the slot that the page was opened with, once. */
function useWishedSlot(hold: SlotHold, slotId: string | undefined): void {
  const { hold: ask } = hold
  const [wished, setWished] = useState(slotId)
  useEffect(() => {
    if (!wished) return
    setWished(undefined)
    void ask(wished)
  }, [wished, ask])
}

type AskedForm = ReturnType<typeof useAskForm>

/** What has to be filled in before it can be booked. */
const missingIn = ({ topic, question }: AskedForm): string | undefined => {
  if (topic === '') return '请先选咨询主题'
  return question.trim() ? undefined : '请写一句想问什么，队员好提前准备'
}

/** Sends it, and keeps what became of that. */
function useSending(enterpriseId: string, form: AskedForm, hold: SlotHold) {
  const [asked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState<AskTrouble>()
  const [booked, setBooked] = useState<ConsultationView>()
  const send = async (slotId: string, topic: Topic) => {
    setTrouble(undefined)
    try {
      const tickets = form.files.map(({ ticketId }) => ticketId)
      const view = await bookConsultation({ slotId, enterpriseId, topic, question: form.question.trim(), tickets })
      hold.taken()
      form.done()
      setBooked(view)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (error.code === 'holdLapsed') hold.lapse()
      else setTrouble({ code: error.code, words: errorWords(error), requestId: numberToQuote(error) })
    }
  }
  const book = async () => {
    setAsked(true)
    if (hold.held && !hold.lapsed && form.topic && form.question.trim()) await send(hold.held.id, form.topic)
  }
  const missing = asked ? missingIn(form) : undefined
  return { asked, trouble, booked, book, missing }
}

/** Booking the service team for an enterprise: what is asked, whom and when, and what became of it. */
export function useAsking(enterpriseId: string, query: BookServiceQuery) {
  const form = useAskForm(enterpriseId, topicOf(query.topic))
  const hold = useSlotHold(enterpriseId)
  const { offer, ofOneDay, seeAllDays } = useOffer(enterpriseId, form.topic, query.serviceDayId)
  useWishedSlot(hold, query.slotId)
  const { refresh } = offer
  const { code } = hold.trouble ?? {}
  useEffect(() => {
    // Whoever was quicker has changed what is free.
    if (code) void refresh()
  }, [code, refresh])
  const sending = useSending(enterpriseId, form, hold)
  const chooseAgain = async () => {
    await hold.letGo()
    await offer.refresh()
  }
  /** False while there is nothing to choose from: then the page's one action is another. */
  const canChoose =
    form.topic === '' || !offer.data || offer.data.items.length > 0 || Boolean(hold.held ?? hold.trouble)
  return { form, hold, offer, ofOneDay, seeAllDays, chooseAgain, canChoose, ...sending }
}

export type Asking = ReturnType<typeof useAsking>
export type Offered = OutputFor<'consultation.offer'>
