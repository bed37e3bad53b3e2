import { reaches } from '@/domain/access'
import { centre as contract } from '@/domain/centre/contract'
import { bookableDays, openState, slotsOn } from '@/domain/centre/rules'
import type { Contracts } from '@/domain/contracts'
import { startOfDay } from '@/domain/time'
import { hallCards } from '../../exhibit/public'
import type { Handler } from '../../kernel/serve'
import { centreFields } from '../store/centres'
import { slotFacts, slotsBetween } from '../store/slots'
import { centreView, ownVisitView } from '../store/views'
import { visitsOf } from '../store/visits'

type C = Contracts['centre']

export const get: Handler<C['get']> = async ({ actor, now }) => {
  const [fields, halls] = await Promise.all([centreFields(), hallCards()])
  const manages = reaches(contract.change.allow, actor, {})
  return { now, centre: centreView(fields), open: openState(fields, now), halls, manages }
}

export const slots: Handler<C['slots']> = async ({ now }) => {
  const fields = await centreFields()
  const days = bookableDays(fields.visiting, now)
  const standing = new Map((await slotsBetween(startOfDay(now), days.length)).map((slot) => [slot._id, slot]))
  return {
    now,
    closesBefore: fields.visiting.closesBefore,
    days: days.map((day) => ({
      day,
      slots: slotsOn(fields, fields.visiting, day)
        .filter(({ startsAt }) => startsAt > now)
        .map((slot) => slotFacts(slot, standing.get(slot.id) ?? null, fields, now)),
    })),
  }
}

export const myVisits: Handler<C['myVisits']> = async ({ actor }) => ({
  items: (await visitsOf(actor.memberId)).map(ownVisitView),
})
