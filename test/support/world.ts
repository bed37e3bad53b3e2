/** Two branches with one of everything, and one person of every role at home in the first: what access is tested in. */
import { FIRST_CENTRE } from '@/domain/centre/rules'
import { ROLES, type Grant, type Role } from '@/domain/kit'
import { dayKey } from '@/domain/time'
import { buildEvent, buildExhibit, buildMember, buildRegistration, buildSuggestion } from '../../config/seed/builders'
import { buildCentre, buildVisit, buildVisitSlot } from '../../config/seed/centre-builders'
import { buildJob } from '../../config/seed/document-builders'
import { buildConsultation, buildLine } from '../../config/seed/consultation-builders'
import { buildContact, buildEnterprise, buildOutreach } from '../../config/seed/enterprise-builders'
import { buildMessage, buildNotice } from '../../config/seed/message-builders'
import {
  buildAbsence,
  buildServiceDay,
  buildServiceSlots,
  buildSpecialist,
  sheetsFor,
} from '../../config/seed/service-builders'
import { buildGuidance, buildItem, buildMeeting, buildVersion } from '../../config/seed/guidance-builders'
import { cloud } from './cloud'
import { branch, HOUR, NOW, otherBranch, raise, secretaryOf, staff } from './park'
import type { Ids } from './sample'

export type Side = 'own' | 'foreign'

const grantsOf: Partial<Record<Role, Grant[]>> = {
  secretary: [secretaryOf(branch)],
  staff: [staff],
  contact: [{ role: 'contact', scope: 'enterprise', scopeId: 'enterprise-01' }],
  specialist: [{ role: 'specialist', scope: 'team', scopeId: 'team-01' }],
  teamLeader: [{ role: 'teamLeader', scope: 'team', scopeId: 'team-01' }],
  volunteer: [{ role: 'volunteer', scope: 'zone', scopeId: '' }],
  editor: [{ role: 'editor', scope: 'zone', scopeId: '' }],
}

/** The openid of the person who holds a role; `visitor` is bound to nothing. */
export const personOf = (role: Role): string => `world-${role}`

/** Ids that an input may name, on either side of the caller's scope. Everything foreign has `FOREIGN` in its id. */
export const idsOf = (side: Side): Ids => {
  const foreign = side === 'foreign'
  const home = foreign ? otherBranch : branch
  return {
    eventId: foreign ? 'EVFOREIGN' : 'EVOWN',
    memberId: foreign ? 'm-FOREIGN' : 'm-own',
    MemberId: foreign ? 'm-FOREIGN' : 'm-own',
    branchId: home._id,
    hostBranchIds: [home._id],
    suggestionId: 'suggestion-1',
    exhibitId: 'EXOWN',
    scope: 'branch',
    scopeId: home._id,
    role: 'volunteer',
    ...draftTimes(),
    ...visitIds(),
    messageId: messageOf(foreign)._id,
    jobId: jobOf(foreign)._id,
    ...enterpriseIds(foreign),
    ...serviceIds(foreign),
    consultationId: consultationOf(foreign)._id,
    specialistId: serviceOf(foreign).person._id,
    ...{
      itemId: 'item-0001',
      meetingId: 'meeting-0001',
      versionId: 'version-0001',
      dueDay: dayKey(NOW),
      ticketId: 'ticket-0001',
    },
    decidedOn: dayKey(NOW),
  }
}

/** There is one centre, and whoever edits it does so for everyone: its visits lie on no side. */
const slot = buildVisitSlot(new Date(NOW.getTime() + HOUR), { taken: 1 })
const visit = buildVisit(slot, 'm-own')
const visitIds = () => ({ slotId: slot._id, visitId: visit._id, day: dayKey(NOW), centre: FIRST_CENTRE })

/** An enterprise with somebody who speaks for it and a visit to it, on each side; the visit's team decides its side. */
const sides = [
  { enterpriseId: 'enterprise-01', teamId: 'team-01', outreachId: 'enterprise-01:1', by: 'm-world-specialist' },
  { enterpriseId: 'enterprise-FOREIGN', teamId: 'team-FOREIGN', outreachId: 'enterprise-FOREIGN:1', by: 'm-FOREIGN' },
]
const enterpriseIds = (foreign: boolean): Ids => {
  const { enterpriseId, teamId, outreachId } = sides[foreign ? 1 : 0] as (typeof sides)[number]
  return { enterpriseId, teamId, outreachId }
}

const putEnterprises = async (): Promise<void> => {
  for (const { enterpriseId, teamId, by } of sides) {
    const name = `演示企业${enterpriseId}`
    await cloud.put('enterprises', buildEnterprise(enterpriseId, { name, confirmed: 1 }))
    await cloud.put('outreach', buildOutreach(enterpriseId, 1, dayKey(NOW), { teamId, by }))
  }
  await cloud.put('contacts', buildContact('enterprise-01', 'm-world-contact'))
  await cloud.put('contacts', buildContact('enterprise-FOREIGN', 'm-FOREIGN'))
}

