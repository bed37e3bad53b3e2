/** Consultations in the running cloud: booking one past the pages, moving it on, and what stands afterwards. */
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import type { LineDoc } from '../../cloudfunctions/consultation/store/lines'
import type { Answer } from '@/domain/kit'
import { serviceSlotIdOf } from '@/domain/service/rules'
import { atWallClock } from '@/domain/time'
import { cloud } from './cloud'
import { raise, staff } from './park'
import { recordsOf } from './records'
import { DAY_ID, enterpriseId, furnish, SATURDAY, teamOf } from './service'

/** Words that nobody outside may ever see. */
export const SECRET = '机密：首台套补贴如何申报'

/** The team, three enterprises and Saturday's day; staff, a foreign leader and a specialist of another team besides. */
export const open = async (): Promise<void> => {
  await furnish()
  await raise('staff', [staff])
  await raise('foreign-leader', [teamOf('teamLeader', 'team-02')])
  await raise('foreign-specialist', [teamOf('specialist', 'team-02')])
}

/** A slot of Saturday's day, `slotAt('anna', '09:30')`. */
export const slotAt = (person: 'anna' | 'bert', time: string, dayId = DAY_ID, day = SATURDAY): string =>
  serviceSlotIdOf(dayId, `m-${person}`, atWallClock(day, time))

export const ok = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
  return answer.data
}
export const refused = (code: string, detail?: object) => ({
  ok: false,
  error: expect.objectContaining({ code, ...(detail && { detail }) }) as object,
})

export const holdFor = async (n: number, slotId: string): Promise<void> => {
  ok(await cloud.as(`contact-${n}`).call('service.hold', { slotId, enterpriseId: enterpriseId(n) }))
}
export const bookInput = (n: number, slotId: string, overrides = {}) => ({
  slotId,
  enterpriseId: enterpriseId(n),
  topic: 'tax' as const,
  question: SECRET,
  ...overrides,
})
export const bookHeld = (n: number, slotId: string, overrides = {}) =>
  cloud.as(`contact-${n}`).call('consultation.book', bookInput(n, slotId, overrides))

/** Holds and books a slot for `enterprise-0<n>`; the consultation's id. */
export const booked = async (n: number, slotId: string, overrides = {}): Promise<string> => {
  await holdFor(n, slotId)
  return ok(await bookHeld(n, slotId, overrides)).outline.id
}

export const stands = (id: string): ConsultationDoc => {
  const [doc] = recordsOf<ConsultationDoc>(cloud.local, 'consultations', { _id: id })
  if (!doc) throw new Error(`no consultation ${id}`)
  return doc
}
export const linesIn = (consultationId: string): LineDoc[] =>
  recordsOf<LineDoc>(cloud.local, 'lines', { consultationId })

interface Told {
  to: string
  kind: string
}
/** Who was told what, in order of kind and person: `bookedWithYou m-anna`. */
export const told = (...kinds: string[]): string[] =>
  recordsOf<Told>(cloud.local, 'messages', kinds.length > 0 ? { kind: { $in: kinds } } : {})
    .map(({ kind, to }) => `${kind} ${to}`)
    .sort()

/** The sweepers of a moment: the service's and this context's. */
export const sweep = async (now: Date): Promise<void> => {
  cloud.setNow(now)
  for (const context of ['service', 'consultation'] as const) {
    const { timers } = (await import(`../../cloudfunctions/${context}/timers`)) as {
      timers: Record<string, (at: Date) => Promise<void>>
    }
    await timers['sweep']?.(now)
  }
}

/** The meeting of Saturday's `time` is on. */
export const atMeeting = (time: string): Date => atWallClock(SATURDAY, time)

let requests = 0
/** A new intention of somebody. */
export const request = (): string => `request-${String(++requests).padStart(6, '0')}`

/** A meeting that was held and answered. */
export const answered = async (n: number, time = '09:30'): Promise<string> => {
  const id = await booked(n, slotAt('anna', time))
  cloud.setNow(atMeeting(time))
  const outcome = { consultationId: id, requestId: request(), outcome: 'answered' as const, words: '已当面答复' }
  ok(await cloud.as('anna').call('consultation.conclude', outcome))
  return id
}
/** One that somebody is at work on. */
export const followedUp = async (n: number, time = '09:30'): Promise<string> => {
  const id = await booked(n, slotAt('anna', time))
  cloud.setNow(atMeeting(time))
  const input = { consultationId: id, requestId: request(), outcome: 'followUp' as const, words: '会后核对政策口径' }
  ok(await cloud.as('anna').call('consultation.conclude', { ...input, nextStep: '核对口径后回电', dueDays: 2 }))
  return id
}
