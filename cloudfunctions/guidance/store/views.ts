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

const fullOf = ({ project, stageHistory, items, files, meetings, result }: GuidanceDoc): View['full'] => ({
  project,
  stageHistory,
  items: items.map((item) => ({ ...item, doneBy: item.doneByName })),
  files: files.map(({ id, title, versions }) => ({ id, title, versions: [...versions].reverse() })),
  meetings: [...meetings].sort(newestFirst),
  result,
})

export const sideOf = (standings: readonly Standing[]): View['side'] => {
  if (standings.includes('owner') || standings.includes('leader')) return 'team'
  return standings.includes('enterprise') ? 'enterprise' : 'staff'
}

/** As much of it as the reader may see. */
export const viewOf = ({ guidance, consultation, standings }: Known, now: Date): View => {
  const all = seesAll(standings)
  return {
    now,
    sight: all ? 'full' : 'outline',
    side: sideOf(standings),
    outline: guidanceOutline(guidance, consultation, now),
    full: all ? fullOf(guidance) : null,
  }
}