/** A service day of either team, a week ahead, with a specialist at its one table. */
const serviceOf = (foreign: boolean) => {
  const teamId = foreign ? 'team-FOREIGN' : 'team-01'
  const person = buildSpecialist(foreign ? 'm-FOREIGN' : 'm-world-specialist', { teamId })
  const day = buildServiceDay(foreign ? 'day-FOREIGN' : 'day-own', dayKey(NOW.getTime() + 168 * HOUR), [person], {
    teamId,
    title: foreign ? '服务日FOREIGN' : '链上服务日',
  })
  const absence = buildAbsence(foreign ? 'absence-FOREIGN' : 'absence-own', person._id, day.endsAt, { teamId })
  return { person, day, absence, slots: buildServiceSlots(day) }
}
const serviceIds = (foreign: boolean): Ids => {
  const { day, absence, slots } = serviceOf(foreign)
  return { serviceDayId: day._id, ServiceSlotId: slots[0]?._id, absenceId: absence._id }
}
const putService = async (): Promise<void> => {
  for (const { person, day, absence, slots } of [serviceOf(false), serviceOf(true)]) {
    await cloud.put('specialists', person)
    await cloud.put('serviceDays', day)
    await cloud.put('serviceSlots', ...slots)
    await cloud.put('daySheets', ...sheetsFor([day], slots))
    await cloud.put('absences', absence)
  }
}

/** A question that somebody is at work on, on either side. */
const consultationOf = (foreign: boolean) =>
  foreign
    ? buildConsultation('consultation-FOREIGN', NOW, {
        state: 'open',
        enterpriseId: 'enterprise-FOREIGN',
        teamId: 'team-FOREIGN',
        ownerId: 'm-FOREIGN',
        contactId: 'm-FOREIGN',
        dayId: 'day-FOREIGN',
      })
    : buildConsultation('consultation-own', NOW, { state: 'open', dayId: 'day-own' })
/** Guidance under the same id, with one of everything that an action may name. */
const guidanceOf = (consultation: ReturnType<typeof consultationOf>) =>
  buildGuidance(consultation, NOW, {
    project: { name: `申报${consultation._id}`, programme: 'keyResearch' },
    items: [buildItem('item-0001', '演示材料', 'enterprise', null)],
    meetings: [buildMeeting('meeting-0001', new Date(NOW.getTime() + 24 * HOUR))],
    files: [{ id: 'slot-0001', title: '申报书', versions: [buildVersion('version-0001', '申报书.pdf', NOW)] }],
  })
const putConsultations = async (): Promise<void> => {
  for (const consultation of [consultationOf(false), consultationOf(true)]) {
    const said = { at: NOW, kind: 'words', side: 'team', text: consultation._id } as const
    await cloud.put('consultations', { ...consultation, said: 1 })
    await cloud.put('lines', buildLine(consultation, 1, said))
    await cloud.put('guidances', guidanceOf(consultation))
  }
}

/** A sheet that was asked for on either side. */
const jobOf = (foreign: boolean) =>
  foreign
    ? buildJob('JOBFOREIGN', 'm-FOREIGN', NOW, { params: { eventId: 'EVFOREIGN' }, title: '活动名单·FOREIGN' })
    : buildJob('JOBOWN', 'm-world-secretary', NOW, { params: { eventId: 'EVOWN' } })

/** Something that a person of either side was told. */
const messageOf = (foreign: boolean) =>
  buildMessage(buildNotice(foreign ? 'm-FOREIGN' : 'm-own', NOW, { key: foreign ? 'told-FOREIGN' : 'told-own' }))

const draftTimes = () => {
  const at = (hours: number) => NOW.getTime() + hours * HOUR
  return {
    startsAt: at(24),
    endsAt: at(26),
    cancelUntil: at(10),
    signUp: { opensAt: at(-1), closesAt: at(24) },
    checkIn: { opensAt: at(23), closesAt: at(26) },
    place: { name: '演示地点' },
    capacity: 30,
    title: '演示活动',
    confirm: '删除',
  }
}

export const buildWorld = async (): Promise<void> => {
  await cloud.local.reset()
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  for (const role of ROLES) {
    if (role === 'visitor') continue
    await raise(personOf(role), grantsOf[role], branch, role === 'bound' ? { state: 'unconfirmed' } : {})
  }
  await raise('second-staff', [staff])
  const start = new Date(NOW.getTime() + HOUR / 4)
  const own = buildEvent('EVOWN', branch, start, { audience: 'hosts', taken: 1 })
  const foreign = buildEvent('EVFOREIGN', otherBranch, start, { audience: 'hosts', taken: 1 })
  await cloud.put('events', own, foreign)
  await cloud.put('members', buildMember('m-own', '演示本支部', branch, { state: 'unconfirmed' }))
  await cloud.put('members', buildMember('m-FOREIGN', '演示外支部', otherBranch, { state: 'unconfirmed' }))
  await cloud.put('registrations', buildRegistration(own, 'm-own'), buildRegistration(foreign, 'm-FOREIGN'))
  // Exhibits lie in no branch: every editor cares for all of them.
  const display = buildExhibit('display', 'EXOWN', { hallId: 'h1', number: '101' })
  await cloud.put('exhibits', buildExhibit('hall', 'h1', { title: '演示展厅' }), display)
  await cloud.put('suggestions', buildSuggestion('suggestion-1', 'someone'))
  await cloud.put('jobs', jobOf(false), jobOf(true))
  await cloud.put('centres', buildCentre())
  await cloud.put('visitSlots', slot)
  await cloud.put('visits', visit)
  await cloud.put('messages', messageOf(false), messageOf(true))
  await putEnterprises()
  await putService()
  await putConsultations()
}
