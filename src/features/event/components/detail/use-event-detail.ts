import { useState } from 'react'
import { errorWords, numberToQuote } from '@/features/call-state'
import { useBindFirst } from '@/features/use-bind-first'
import { CallError } from '@/lib/call-error'
import { useSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { cancelSignUp, signUp } from '../../api'
import type { EventDetail, Mine } from '@/features/event-state'

/** What the last tap led to, in words that stay on the page. */
export interface Outcome {
  tone: 'good' | 'wait' | 'bad'
  words: string
  /** The request's number, when asking for help may need it. */
  requestId?: string
}

type Registration = Awaited<ReturnType<typeof signUp>>

const withMine = (event: EventDetail, { eventId: _eventId, ...mine }: Registration): EventDetail => ({
  ...event,
  mine: mine satisfies Mine,
})

const signedUpWords = ({ state }: Registration): Outcome =>
  state === 'waitlisted'
    ? { tone: 'wait', words: '名额已满，已为您排上候补，有空位会自动递补' }
    : { tone: 'good', words: '报名成功，请按时到场签到' }

/** One event with what this person can do about it. Signing up asks a visitor to bind first and goes on by itself afterwards. */
export function useEventDetail(eventId: string) {
  const event = useCall('event.get', { eventId }, { keep: true, skip: eventId === '' })
  const session = useSession()
  const [outcome, setOutcome] = useState<Outcome>()

  const attempt = async (work: (event: EventDetail) => Promise<[Registration, Outcome]>): Promise<void> => {
    if (!event.data) return
    setOutcome(undefined)
    try {
      const [registration, said] = await work(event.data)
      event.put(withMine(event.data, registration))
      setOutcome(said)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (error.code === 'notBound') return askToBind()
      setOutcome({ tone: 'bad', words: errorWords(error), requestId: numberToQuote(error) })
    }
    await event.refresh()
  }

  const sendSignUp = () =>
    attempt(async () => {
      const registration = await signUp(eventId)
      return [registration, signedUpWords(registration)]
    })
  const askToBind = useBindFirst(sendSignUp, () =>
    setOutcome({ tone: 'wait', words: '绑定身份后才能报名，活动内容可以先看' }),
  )
  const doSignUp = () => (session.known && !session.member ? askToBind() : sendSignUp())
  const doCancel = () =>
    attempt(async () => [await cancelSignUp(eventId), { tone: 'good', words: '已取消，名额已让给其他人' }])

  return { event, outcome, doSignUp, doCancel }
}
