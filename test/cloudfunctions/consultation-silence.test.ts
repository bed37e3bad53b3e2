/** An enterprise that is waited for and does not answer: who hears of it when, and how it may end. */
import { atWallClock, DAY, dayKey, HOUR, sayTime } from '@/domain/time'
import { change, consultations } from '../../cloudfunctions/consultation/store/consultations'
import { timers } from '../../cloudfunctions/consultation/timers'
import { _, collection } from '../../cloudfunctions/kernel/db'
import { cloud } from '../support/cloud'
import {
  answered,
  booked,
  followedUp,
  linesIn,
  ok,
  open,
  refused,
  request,
  slotAt,
  stands,
  sweep,
  told,
} from '../support/consulting'
import { raise } from '../support/park'
import { contactOf, enterpriseId } from '../support/service'

const KINDS = ['wordAwaited', 'materialAwaited', 'closingAnnounced', 'enterpriseSilent', 'mayCloseUnanswered']
const tellings = () => told(...KINDS)
const at = (day: string, time = '09:00') => atWallClock(day, time)

/** What is told anew by sweeping at these moments: `12-02 9:00 wordAwaited m-contact-1`. */
const toldFrom = async (from: Date, to: Date, step: number): Promise<string[]> => {
  const seen: string[] = []
  for (let now = from; now <= to; now = new Date(now.getTime() + step)) {
    const before = tellings()
    await sweep(now)
    const fresh = tellings()
    for (const old of before) fresh.splice(fresh.indexOf(old), 1)
    seen.push(...fresh.map((one) => `${dayKey(now).slice(5)} ${sayTime(now)} ${one}`))
  }
  return seen
}
/** To where it may be closed: answered on Saturday the 28th. */
const wornOut = async (): Promise<string> => {
  const id = await answered(1)
  for (const day of ['2026-12-02', '2026-12-07', '2026-12-09', '2026-12-21']) await sweep(at(day))
  return id
}
const contact = () => cloud.as('contact-1')
const close = (id: string, words = '打过两次电话', by: 'anna' | 'leader' = 'anna') =>
  cloud.as(by).call('consultation.closeUnanswered', { consultationId: id, requestId: request(), words })
const reopen = (id: string, words = '申报系统又退回了') =>
  contact().call('consultation.reopen', { consultationId: id, requestId: request(), words })
const say = (id: string) =>
  contact().call('consultation.say', { consultationId: id, requestId: request(), text: '在看，周五答复' })

beforeEach(open)

describe('an answer that waits for the enterprise’s word', () => {
  test('is brought up twice, then the team hears of it, then that it may be closed: each once, by day, on working days', async () => {
    const id = await answered(1)
    // Every morning and every night, weekends among them.
    expect(await toldFrom(at('2026-11-28', '21:00'), at('2026-12-22', '21:00'), DAY / 2)).toEqual([
      '12-02 9:00 wordAwaited m-contact-1',
      '12-07 9:00 closingAnnounced m-contact-1',
      '12-09 9:00 enterpriseSilent m-anna',
      '12-09 9:00 enterpriseSilent m-leader',
      '12-21 9:00 mayCloseUnanswered m-anna',
      '12-21 9:00 mayCloseUnanswered m-leader',
    ])
    expect(stands(id)).toMatchObject({ silence: { level: 'lapsed' }, silenceAt: null, wakeAt: null, facts: [] })
    expect(told('dueSoon', 'overdue', 'overdueEscalated')).toEqual([])
  }, 60_000)

  test('shows both sides how long, what was heard of it, and from when on it may be closed', async () => {
    const id = await answered(1)
    for (const day of ['2026-12-02', '2026-12-07']) await sweep(at(day))
    const { outline } = ok(await contact().call('consultation.get', { consultationId: id }))
    expect(outline.waiting).toEqual({ days: 6, level: 'warned', lapsesAt: at('2026-12-21').getTime() })
    const [item] = ok(await cloud.as('leader').call('consultation.board', { filter: 'answered' })).items
    expect(item?.waiting).toEqual(outline.waiting)
  })

  test('begins anew with the enterprise’s words, and ends with its verdict', async () => {
    const id = await answered(1)
    await sweep(at('2026-12-02'))
    cloud.setNow(at('2026-12-04', '15:00'))
    ok(await say(id))
    expect(stands(id)).toMatchObject({ silence: { level: 'fresh' }, silenceAt: at('2026-12-09') })
    expect(await toldFrom(at('2026-12-07'), at('2026-12-09'), DAY)).toEqual(['12-09 9:00 wordAwaited m-contact-1'])
    ok(await contact().call('consultation.close', { consultationId: id, requestId: request(), verdict: 'solved' }))
    expect(stands(id)).toMatchObject({ silenceAt: null, wakeAt: null })
    expect(await close(id)).toMatchObject(refused('notSilent'))
  })

  test('is not the silence of an enterprise that nobody speaks for', async () => {
    const id = await answered(1)
    const gone = { action: 'enterprise.leave' as const, input: { enterpriseId: enterpriseId(1) } }
    await raise('contact-9', [contactOf(enterpriseId(1))])
    ok(await contact().call(gone.action, gone.input))
    await sweep(at('2026-12-02'))
    await sweep(at('2026-12-03'))
    expect([tellings(), stands(id).silence.level]).toEqual([[], 'fresh'])
  })
})

