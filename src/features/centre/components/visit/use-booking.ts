import { useEffect, useState } from 'react'
import type { Party } from '@/domain/centre/rules'
import { errorWords, numberToQuote } from '@/features/call-state'
import { useBindFirst } from '@/features/use-bind-first'
import { CallError } from '@/lib/call-error'
import { noticeServerTime, useNow } from '@/lib/clock'
import { useSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { bookVisit } from '../../api'
import {
  dayOf,
  firstDay,
  newParty,
  partyOf,
  slotById,
  slotState,
  type PartyForm,
  type SlotsAnswer,
  type Visit,
} from './booking'

/** What the last tap led to while nothing was booked. */
export interface Trouble {
  tone: 'bad' | 'wait'
  code: string
  words: string
  requestId: string
}

const ALONE = { size: 1, guide: false }
const BIND_FIRST: Trouble = { tone: 'wait', code: 'notBound', words: '绑定身份后才能预约，时段可以先看', requestId: '' }

interface Wanted {
  day: string | undefined
  slotId: string | undefined
  party: Party
}

/** The day that is shown and the slot that is chosen on it, with what it has left. */
function chosenOf(answer: SlotsAnswer, { day: wished, slotId, party }: Wanted, now: number) {
  const chosen = slotById(answer, slotId)
  const day = wished ?? (chosen ? dayOf(chosen) : firstDay(answer, party, now))
  const slot = chosen && dayOf(chosen) === day ? chosen : undefined
  return { day, slot, state: slot && slotState(slot, party, answer, now) }
}

/** What a person has chosen so far, and what the days hold. */
function useChoice(wished: string | undefined) {
  const slots = useCall('centre.slots', {}, { keep: true })
  const now = useNow()
  const [form, setForm] = useState<PartyForm>(newParty)
  const [day, setDay] = useState<string>()
  const [slotId, setSlotId] = useState(wished)
  const { data, asOf } = slots
  useEffect(() => {
    if (data && asOf === undefined) noticeServerTime(data.now)
  }, [data, asOf])

  const party = partyOf(form)
  const chosen = data
    ? chosenOf(data, { day, slotId, party: party ?? ALONE }, now)
    : { day, slot: undefined, state: undefined }
  return { slots, now, form, setForm, party, setDay, setSlotId, ...chosen }
}

/** Booking a visit: choosing, sending, and what became of it. Who is not bound yet binds first and goes on by itself. */
export function useBooking(wished: string | undefined) {
  const choice = useChoice(wished)
  const { slots, form, party, slot } = choice
  const { known, member } = useSession()
  const [asked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [booked, setBooked] = useState<{ visit: Visit; asked: { size: number; guide: boolean } }>()

  const send = async (): Promise<void> => {
    if (!slot || !party) return
    setTrouble(undefined)
    try {
      const groupName = form.kind === 'group' ? form.groupName.trim() : ''
      setBooked({ visit: await bookVisit({ slotId: slot.id, ...party, groupName }), asked: party })
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (error.code === 'notBound') return bind()
      setTrouble({ tone: 'bad', code: error.code, words: errorWords(error), requestId: numberToQuote(error) })
      void slots.refresh()
    }
  }
  const bind = useBindFirst(send, () => setTrouble(BIND_FIRST))
  const book = async () => {
    setAsked(true)
    if (!slot || !party) return
    if (known && !member) await bind()
    else await send()
  }
  const again = () => {
    setBooked(undefined)
    choice.setSlotId(undefined)
    void slots.refresh()
  }
  return { ...choice, asked, trouble, booked, book, again }
}

export type Booking = ReturnType<typeof useBooking>
