/** Consultations of mode one-to-one: `guidance` leads them, and what it decides follows here. Each effect may arrive twice. */
import { afterStep } from '@/domain/consultation-awaited'
import { VERDICT_MAKES } from '@/domain/consultation/rules'
import type { Topic } from '@/domain/service/rules'
import { dueAfter } from '@/domain/working-time'
import { _, afterCursor, dateCursor, every, pageOf, type Terms } from '../../kernel/db'
import { isWorkingDay } from '../../kernel/working-days'
import { change, consultations, type Deed } from './consultations'
import { newConsultation, type ConsultationDoc, type Core, type Person } from './document'
import { contactsIn, met, said, told, topicOf } from './facts'

/** What a one-to-one consultation begins with. */
export interface Opening {
  id: string
  topic: Topic
  enterprise: { id: string; name: string }
  teamId: string
  owner: Person
  contact: { id: string; name: string }
  question: string
  nextStep: string
  by: string
}

/** Within so many working days of its beginning something has to happen. */
const BEGIN_WITHIN = VERDICT_MAKES.partly.dueDays

/** Opens it under its id; opening it again changes nothing. */
export const openOneToOne = async (
  { id, topic, enterprise, teamId, owner, contact, question, nextStep, by }: Opening,
  at: Date,
): Promise<void> => {
  const { id: ownerId, ...ownerCard } = owner
  const fresh = newConsultation(
    {
      ...{ _id: id, mode: 'oneToOne', topic, teamId, bookedAt: at, question, files: [], state: 'open' },
      ...{ enterpriseId: enterprise.id, enterpriseName: enterprise.name, ownerId, owner: ownerCard },
      ...{
        contactId: contact.id,
        contactName: contact.name,
        nextStep,
        dueAt: dueAfter(at, BEGIN_WITHIN, isWorkingDay),
      },
    },
    { by, what: 'opened' },
  )
  await consultations.add(fresh)
}

const TURNS = 5

/** Carries an effect out on whatever stands, once by its key. Nothing is done to one that has come to its end. */
const follow = async (
  id: string,
  key: string,
  effect: (doc: ConsultationDoc) => { patch: Partial<Core>; deed: Omit<Deed, 'request'> } | null,
): Promise<ConsultationDoc | null> => {
  for (let turn = 0; turn < TURNS; turn++) {
    const doc = await consultations.get(id)
    if (!doc || doc.requests.includes(key)) return null
    const act = effect(doc)
    if (!act) return null
    const changed = await change(doc, act.patch, { ...act.deed, request: key })
    if (changed) return { ...changed, facts: changed.facts.slice(doc.facts.length) }
  }
  throw new Error(`consultation ${id} changes under our hands`)
}

/** What comes next and whose turn it is, as the guidance has it. */
export interface ClockChange {
  consultationId: string
  nextStep: string
  dueAt: Date | null
  /** It is the enterprise's: the clock stands. */
  waiting: boolean
  by: string
}

export const changeClock = (key: string, { consultationId, nextStep, dueAt, waiting, by }: ClockChange, at: Date) =>
  follow(consultationId, key, (doc) => {
    if (doc.state !== 'open') return null
    return { patch: { nextStep, dueAt, ...afterStep(doc, waiting, at) }, deed: { at, by, what: 'planned' } }
  })

/** What came of it, for the enterprise's word. */
export interface Finish {
  consultationId: string
  words: string
  by: string
  byName: string
}

/** @returns what was changed with the facts to hand over; null when there was nothing to change */
export const answerOneToOne = (key: string, { consultationId, words, by, byName }: Finish, at: Date) =>
  follow(consultationId, key, (doc) => {
    if (doc.state !== 'open') return null
    const facts = [
      said(doc._id, { kind: 'outcome', side: 'team', by, byName, text: words }, at, key),
      met(doc, at),
      told(doc, contactsIn(doc), 'answerWritten', { ...topicOf(doc), person: byName }, at),
    ]
    const patch: Partial<Core> = {
      ...{ state: 'answered', outcome: 'answered', waitingSince: at, dueAt: null, nextStep: '' },
      firstAnswerAt: doc.firstAnswerAt ?? at,
    }
    return { patch, deed: { at, by, what: 'answered', said: 1, facts } }
  })

/** An enterprise was met for guidance: whoever counts visits to it knows. */
export const noteMet = (key: string, { consultationId, by }: { consultationId: string; by: string }, at: Date) =>
  follow(consultationId, key, (doc) => ({
    patch: { firstAnswerAt: doc.firstAnswerAt ?? at },
    deed: { at, by, what: 'met', facts: [met(doc, at)] },
  }))

const PAGE = 20
const without = ['history', 'requests', 'looks', 'facts', 'question', 'files'] as const

/** One-to-one consultations of an enterprise, or of a person and the teams that they lead. */
export type OneToOneOf =
  | { enterpriseId: string }
  | { ownerId: string; ownTeams: readonly string[]; ledTeams: readonly string[] }
  | { all: true }

const narrowed = (of: OneToOneOf): unknown => {
  if ('all' in of) return null
  if ('enterpriseId' in of) return { enterpriseId: of.enterpriseId }
  const own: Terms = { ownerId: of.ownerId, teamId: _.in([...of.ownTeams]) }
  return of.ledTeams.length === 0 ? own : _.or([own, { teamId: _.in([...of.ledTeams]) }])
}

/** Those not over by what comes next, or those that are, the last first. One round trip. */
export const listOneToOne = async (of: OneToOneOf, over: boolean, cursor: string | null) => {
  const direction = over ? 'desc' : 'asc'
  const rows = await consultations.list({
    where: every({ mode: 'oneToOne', over }, narrowed(of), afterCursor(cursor, 'nextAt', direction)),
    order: [
      ['nextAt', direction],
      ['_id', direction],
    ],
    limit: PAGE + 1,
    without,
  })
  return pageOf(rows, PAGE, (row) => dateCursor(row.nextAt, row._id))
}
