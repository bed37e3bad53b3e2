import { fitOf, FITS } from '@/domain/consultation/rules'
import type { Contracts } from '@/domain/contracts'
import { matches, type Candidate, type Match } from '@/domain/matching'
import type { BoundCall, Handler } from '../../kernel/serve'
import { freeSlotsOf, specialistsFor, specialistsOfTeam, type SlotDoc, type SpecialistDoc } from '../../service/public'
import { consultations } from '../store/consultations'
import { lastMeetings, loadsOf } from '../store/lists'
import { movesWithin } from '../store/slots'
import { admit, TEAM } from './perform-change'

type C = Contracts['consultation']

/** How many people are offered, and how many slots of each: more is no help to choose. */
const PEOPLE = 8
const SLOTS_EACH = 12
const MOST_SLOTS = 400
/** Of one's own person, or of the team, nobody and nothing is left out: there is no other choice. */
const SLOTS_OF_ONE = 100
const SLOTS_OF_TEAM = 24

interface Range {
  within: Partial<Awaited<ReturnType<typeof movesWithin>>>
  people: number
  slotsEach: number
}

/** Among whom is chosen: everybody for a new question, those a meeting may go to for one that is moved. */
const rangeOf = async (
  call: BoundCall<C['offer']>,
  { enterpriseId, consultationId }: { enterpriseId: string; consultationId?: string | undefined },
): Promise<Range> => {
  if (consultationId === undefined) return { within: {}, people: PEOPLE, slotsEach: SLOTS_EACH }
  const doc = await consultations.get(consultationId)
  if (doc?.enterpriseId !== enterpriseId) throw call.refusal('notFound')
  const within = await movesWithin(doc)
  return { within, people: MOST_SLOTS, slotsEach: within.specialistId ? SLOTS_OF_ONE : SLOTS_OF_TEAM }
}

export const offer: Handler<C['offer']> = async (call, { enterpriseId, topic, serviceDayId, consultationId }) => {
  call.mustReach({ enterpriseId })
  const { now } = call
  const range = await rangeOf(call, { enterpriseId, consultationId })
  const [people, free, met] = await Promise.all([
    specialistsFor(),
    freeSlotsOf({ ...range.within, from: now, limit: MOST_SLOTS, ...(serviceDayId ? { dayId: serviceDayId } : {}) }),
    lastMeetings(enterpriseId),
  ])
  const slots = bySpecialist(free)
  const able = people.filter(({ _id }) => slots.has(_id))
  const loads = await loadsOf(able.map(({ _id }) => _id))
  const candidates = able.map((person) => candidateOf(person, { slots, loads, met }))
  const found = matches(candidates, { topic, enterpriseId }, now).slice(0, range.people)
  const suggested = (match: Match) => suggestionOf(match, able, (slots.get(match.id) ?? []).slice(0, range.slotsEach))
  return { now, items: found.flatMap(suggested) }
}

const bySpecialist = (free: readonly SlotDoc[]): Map<string, SlotDoc[]> => {
  const slots = new Map<string, SlotDoc[]>()
  for (const slot of free) slots.set(slot.specialistId, [...(slots.get(slot.specialistId) ?? []), slot])
  return slots
}

const candidateOf = (
  { _id, topics, conflicts }: SpecialistDoc,
  known: { slots: Map<string, SlotDoc[]>; loads: Map<string, number>; met: Map<string, Date> },
): Candidate => ({
  id: _id,
  topics,
  conflicts,
  load: known.loads.get(_id) ?? 0,
  lastMetAt: known.met.get(_id) ?? null,
  nextFreeAt: known.slots.get(_id)?.[0]?.startsAt ?? null,
})

const suggestionOf = ({ id, reasons }: Match, people: readonly SpecialistDoc[], slots: readonly SlotDoc[]) => {
  const person = people.find(({ _id }) => _id === id)
  if (!person) return []
  const { name, title, intro, topics } = person
  return [
    {
      specialist: { id, name, title, intro, topics },
      reasons,
      slots: slots.map(({ _id, dayId, startsAt, endsAt, placeName }) => ({
        id: _id,
        dayId,
        startsAt,
        endsAt,
        placeName,
      })),
    },
  ]
}

/** Who of the team could take a consultation over, each with how they fit and how much they are responsible for. */
export const colleagues: Handler<C['colleagues']> = async (call, { consultationId }) => {
  const { doc } = await admit(call, consultationId, TEAM)
  const team = await specialistsOfTeam(doc.teamId)
  const others = team.filter(({ _id, active }) => active && _id !== doc.ownerId)
  const loads = await loadsOf(others.map(({ _id }) => _id))
  const items = others.map((person) => {
    const { _id: id, name, title } = person
    return { id, name, title, fit: fitOf(person, doc), load: loads.get(id) ?? 0 }
  })
  return { items: items.sort((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit) || a.load - b.load) }
}
