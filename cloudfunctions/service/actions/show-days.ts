import { reaches } from '@/domain/access'
import type { Contracts } from '@/domain/contracts'
import { service as contract } from '@/domain/service/contract'
import { isFree, isBookable } from '@/domain/service/rules'
import type { Actor } from '../../kernel/actor'
import type { Handler } from '../../kernel/serve'
import { comingDays, seated, serviceDays } from '../store/days'
import { countFree, daySlots } from '../store/slot-lists'
import { teamSpecialists } from '../store/specialists'
import { dayCard, slotView, specialistCardView } from '../store/views'

type C = Contracts['service']

export const coming: Handler<C['coming']> = async ({ now }) => {
  const days = await comingDays(now)
  const free = await countFree(
    days.map(({ _id }) => _id),
    now,
  )
  return { now, days: days.map((day) => dayCard(day, free.get(day._id) ?? 0)) }
}

/** The enterprises that somebody speaks for. */
const spokenFor = ({ grants }: Actor): string[] =>
  grants.filter(({ role, scope }) => role === 'contact' && scope === 'enterprise').map(({ scopeId }) => scopeId)

export const day: Handler<C['day']> = async (call, { serviceDayId }) => {
  const { actor, now } = call
  const [found, all] = await Promise.all([serviceDays.get(serviceDayId), daySlots(serviceDayId)])
  if (!found) throw call.refusal('notFound')
  const manages = reaches(contract.edit.allow, actor, { teamId: found.teamId })
  if (found.state === 'draft' && !manages) throw call.refusal('notFound')
  const sitting = new Set(seated(found.tables).map(({ specialistId }) => specialistId))
  const people = (await teamSpecialists([found.teamId])).filter(({ _id }) => sitting.has(_id))
  const mine = spokenFor(actor)
  const shown = all
    .filter(({ edition, state }) => edition === found.edition && state !== 'withdrawn')
    .map((slot) => ({ slot, view: slotView(slot, mine, now) }))
  const free = shown.filter(({ slot }) => isFree(slot, now) && isBookable(slot, now)).length
  return {
    now,
    day: dayCard(found, free),
    specialists: people.map(specialistCardView),
    slots: shown.map(({ view }) => view),
    manages,
  }
}
