/** What a consultation looks like to whoever may see it, and how much of it. */
import type { Holder } from '@/domain/access'
import { isOver, sightOf, standingsOf, type Standing } from '@/domain/consultation/rules'
import { daysWaited, latenessOf, transferLapsesAt } from '@/domain/consultation-clock'
import type { consultationFull, consultationOutline, lineOut } from '@/domain/consultation-view'
import type { Contracts } from '@/domain/contracts'
import type { AnswerOf } from '@/domain/kit'
import type * as v from 'valibot'
import { temporaryUrls } from '../../file/public'
import type { Actor } from '../../kernel/actor'
import { logUnexpected } from '../../kernel/log'
import { isWorkingDay } from '../../kernel/working-days'
import type { ConsultationDoc, StoredFile, Transfer } from './document'
import { linesOf, linesUnderWay, type LineDoc } from './lines'

type Outline = v.InferInput<typeof consultationOutline>
type Full = v.InferInput<typeof consultationFull>
type Line = v.InferInput<typeof lineOut>
export type View = AnswerOf<Contracts['consultation']['get']>
type Urls = ReadonlyMap<string, string>

/** Who is responsible. */
export const ownerOf = ({ ownerId, owner }: Pick<ConsultationDoc, 'ownerId' | 'owner'>) => ({ id: ownerId, ...owner })

const meetingOf = ({ slotId, dayId, startsAt, endsAt, placeName }: ConsultationDoc): Outline['meeting'] =>
  startsAt && endsAt ? { slotId, dayId, startsAt, endsAt, placeName } : null

const waitingOf = (doc: ConsultationDoc, now: Date): Outline['waiting'] =>
  doc.waitingSince && !isOver(doc.state)
    ? {
        days: daysWaited(doc, now, isWorkingDay),
        level: doc.silence.level,
        lapsesAt: doc.silence.lapsesAt,
      }
    : null

const transferOf = ({ to, from, at }: Transfer) => ({ to, from, at, until: transferLapsesAt(at, isWorkingDay) })

/** Who, when, topic and state. */
export const outlineOf = (doc: ConsultationDoc, now: Date): Outline => ({
  id: doc._id,
  mode: doc.mode,
  state: doc.state,
  topic: doc.topic,
  enterprise: { id: doc.enterpriseId, name: doc.enterpriseName },
  teamId: doc.teamId,
  owner: ownerOf(doc),
  meeting: meetingOf(doc),
  bookedAt: doc.bookedAt,
  dueAt: doc.dueAt,
  waitingSince: doc.waitingSince,
  lateness: latenessOf(doc, now, isWorkingDay),
  waiting: waitingOf(doc, now),
  outcome: doc.outcome,
  verdict: doc.verdict,
  transfer: doc.transfer && transferOf(doc.transfer),
  closedAt: doc.closedAt,
  reopenUntil: doc.reopenUntil,
})

const fileView = ({ fileId, name, size }: StoredFile, urls: Urls) => ({ name, size, url: urls.get(fileId) ?? '' })

/** Everything but the names of who asked for what: that stands in the log. */
const fullOf = (doc: ConsultationDoc, urls: Urls, now: Date): Full => ({
  ...outlineOf(doc, now),
  question: doc.question,
  files: doc.files.map((file) => fileView(file, urls)),
  contact: { id: doc.contactId, name: doc.contactName },
  nextStep: doc.nextStep,
  problem: doc.problem,
  transferReason: doc.transfer?.reason ?? '',
  rating: doc.rating,
  looks: doc.looks.map(({ at, byName, reason }) => ({ at, byName, reason })),
})

const lineView = ({ _id, at, kind, side, byName, text, files }: LineDoc, urls: Urls): Line => ({
  id: _id,
  at,
  kind,
  side,
  byName,
  text,
  files: files.map((file) => fileView(file, urls)),
})

/** Short-lived addresses of these files. Words must not fail because a file cannot be addressed just now. */
const urlsOf = async (files: readonly StoredFile[]): Promise<Urls> => {
  if (files.length === 0) return new Map()
  try {
    return await temporaryUrls([...new Set(files.map(({ fileId }) => fileId))])
  } catch (error) {
    logUnexpected('consultation.files', '', error)
    return new Map()
  }
}

export const lineViews = async (rows: readonly LineDoc[]): Promise<Line[]> => {
  const urls = await urlsOf(rows.flatMap(({ files }) => files))
  return rows.map((row) => lineView(row, urls))
}

/** What was said last, oldest first; what is on its way still counts. */
const lastLines = async (doc: ConsultationDoc) => {
  if (doc.said === 0) return { rows: [], nextCursor: null }
  const { rows, nextCursor } = await linesOf(doc._id, null)
  const known = new Set(rows.map(({ _id }) => _id))
  const oldest = rows.at(-1)?.at
  const late = linesUnderWay(doc.facts).filter(({ _id, at }) => !known.has(_id) && (!oldest || at >= oldest))
  const all = [...rows, ...late].sort((a, b) => a.at.getTime() - b.at.getTime() || (a._id < b._id ? -1 : 1))
  return { rows: all, nextCursor }
}

/** As much of a consultation as the reader may see. @param revealed to staff, this once */
export const viewOf = async (doc: ConsultationDoc, reader: Actor, now: Date, revealed = false): Promise<View> => {
  const standings = standingsOf(reader, confidential(doc))
  const side = (revealed ? 'staff' : standings[0]) ?? 'staff'
  const sight = revealed ? 'full' : sightOf(reader, confidential(doc))
  const asked = standings.includes('asked') ? (doc.transfer?.reason ?? '') : ''
  const outline = outlineOf(doc, now)
  if (sight !== 'full')
    return { now, sight: 'outline', side, outline, full: null, askReason: asked, lines: [], earlierLines: null }
  const { rows, nextCursor } = await lastLines(doc)
  const urls = await urlsOf([...doc.files, ...rows.flatMap(({ files }) => files)])
  const lines = rows.map((row) => lineView(row, urls))
  return { now, sight, side, outline, full: fullOf(doc, urls, now), askReason: asked, lines, earlierLines: nextCursor }
}

/** What decides who sees it. */
export const confidential = ({ enterpriseId, teamId, ownerId, transfer }: ConsultationDoc) => ({
  enterpriseId,
  teamId,
  ownerId,
  askedId: transfer?.to.id ?? null,
})
export const standingsIn = (doc: ConsultationDoc, reader: Holder): Standing[] => standingsOf(reader, confidential(doc))
