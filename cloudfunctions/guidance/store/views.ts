/** What a guidance looks like to whoever may see it, and how much of it. */
import { seesAll, type Standing } from '@/domain/consultation/rules'
import type { Contracts } from '@/domain/contracts'
import type { AnswerOf } from '@/domain/kit'
import { outlineOf, type ConsultationDoc } from '../../consultation/public'
import type { GuidanceDoc, MeetingDoc } from './guidances'

export type View = AnswerOf<Contracts['guidance']['get']>

export interface Known {
  guidance: GuidanceDoc
  consultation: ConsultationDoc
  standings: readonly Standing[]
}

const meetingView = ({ id, startsAt, endsAt, placeName }: MeetingDoc) => ({ id, startsAt, endsAt, placeName })
/** The next planned meeting, or the one going on. */
export const nextMeeting = ({ meetings }: Pick<GuidanceDoc, 'meetings'>, now: Date) =>
  meetings
    .filter(({ state, endsAt }) => state === 'planned' && endsAt > now)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0]

/** Who, when, topic, state and stage. */
export const guidanceOutline = (
  guidance: Pick<GuidanceDoc, 'stage' | 'meetings'>,
  consultation: ConsultationDoc,
  now: Date,
) => {
  const next = nextMeeting(guidance, now)
  return { ...outlineOf(consultation, now), stage: guidance.stage, next: next ? meetingView(next) : null }
}

const newestFirst = (a: MeetingDoc, b: MeetingDoc): number => b.startsAt.getTime() - a.startsAt.getTime()

/** Why whoever guides it does: of somebody who took over since it says nothing. */
const matchOf = ({ match }: GuidanceDoc, { ownerId }: ConsultationDoc): NonNullable<View['full']>['match'] =>
  match?.personId === ownerId ? { by: match.by, reasons: match.reasons, words: match.words } : null

const fullOf = ({ guidance, consultation }: Known): View['full'] => {
  const { project, stageHistory, items, files, meetings, result, looks } = guidance
  return {
    project,
    match: matchOf(guidance, consultation),
    words: consultation.question,
    stageHistory,
    items: items.map((item) => ({ ...item, doneBy: item.doneByName })),
    files: files.map(({ id, title, versions }) => ({ id, title, versions: [...versions].reverse() })),
    meetings: [...meetings].sort(newestFirst),
    result,
    looks,
  }
}

export const sideOf = (standings: readonly Standing[]): View['side'] => {
  if (standings.includes('owner') || standings.includes('leader')) return 'team'
  return standings.includes('enterprise') ? 'enterprise' : 'staff'
}

/** As much of it as the reader may see. @param revealed to staff, this once */
export const viewOf = (known: Known, now: Date, revealed = false): View => {
  const { guidance, consultation, standings } = known
  const all = revealed || seesAll(standings)
  return {
    now,
    sight: all ? 'full' : 'outline',
    side: sideOf(standings),
    outline: guidanceOutline(guidance, consultation, now),
    full: all ? fullOf(known) : null,
  }
}
