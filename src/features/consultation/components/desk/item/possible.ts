import { concludeDecision, followDecision, markDecision, type Mark } from '@/domain/consultation/rules'
import type { ConsultationView } from '../../talk/talk-model'

/** What the reader may do to an item now; the page offers nothing else, and the server decides by the same rules. */
export interface Possible {
  marks: readonly Mark[]
  conclude: boolean
  /** The next step, or the answer, of an item that is open. */
  follow: boolean
  ask: boolean
  transfer: boolean
  /** Takes back what somebody was asked to take over. */
  withdraw: boolean
  /** What the enterprise does not answer. */
  closeUnanswered: boolean
  /** Yes or no to taking it over. */
  answerTransfer: boolean
  reveal: boolean
}

const NOTHING: Possible = {
  marks: [],
  conclude: false,
  follow: false,
  ask: false,
  transfer: false,
  withdraw: false,
  closeUnanswered: false,
  answerTransfer: false,
  reveal: false,
}

const MARK_ORDER: readonly Mark[] = ['arrived', 'started', 'noShow']

/** What whoever is responsible, or leads the team, may do to it. */
const workOn = ({ outline }: ConsultationView, now: number): Possible => {
  const { state, meeting, transfer, waiting } = outline
  const facts = { state, startsAt: meeting?.startsAt ?? null, endsAt: meeting?.endsAt ?? null }
  const over = state === 'closed' || state === 'cancelled'
  return {
    ...NOTHING,
    marks: MARK_ORDER.filter((mark) => markDecision(facts, mark, now) === null),
    conclude: concludeDecision(facts, now) === null,
    follow: followDecision(outline) === null,
    ask: !over && state !== 'answered',
    transfer: !over && transfer === null,
    withdraw: transfer !== null,
    closeUnanswered: waiting !== null && waiting.lapsesAt !== null && now >= waiting.lapsesAt,
  }
}

/** @param memberId who reads it */
export const possibleNow = (view: ConsultationView, memberId: string | undefined, now: number): Possible => {
  const { side, outline, full } = view
  const works = side === 'owner' || side === 'leader'
  return {
    ...(works ? workOn(view, now) : NOTHING),
    answerTransfer: outline.transfer !== null && outline.transfer.to.id === memberId,
    reveal: side === 'staff' && full === null,
  }
}

/** Everything that opens a sheet. */
export type Doing = 'conclude' | 'answer' | 'plan' | 'ask' | 'transfer' | 'closeUnanswered' | 'decline' | 'reveal'

/** A meeting goes on: somebody has come, or it begins. */
const nextMark = ({ marks }: Possible, { outline: { state } }: ConsultationView): Mark | undefined => {
  if (state === 'booked' || state === 'noShow') return marks.find((one) => one !== 'noShow')
  return marks.find((one) => state === 'arrived' && one === 'started')
}

/** The one thing that stands out: what most likely comes next. */
export const mainOf = (possible: Possible, view: ConsultationView): Doing | Mark | 'accept' | null => {
  if (possible.answerTransfer) return 'accept'
  if (possible.reveal) return 'reveal'
  const mark = nextMark(possible, view)
  if (mark) return mark
  // What lost its slot is the enterprise's turn; settling it by phone is the exception.
  if (possible.conclude) return view.outline.state === 'unplaced' ? null : 'conclude'
  return possible.follow ? 'answer' : null
}
