import { isDeepStrictEqual } from 'node:util'
import type { Contracts } from '@/domain/contracts'
import { draftProblems, EVENT_MOVES, shiftTimes, type EventState } from '@/domain/event/rules'
import type { AnswerOf, ParsedOf } from '@/domain/kit'
import { claimFiles, releaseFiles } from '../../file/public'
import { _ } from '../../kernel/db'
import { isTextSafe } from '../../kernel/content'
import { handOver, newFact } from '../../kernel/facts'
import { logChange } from '../../kernel/log'
import { derivedId, randomSecret } from '../../kernel/secrets'
import type { BoundCall, Handler } from '../../kernel/serve'
import { branchesById } from '../../member/public'
import { followMove } from '../reactions'
import { addEvent, changeEvent, describe, events, type EventDoc, type StoredFile } from '../store/events'
import { promoteWaiting } from '../store/places'
import { detailView } from '../store/views'

type C = Contracts['event']
type Draft = ParsedOf<C['create']>['draft']
type Attached = Draft['pictures']
/** What the draft's checks need of a call: `create` and `change` both have it. */
type DraftCall = BoundCall<C['create']> | BoundCall<C['change']>

const EVENT_ID_LENGTH = 10

const mustFind = async (
  call: BoundCall<C['publish']> | BoundCall<C['change']> | BoundCall<C['cancel']> | BoundCall<C['copy']>,
  eventId: string,
) => {
  const event = await events.get(eventId)
  if (!event) throw call.refusal('notFound')
  call.mustReach({ branchIds: event.hostBranchIds })
  return event
}

/** The hosts of a draft by name, at least one of which the caller manages; its times and words checked. */
const checkedHosts = async (call: DraftCall, draft: Draft) => {
  call.mustReach({ branchIds: draft.hostBranchIds })
  const [problem] = draftProblems(draft)
  if (problem) throw call.refusal('timesWrong', { problem })
  const hosts = await branchesById(draft.hostBranchIds)
  if (hosts.length !== new Set(draft.hostBranchIds).size) throw call.refusal('branchUnknown')
  const words = [
    draft.title,
    draft.summary,
    draft.place.name,
    draft.place.address,
    ...draft.agenda.map(({ title }) => title),
  ]
  if (!(await isTextSafe(call.actor.openid, ...words))) throw call.refusal('textRisky')
  return hosts.map(({ _id, name }) => ({ id: _id, name }))
}

/** The files of a draft: those that stay, and fresh uploads claimed for this event. */
const attach = async (
  call: DraftCall,
  eventId: string,
  purpose: 'eventPicture' | 'eventMaterial',
  wanted: Attached,
  present: StoredFile[],
): Promise<StoredFile[]> => {
  const tickets = wanted.flatMap((file) => ('ticketId' in file ? [file.ticketId] : []))
  const claimed = await claimFiles(tickets, { owner: call.actor.memberId, purpose, record: `event:${eventId}` })
  if (!claimed) throw call.refusal('fileUnusable')
  return wanted.map((file) => {
    const kept = 'kept' in file ? present[file.kept] : claimed.get(file.ticketId)
    if (!kept) throw call.refusal('fileUnusable')
    return { fileId: kept.fileId, name: file.name, size: kept.size }
  })
}

const described = async (
  call: DraftCall,
  eventId: string,
  draft: Draft,
  present: Pick<EventDoc, 'pictures' | 'materials'>,
) => {
  const hosts = await checkedHosts(call, draft)
  const pictures = await attach(call, eventId, 'eventPicture', draft.pictures, present.pictures)
  const materials = await attach(call, eventId, 'eventMaterial', draft.materials, present.materials)
  return { ...describe(draft, hosts), pictures, materials }
}

/** The event as it stands after a change, for the answer. */
const answer = async (
  call: BoundCall<C['publish']> | DraftCall | BoundCall<C['cancel']> | BoundCall<C['copy']>,
  eventId: string,
): Promise<AnswerOf<C['get']>> => {
  const event = await events.get(eventId)
  if (!event) throw call.refusal('notFound')
  return detailView(event, null, true)
}

const log = (
  call: BoundCall<C['publish']> | DraftCall | BoundCall<C['cancel']> | BoundCall<C['copy']>,
  what: string,
  eventId: string,
  key: string,
) => logChange(call.actor, call.now, { what: `event.${what}`, object: eventId, subjects: [] }, key)

/** The answer to what happens to an event once: its line in the log has a natural key, so a repetition writes a lost one. */
const logged = async (call: BoundCall<C['publish']> | BoundCall<C['cancel']>, what: string, eventId: string) => {
  await log(call, what, eventId, what)
  return answer(call, eventId)
}

export const create: Handler<C['create']> = async (call, { requestId, draft }) => {
  const id = derivedId(EVENT_ID_LENGTH, call.actor.memberId, requestId)
  const document = await described(call, id, draft, { pictures: [], materials: [] })
  await addEvent(id, document, { memberId: call.actor.memberId, at: call.now }, randomSecret())
  await log(call, 'create', id, 'created')
  return answer(call, id)
}

/** When time or place of a published event last changed, if this draft is carried out. */
const movedAtAfter = (event: EventDoc, draft: Draft, now: Date): Date | null => {
  const same =
    event.startsAt.getTime() === draft.startsAt.getTime() &&
    event.endsAt.getTime() === draft.endsAt.getTime() &&
    event.place.name === draft.place.name
  return event.state === 'published' && !same ? now : event.movedAt
}