describe('what was asked for', () => {
  const ask = async (id: string) =>
    ok(await cloud.as('anna').call('consultation.ask', { consultationId: id, requestId: request(), text: '请补合同' }))

  test('is brought up while the item is open, and the owner’s clock stands meanwhile', async () => {
    const id = await followedUp(1)
    await ask(id)
    expect(await toldFrom(at('2026-12-01'), at('2026-12-07'), DAY)).toEqual([
      '12-02 9:00 materialAwaited m-contact-1',
      '12-07 9:00 closingAnnounced m-contact-1',
    ])
    expect(told('dueSoon', 'overdue')).toEqual([])
  })

  test('before a meeting it is brought up in time, and the outcome falls due all the same', async () => {
    const id = await booked(1, slotAt('anna', '09:30'))
    cloud.setNow(at('2026-11-23', '10:00'))
    await ask(id)
    expect(await toldFrom(at('2026-11-24'), at('2026-11-27'), DAY)).toEqual([
      '11-24 9:00 materialAwaited m-contact-1',
      '11-27 9:00 materialAwaited m-contact-1',
    ])
    await sweep(at('2026-11-30', '18:00'))
    expect(told('overdue')).toEqual(['overdue m-anna'])
  })
})

describe('closing what nobody answers', () => {
  test('waits for the day that was named, says so to the enterprise, and leaves its word open', async () => {
    const id = await answered(1)
    for (const day of ['2026-12-02', '2026-12-07', '2026-12-09']) await sweep(at(day))
    cloud.setNow(new Date(at('2026-12-21').getTime() - 1))
    expect(await close(id)).toMatchObject(refused('notSilent'))
    cloud.setNow(at('2026-12-21'))
    expect(await close(id, '【违规】')).toMatchObject(refused('textRisky'))
    const { outline } = ok(await close(id, '12月18日打过电话', 'leader'))
    expect(outline).toMatchObject({ state: 'closed', verdict: null, waiting: null })
    expect(new Date(outline.reopenUntil ?? 0)).toEqual(at('2027-01-18', '17:30'))
    expect(told('closedUnanswered')).toEqual(['closedUnanswered m-contact-1'])
    expect(linesIn(id).find(({ kind }) => kind === 'state')?.text).toBe(
      '提醒后没有收到企业答复，按“未反馈”办结：12月18日打过电话',
    )
  })

  test('repeated it is done once; the enterprise opens it again with the same person, and the team is told once each', async () => {
    const id = await wornOut()
    const again = { consultationId: id, requestId: request(), words: '打过两次电话' }
    ok(await cloud.as('anna').call('consultation.closeUnanswered', again))
    ok(await cloud.as('anna').call('consultation.closeUnanswered', again))
    expect(told('closedUnanswered')).toEqual(['closedUnanswered m-contact-1'])
    expect(await reopen(id, '【违规】')).toMatchObject(refused('textRisky'))
    const { outline, full } = ok(await reopen(id))
    expect(outline).toMatchObject({ state: 'open', owner: { id: 'm-anna' }, reopenUntil: null, closedAt: null })
    expect([full?.nextStep, new Date(outline.dueAt ?? 0)]).toEqual(['申报系统又退回了', at('2026-12-24', '17:30')])
    expect(told('reopened')).toEqual(['reopened m-anna', 'reopened m-leader'])
    expect(await reopen(id)).toMatchObject(refused('notReopenable'))
  })

  test('what nobody is responsible for any more is opened again for the team’s leader', async () => {
    const id = await wornOut()
    ok(await close(id))
    await consultations.change({ _id: id }, { ownerId: '' })
    expect(ok(await reopen(id)).outline.owner).toMatchObject({ id: 'm-leader' })
    // Leader and responsible at once, they hear of it once.
    expect(told('reopened')).toEqual(['reopened m-leader'])
  })

  test('what the enterprise itself has closed, or what it left alone too long, is not opened again', async () => {
    const id = await wornOut()
    ok(await close(id))
    cloud.setNow(new Date(at('2027-01-18', '17:30').getTime() + 1))
    expect(await reopen(id)).toMatchObject(refused('notReopenable'))
  })
})

describe('the timer', () => {
  test('two at one moment tell once', async () => {
    await answered(1)
    cloud.setNow(at('2026-12-02'))
    await Promise.all([cloud.local.runTimer('consultation', 'sweep'), cloud.local.runTimer('consultation', 'sweep')])
    expect(tellings()).toEqual(['wordAwaited m-contact-1'])
  })

  test('a deed that was decided before it struck is decided anew: nothing is told again', async () => {
    const id = await answered(1)
    const read = await consultations.get(id)
    await sweep(at('2026-12-02'))
    const deed = { at: at('2026-12-02'), by: '', what: 'late' }
    expect(read && (await change(read, {}, deed))).toBe(null)
    expect(stands(id).silence.level).toBe('reminded')
  })

  test.each(['before', 'after'] as const)(
    'dies %s any of its requests: told once in the end',
    async (when) => {
      const id = await answered(1)
      const before = stands(id)
      const now = at('2026-12-02')
      const wrong: object[] = []
      let struck = true
      let nth = 0
      while (struck) {
        await consultations.remove({ _id: id })
        await consultations.add({ ...before, facts: [] })
        await collection('messages').remove({ _id: _.neq('') })
        cloud.setNow(now)
        cloud.local.faults({ kind: 'fail', when, nth: ++nth, request: 'database.' })
        await timers['sweep']?.(now).catch(() => undefined)
        struck = cloud.local.listFaults().length === 0
        cloud.local.clearFaults()
        for (const hours of [1, 2]) await timers['sweep']?.(new Date(now.getTime() + hours * HOUR))
        takeErrors()
        if (tellings().join() !== 'wordAwaited m-contact-1') wrong.push({ nth, told: tellings() })
      }
      expect(wrong).toEqual([])
      expect(nth).toBeGreaterThan(6)
    },
    60_000,
  )
})
