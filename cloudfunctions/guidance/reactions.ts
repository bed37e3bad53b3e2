/** What `guidance` does when a fact arrives, its own or a neighbour's. Each may arrive twice. */
import { nextStepWords } from '@/domain/guidance/labels'
import type { NextStep } from '@/domain/guidance/rules'
import { dueAfter } from '@/domain/working-time'
import { consultationFor, type Finish, type Opening } from '../consultation/public'
import {
  followGuidanceFinished,
  followGuidanceMet,
  followGuidanceStarted,
  followGuidanceStep,
} from '../consultation/reactions'
import { contactsOf } from '../enterprise/public'
import { findActor, keepersOf } from '../kernel/actor'
import { handOver, type Fact, type Reaction } from '../kernel/facts'
import { isWorkingDay } from '../kernel/working-days'
import { writeLogged } from '../kernel/logged'
import { tellEach } from '../message/reactions'
import { releaseMeeting, type PersonAwayFact } from '../service/public'
import { aboutOf, tellKeepers, type Audience, type ReleasedFact, type ToldFact } from './store/facts'
import { guidances, guidancesMeeting } from './store/guidances'
import { handMeetingsOn } from './store/handing-on'
import { renameGuide, replacePerson } from './store/people'

const membersOf = async (to: Audience): Promise<string[]> => {
  if ('member' in to) return to.member === '' ? [] : [to.member]
  if ('keepersOf' in to) return (await keepersOf(to.keepersOf)).map(({ memberId }) => memberId)
  return ((await contactsOf([to.contactsOf])).get(to.contactsOf) ?? []).map(({ memberId }) => memberId)
}

/** Tells whoever is concerned at this moment; each of them once. */
const tellThem = async (fact: ToldFact): Promise<void> => {
  const { to, consultationId } = fact.data
  const about = { page: 'contactsOf' in to ? 'guidance' : 'deskGuidance', id: consultationId } as const
  await tellEach(fact, await membersOf(to), about)
}

const giveBack = ({ data: { key, ...whose } }: ReleasedFact): Promise<void> => releaseMeeting(key, whose)

/** Working days within which something has to happen where no day was agreed on. */
const WITHOUT_A_DAY = 5

/** A meeting is written up on the next working day, and finds another time within one; what is due on a day, on that day. */
const dueOfStep = ({ kind, at }: NextStep, now: Date): Date => {
  if (kind === 'replan') return dueAfter(now, 1, isWorkingDay)
  if (at === null) return dueAfter(now, WITHOUT_A_DAY, isWorkingDay)
  return kind === 'meeting' || kind === 'note' ? dueAfter(at, 1, isWorkingDay) : at
}

/** The consultation's clock follows what comes next, as it stands now: an older fact that comes late says the same. */
const stepOn = async (fact: Fact<'guidanceStepped', { consultationId: string; by: string }>): Promise<void> => {
  const guidance = await guidances.get(fact.data.consultationId)
  if (!guidance) return
  const { step } = guidance
  const waiting = step.kind === 'item' && step.whose === 'enterprise'
  await followGuidanceStep({
    ...fact,
    data: { ...fact.data, nextStep: nextStepWords(step), dueAt: dueOfStep(step, fact.at), waiting },
  })
}

const start = (fact: Fact<'guidanceStarted', Opening>): Promise<void> => followGuidanceStarted(fact)
const finish = (fact: Fact<'guidanceFinished', Finish>): Promise<void> => followGuidanceFinished(fact)

const reactions: Record<string, readonly unknown[]> = {
  guidanceStarted: [start],
  guidanceStepped: [stepOn],
  guidanceMet: [followGuidanceMet],
  guidanceFinished: [finish],
  told: [tellThem],
  meetingReleased: [giveBack],
  logged: [writeLogged],
}
export const reactionsTo = (kind: string) => (reactions[kind] ?? []) as readonly Reaction<Fact>[]

/** First hand-over of all that a change left behind, in its order: what becomes of the consultation comes before who is told. */
export const handOverAll = async (facts: readonly Fact[]): Promise<void> => {
  for (const fact of facts) await handOver(fact, reactionsTo(fact.kind))
}

/** Somebody else guides now: whoever does by the time that this arrives takes the meetings over. */
export const followGuideChanged = async ({ data }: Fact<string, { consultationId: string }>): Promise<void> =>
  handOverAll(await handMeetingsOn(data.consultationId, new Date()))

/** Somebody will be away: who looks after the team finds somebody, or another time, for their meetings then. */
export const followPersonAway = async ({ id, at, data }: PersonAwayFact): Promise<void> => {
  const { specialistId, from, to } = data
  for (const { _id, meetings } of await guidancesMeeting(specialistId)) {
    const lost = meetings.filter(
      (one) => one.state === 'planned' && one.specialistId === specialistId && one.startsAt < to && one.endsAt > from,
    )
    const consultation = lost.length > 0 ? await consultationFor(_id) : null
    if (!consultation) continue
    for (const { id: meetingId, startsAt } of lost) {
      const params = { ...aboutOf(consultation), at: startsAt.getTime() }
      await tellThem({
        ...tellKeepers(consultation, 'bookingWithoutPerson', params, at),
        id: `${id}:${_id}:${meetingId}`,
      })
    }
  }
}

/** A member's name was corrected: the meetings ahead go by the name that stands now. */
export const followName = async ({ data }: Fact<string, { memberId: string }>): Promise<void> => {
  const actor = await findActor(data.memberId)
  if (actor && actor.name !== '') await renameGuide(actor.memberId, actor.name)
}

/** A binding was merged into an imported record: what the person did goes on under the record's id. */
export const followMerge = ({ data }: Fact<'memberMerged', { from: string; to: string }>): Promise<void> =>
  replacePerson(data.from, { id: data.to })

/** A person's data was erased: what they did stays, without their name. */
export const followErasure = ({ data }: Fact<'memberErased', { memberId: string }>): Promise<void> =>
  replacePerson(data.memberId, { id: '', name: '' })
