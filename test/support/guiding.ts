/** A guidance in the running cloud: begun past the pages, and what stands afterwards. */
import { EJSON } from 'bson'
import type { GuidanceDoc } from '../../cloudfunctions/guidance/store/guidances'
import type { InputFor } from '@/domain/contracts'
import { atWallClock } from '@/domain/time'
import { cloud } from './cloud'
import { ok, open, request, SECRET } from './consulting'
import { recordsOf } from './records'

export { open }

export const startInput = (overrides: Partial<InputFor<'guidance.start'>> = {}): InputFor<'guidance.start'> => ({
  requestId: request(),
  teamId: 'team-01',
  enterpriseId: 'enterprise-01',
  project: { name: '机密：硅材料中试', programme: 'keyResearch' },
  words: SECRET,
  ...overrides,
})

/** Anna guides `enterprise-01`; the guidance's id. */
export const begun = async (overrides: Partial<InputFor<'guidance.start'>> = {}): Promise<string> =>
  ok(await cloud.as('anna').call('guidance.start', startInput(overrides))).outline.id

export const guidanceOf = (id: string): GuidanceDoc => {
  const [doc] = recordsOf<GuidanceDoc>(cloud.local, 'guidances', { _id: id })
  if (!doc) throw new Error(`no guidance ${id}`)
  return doc
}

/** Tuesday after NOW, from a time on for an hour. */
export const TUESDAY = '2026-11-24'
export const at = (time: string, day = TUESDAY): number => atWallClock(day, time).getTime()
export const hour = (time: string, day = TUESDAY) => ({
  startsAt: at(time, day),
  endsAt: at(time, day) + 3600_000,
  placeName: '多功能服务室',
})

/** Deeds of a guidance: the test says which action each is, so that it stands there which refusals it provokes. */
export const get = (who: string, id: string) => cloud.as(who).call('guidance.get', { consultationId: id })
export const moving =
  (action: 'guidance.moveStage') =>
  (id: string, input: Partial<InputFor<'guidance.moveStage'>> = {}, who = 'anna') =>
    cloud.as(who).call(action, {
      ...{ consultationId: id, from: 'diagnosis', to: 'materials', reason: '' },
      ...input,
    })
export const adding =
  (action: 'guidance.addItem') =>
  (id: string, input: Partial<InputFor<'guidance.addItem'>> = {}, who = 'anna') =>
    cloud.as(who).call(action, {
      ...{ consultationId: id, requestId: request(), title: '近三年审计报告', owner: 'enterprise', dueDay: TUESDAY },
      ...input,
    })
export const ticking =
  (action: 'guidance.tickItem') =>
  (id: string, itemId: string, who: string, done = true) =>
    cloud.as(who).call(action, { consultationId: id, itemId, done })
export const planning =
  (action: 'guidance.planMeeting') =>
  (id: string, time = '10:00', who = 'anna', overrides = {}) =>
    cloud.as(who).call(action, { consultationId: id, requestId: request(), ...hour(time), ...overrides })
export const finishing =
  (action: 'guidance.finish') =>
  (id: string, input: Partial<InputFor<'guidance.finish'>> = {}) =>
    cloud.as('anna').call(action, {
      ...{ consultationId: id, requestId: request(), state: 'approved', amount: 120_000_00, decidedOn: '2026-11-20' },
      ...{ words: '省重点研发计划立项' },
      ...input,
    })
/** Changes a document past everything that would refuse it. */
export const put = (collection: string, id: string, data: object) =>
  cloud.local.database.handle('database.modifyDocument', {
    collectionName: collection,
    query: JSON.stringify({ _id: id }),
    data: EJSON.stringify({ $set: data }),
    multi: false,
    merge: true,
    upsert: false,
  })
export const inStage = (id: string, stage: string) => put('guidances', id, { stage })

/** The sweepers of a moment: the service's, the consultation's and this context's. */
export const sweepAll = async (now: Date): Promise<void> => {
  cloud.setNow(now)
  for (const context of ['guidance', 'consultation', 'service'] as const) {
    const { timers } = (await import(`../../cloudfunctions/${context}/timers`)) as {
      timers: Record<string, (at: Date) => Promise<void>>
    }
    await timers['sweep']?.(now)
  }
}
