/** Guidances as their store would have written them: see builders.ts. */
import { nextStepOf, type ItemOwner } from '@/domain/guidance/rules'
import { HOUR } from '@/domain/time'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import {
  newGuidance,
  remindAtOf,
  type GuidanceDoc,
  type ItemDoc,
  type MeetingDoc,
  type VersionDoc,
} from '../../cloudfunctions/guidance/store/guidances'

type Of = Pick<ConsultationDoc, '_id' | 'enterpriseId' | 'ownerId' | 'bookedAt'>

/** The guidance of a one-to-one consultation, just begun unless it is said; what comes next follows from the rest. */
export const buildGuidance = (of: Of, now: Date, overrides: Partial<GuidanceDoc> = {}): GuidanceDoc => {
  const project = { name: '演示硅材料中试项目', programme: 'keyResearch' as const }
  const fresh = newGuidance({ _id: of._id, enterpriseId: of.enterpriseId, project }, of.ownerId, [], of.bookedAt)
  const doc = { ...fresh, ...overrides }
  return { ...doc, step: nextStepOf(doc, now), remindAt: remindAtOf(doc.items) }
}

export const buildItem = (
  id: string,
  title: string,
  owner: ItemOwner,
  dueDay: string | null,
  overrides: Partial<ItemDoc> = {},
): ItemDoc => ({
  ...{ id, title, owner, dueDay, doneAt: null, doneBy: '', doneByName: '', reminded: false, rev: 1 },
  ...overrides,
})

/** A meeting of an hour; planned unless it is said. Its time in the day sheets is the caller's to write. */
export const buildMeeting = (id: string, startsAt: Date, overrides: Partial<MeetingDoc> = {}): MeetingDoc => ({
  ...{ id, nonce: `nonce-${id}`, startsAt, endsAt: new Date(startsAt.getTime() + HOUR), placeName: '多功能服务室' },
  ...{ specialistId: 'm-specialist-01', specialistName: '演示专员01', state: 'planned', note: '', reason: '' },
  ...overrides,
})

export const buildVersion = (id: string, name: string, at: Date, overrides: Partial<VersionDoc> = {}): VersionDoc => ({
  ...{ id, name, at, fileId: `cloud://demo/${id}`, size: 204_800, by: '', byName: '演示联络人01', side: 'enterprise' },
  note: '',
  ...overrides,
})