/** Why an event can no longer be changed into this draft, as far as can be read. */
const changeRefusal = (event: EventDoc, draft: Draft, now: Date) => {
  if (event.state === 'cancelled') return 'eventCancelled'
  if (event.state === 'published' && event.endsAt < now) return 'eventOver'
  return draft.capacity !== null && event.taken > draft.capacity ? 'capacityBelowTaken' : null
}

export const change: Handler<C['change']> = async (call, { eventId, rev, draft }) => {
  const event = await mustFind(call, eventId)
  const refusal = changeRefusal(event, draft, call.now)
  if (refusal) throw call.refusal(refusal, { taken: event.taken })
  const document = await described(call, eventId, draft, event)
  const moved = event.startsAt.getTime() !== draft.startsAt.getTime()
  const fact = moved ? newFact('eventMoved', { eventId, startsAt: draft.startsAt }, call.now) : undefined
  const changed = await changeEvent(
    { _id: eventId, rev },
    { ...document, movedAt: movedAtAfter(event, draft, call.now) },
    { what: 'changed', by: call.actor.memberId, at: call.now, fact },
    // Sign-ups go on meanwhile: the new capacity must still hold those who are in.
    { state: event.state, ...(draft.capacity === null ? {} : { taken: _.lte(draft.capacity) }) },
  )
  if (!changed) await mustStandAlready(call, { eventId, rev, draft }, document)
  if (fact) await handOver(fact, [followMove])
  await promoteWaiting(eventId, call.now)
  await log(call, 'change', eventId, String(rev))
  return answer(call, eventId)
}

type Document = Awaited<ReturnType<typeof described>>

/** What the database and a draft have in common, whatever each made of dates and key order. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Whether this very change stands there already, because the answer to it was lost. */
const standsAlready = (standing: EventDoc, rev: number, by: string, document: Document): boolean => {
  const last = standing.history.at(-1)
  const fields = Object.keys(document) as (keyof Document)[]
  return (
    standing.rev === rev + 1 &&
    last?.what === 'changed' &&
    last.by === by &&
    fields.every((field) => isDeepStrictEqual(plain(standing[field]), plain(document[field])))
  )
}

/** Refuses a change that was not made, and lets go of the uploads that the standing event does not show. */
const mustStandAlready = async (
  call: BoundCall<C['change']>,
  { eventId, rev, draft }: ParsedOf<C['change']>,
  document: Document,
): Promise<void> => {
  const standing = await events.get(eventId)
  if (standing && standsAlready(standing, rev, call.actor.memberId, document)) return
  const shown = standing ? [...standing.pictures, ...standing.materials].map(({ fileId }) => fileId) : []
  const attached = [...draft.pictures, ...draft.materials]
  const unused = [...document.pictures, ...document.materials].flatMap(({ fileId }, at) => {
    const file = attached[at]
    return file && 'ticketId' in file && !shown.includes(fileId) ? [file.ticketId] : []
  })
  await releaseFiles(unused)
  throw call.refusal('changedMeanwhile')
}

const mayBecome = (event: EventDoc, state: EventState): boolean => EVENT_MOVES[event.state].includes(state)

export const publish: Handler<C['publish']> = async (call, { eventId, rev }) => {
  const event = await mustFind(call, eventId)
  // Repeating a publication whose answer was lost.
  if (event.state === 'published') return logged(call, 'publish', eventId)
  if (!mayBecome(event, 'published')) throw call.refusal('eventCancelled')
  if (event.endsAt < call.now) throw call.refusal('eventOver')
  const done = { what: 'published', by: call.actor.memberId, at: call.now } as const
  if (!(await changeEvent({ _id: eventId, rev }, { state: 'published', listed: true }, done, { state: 'draft' }))) {
    throw call.refusal('changedMeanwhile')
  }
  return logged(call, 'publish', eventId)
}

export const cancel: Handler<C['cancel']> = async (call, { eventId, reason }) => {
  const event = await mustFind(call, eventId)
  if (event.state === 'cancelled') return logged(call, 'cancel', eventId)
  if (event.state === 'published' && event.endsAt < call.now) throw call.refusal('eventOver')
  if (!(await isTextSafe(call.actor.openid, reason))) throw call.refusal('textRisky')
  const done = { what: 'cancelled', by: call.actor.memberId, at: call.now } as const
  if (!(await changeEvent(event, { state: 'cancelled', cancelReason: reason }, done, { state: event.state }))) {
    throw call.refusal('busy')
  }
  return logged(call, 'cancel', eventId)
}

export const copy: Handler<C['copy']> = async (call, { eventId, requestId, startsAt }) => {
  const event = await mustFind(call, eventId)
  const id = derivedId(EVENT_ID_LENGTH, call.actor.memberId, requestId)
  const times = shiftTimes(event, startsAt.getTime() - event.startsAt.getTime()) as Pick<
    Draft,
    'startsAt' | 'endsAt' | 'signUp' | 'cancelUntil' | 'checkIn'
  >
  const { kind, title, summary, place, capacity, waitlist, walkIns, audience, agenda, hosts } = event
  const hostBranchIds = event.hostBranchIds as Draft['hostBranchIds']
  const draft = { kind, title, summary, place, capacity, waitlist, walkIns, audience, agenda, hostBranchIds, ...times }
  const document = { ...describe({ ...draft, pictures: [], materials: [] }, hosts), pictures: [], materials: [] }
  await addEvent(id, document, { memberId: call.actor.memberId, at: call.now }, randomSecret())
  await log(call, 'copy', id, 'created')
  return answer(call, id)
}
