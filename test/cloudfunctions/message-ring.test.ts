/** WeChat's subscribe messages on top of the inbox: by day, once, as far as the person agreed. */
import type { InputFor } from '@/domain/contracts'
import type { Notice } from '@/domain/message/rules'
import { atWallClock, DAY, HOUR } from '@/domain/time'
import type { CreditDoc } from '../../cloudfunctions/message/store/credits'
import type { MessageDoc } from '../../cloudfunctions/message/store/messages'
import { buildCredit, buildMessage, buildNotice } from '../../config/seed/message-builders'
import { cloud } from '../support/cloud'
import { MINUTE, NOW, raise, raiseMembers } from '../support/park'

const ANNA = 'anna'
const minutes = (n: number) => new Date(NOW.getTime() + n * MINUTE)

const tell = async (...notices: Notice[]): Promise<void> => {
  const reactions = await import('../../cloudfunctions/message/reactions')
  await reactions.tell(notices)
}
/** The timer at an instant. */
const ring = async (at: Date = minutes(1)): Promise<void> => {
  cloud.setNow(at)
  const { timers } = await import('../../cloudfunctions/message/timers')
  await timers['ring']?.(new Date())
}
const answer = (id = 'consultation-01', at = NOW, to = 'm-anna'): Notice =>
  buildNotice(to, at, { key: `answer-${id}-${at.getTime()}:${to}`, about: { page: 'consultation', id } })

const agreeTo = (credits: number, overrides: Partial<CreditDoc> = {}, memberId = 'm-anna') =>
  cloud.put('credits', buildCredit(memberId, 'progress', NOW, { credits, accepted: credits, ...overrides }))

const sent = () => cloud.local.outbox().filter(({ response }) => response['errcode'] === 0)
const states = async () => (await cloud.all<MessageDoc>('messages')).map((one) => one.ring.state).sort()
const ledger = async () => {
  const [doc] = await cloud.all<CreditDoc>('credits')
  return doc && { credits: doc.credits, accepted: doc.accepted, refused: doc.refused, spent: doc.spent }
}
const unread = () => cloud.as(ANNA).call('message.unread', {})

beforeEach(async () => {
  cloud.setNow(NOW)
  await raise(ANNA)
})

describe('a message that its person agreed to', () => {
  test('goes to WeChat once, with words that fit, and stands in the outbox', async () => {
    await agreeTo(2)
    await tell(answer())
    await ring()
    await ring(minutes(2))
    const request = {
      touser: ANNA,
      template_id: 'local-progress',
      page: `pages/message/inbox/index?open=${encodeURIComponent(answer().key)}`,
      lang: 'zh_CN',
      data: {
        thing1: { value: '咨询有了答复' },
        time2: { value: '2026年11月21日 10:00' },
        thing3: { value: '税务 演示专员' },
      },
    }
    expect(cloud.local.outbox()).toMatchObject([{ api: 'subscribeMessage.send', request }])
    expect([await states(), await ledger()]).toEqual([['sent'], { credits: 1, accepted: 2, refused: 0, spent: 1 }])
  })

  test('is sent no more when it was read before, and costs nothing', async () => {
    await agreeTo(1)
    await tell(answer())
    await cloud.as(ANNA).call('message.read', { messageId: answer().key })
    await ring()
    expect([sent().length, await states(), (await ledger())?.credits]).toEqual([0, ['inboxAlone'], 1])
  })

  test('is sent for the newest of a matter alone; the older ones are folded for good', async () => {
    await agreeTo(5)
    await tell(answer('c-1', minutes(-3)), answer('c-1', minutes(-1)), answer('c-1', minutes(-2)), answer('c-2'))
    await ring()
    expect(
      sent()
        .map(({ request }) => request['page'])
        .sort(),
    ).toEqual(
      [answer('c-1', minutes(-1)), answer('c-2')].map(
        ({ key }) => `pages/message/inbox/index?open=${encodeURIComponent(key)}`,
      ),
    )
    const shown = (await cloud.all<MessageDoc>('messages')).filter((one) => one.shown)
    expect([shown.length, await unread()]).toEqual([2, { ok: true, data: { unread: 2 } }])
  })

  test.each([
    ['nobody asked them', () => Promise.resolve()],
    ['the last credit is spent', () => agreeTo(0)],
    ['they agreed to another kind', () => cloud.put('credits', buildCredit('m-anna', 'todo', NOW))],
    ['their credits are on the way to another record', () => agreeTo(1, { movedTo: 'm-other' })],
  ])('stands in the inbox alone when %s', async (_why, arrange) => {
    await arrange()
    await tell(answer())
    await ring()
    expect([sent().length, await states(), await unread()]).toEqual([
      0,
      ['inboxAlone'],
      { ok: true, data: { unread: 1 } },
    ])
  })

  test('stands in the inbox alone when its kind rings for nobody, or nobody is behind the record', async () => {
    await agreeTo(2)
    await agreeTo(2, {}, 'm-erased')
    await tell({ ...answer(), kind: 'staffLooked' } as Notice, answer('c-2', NOW, 'm-erased'))
    await ring()
    expect([sent().length, await states()]).toEqual([0, ['inboxAlone', 'inboxAlone']])
  })

  test('costs the same few requests when nobody agreed, however many there are', async () => {
    const requests = async (n: number) => {
      await tell(...Array.from({ length: n }, (_, at) => answer(`c-${n}-${at}`)))
      return cloud.roundTrips(() => ring())
    }
    expect([await requests(1), await requests(60), await requests(0)]).toEqual([5, 5, 1])
  })
})

describe('at night', () => {
  const at = (day: string, time: string) => atWallClock(day, time)

  test('nothing is sent; it waits until 8:00', async () => {
    await agreeTo(5)
    cloud.setNow(at('2026-11-21', '21:30'))
    await tell(answer('c-1', at('2026-11-21', '21:30')))
    const seen = []
    for (const [day, time] of [
      ['2026-11-21', '21:31'],
      ['2026-11-22', '00:00'],
      ['2026-11-22', '07:59'],
      ['2026-11-22', '08:00'],
    ] as const) {
      await ring(at(day, time))
      seen.push(sent().length)
    }
    expect(seen).toEqual([0, 0, 0, 1])
    expect(sent()[0]?.at).toMatch(/^2026-11-22T00:00/)
  })

  test('also what was told by day and came too late for it', async () => {
    await agreeTo(5)
    await tell(answer('c-1', at('2026-11-21', '20:59')))
    await ring(at('2026-11-21', '21:00'))
    expect([sent().length, await states()]).toEqual([0, ['waiting']])
    await ring(at('2026-11-22', '08:00'))
    expect([sent().length, await states()]).toEqual([1, ['sent']])
  })

  test('what was read or replaced in the night is not sent in the morning', async () => {
    await agreeTo(5)
    const [first, second, third] = [
      answer('c-1', at('2026-11-21', '22:00')),
      answer('c-1', at('2026-11-21', '23:00')),
      answer('c-2', at('2026-11-21', '22:00')),
    ]
    await tell(first, second, third)
    cloud.setNow(at('2026-11-22', '06:00'))
    await cloud.as(ANNA).call('message.read', { messageId: third.key })
    await ring(at('2026-11-22', '08:00'))
    expect(sent().map(({ request }) => request['page'])).toEqual([
      `pages/message/inbox/index?open=${encodeURIComponent(second.key)}`,
    ])
  })

  test('what could not be sent for half a day is old news', async () => {
    await agreeTo(5)
    await tell(answer('c-1', at('2026-11-21', '08:00')))
    await ring(at('2026-11-21', '20:01'))
    expect([sent().length, await states()]).toEqual([0, ['inboxAlone']])
  })
})

describe('what goes wrong', () => {
  test('a person who took it back in WeChat is asked for nothing more', async () => {
    await raise('unsubscribed-ben')
    await agreeTo(3, {}, 'm-unsubscribed-ben')
    await tell(answer('c-1', NOW, 'm-unsubscribed-ben'))
    await ring()
    await tell(answer('c-2', NOW, 'm-unsubscribed-ben'))
    await ring(minutes(2))
    expect(cloud.local.outbox().map(({ response }) => response['errcode'])).toEqual([43101])
    expect([await states(), (await ledger())?.credits]).toEqual([['inboxAlone', 'refused'], 0])
    const asked = await cloud.as('unsubscribed-ben').call('message.templates', {})
    const progress = asked.ok && asked.data.templates.find(({ template }) => template === 'progress')
    expect(progress).toMatchObject({ credits: 0, mayAsk: false })
  })

  test('a credit comes back when WeChat says that it did not send', async () => {
    process.env['SUBSCRIBE_TEMPLATES'] = 'progress=local-progress/phrase1/time2/thing3'
    try {
      await agreeTo(1)
      await tell(answer())
      await ring()
      expect(cloud.local.outbox().map(({ response }) => response['errcode'])).toEqual([47003])
      expect([await states(), await ledger()]).toEqual([['failed'], { credits: 1, accepted: 1, refused: 0, spent: 0 }])
    } finally {
      delete process.env['SUBSCRIBE_TEMPLATES']
    }
  })

  /** What one run of the timer asks of the database for one message, and WeChat's call in between. */
  const REQUESTS = 8
  const cases = Array.from({ length: REQUESTS }, (_, at) => at + 1).flatMap((nth) =>
    (['before', 'after'] as const).map((when) => [nth, when] as const),
  )
  test.each(cases)('nothing is sent twice when request %i is lost %s it was carried out', async (nth, when) => {
    await agreeTo(2)
    await tell(answer())
    cloud.local.faults({ kind: 'fail', when, nth, request: '' })
    await ring().catch(() => undefined)
    expect(cloud.local.listFaults()).toEqual([])
    takeErrors()
    await ring(minutes(2))
    await ring(minutes(3))
    // Whoever died after taking it does not try again: the inbox has it.
    const dead = nth > 5 || (nth === 5 && when === 'after')
    const gotOut = !dead || nth === 8 || (nth === 7 && when === 'after')
    expect(sent().length).toBe(gotOut ? 1 : 0)
    const { credits, spent } = (await ledger()) ?? {}
    expect([Number(credits) + Number(spent), Number(spent) >= sent().length]).toEqual([2, true])
    expect(await unread()).toEqual({ ok: true, data: { unread: 1 } })
  })

  test('of many messages one that fails stops no other', async () => {
    await agreeTo(9)
    await tell(...Array.from({ length: 9 }, (_, n) => answer(`c-${n}`)))
    cloud.local.faults({ kind: 'fail', nth: 7 })
    await ring()
    expect(takeErrors().length).toBe(1)
    expect(sent().length).toBe(8)
  })
})

describe('timers that run into each other', () => {
  const CREDITS = 3
  const MESSAGES = 12

  test('never send a message twice, nor more than was agreed to', async () => {
    const people = (await raiseMembers(4)).map((openid) => `m-${openid}`)
    await cloud.put('credits', ...people.map((to) => buildCredit(to, 'progress', NOW, { credits: CREDITS })))
    const notices = people.flatMap((to) => Array.from({ length: MESSAGES }, (_, n) => answer(`c-${n}`, NOW, to)))
    await cloud.put('messages', ...notices.map((notice) => buildMessage(notice)))
    cloud.setNow(minutes(1))
    await Promise.all([1, 2, 3, 4].map(() => cloud.local.runTimer('message', 'ring')))
    const pages = sent().map(({ request }) => String(request['page']))
    expect([pages.length, new Set(pages).size]).toEqual([people.length * CREDITS, people.length * CREDITS])
    const left = (await cloud.all<CreditDoc>('credits')).map(({ credits, spent }) => ({ credits, spent }))
    expect(left).toEqual(people.map(() => ({ credits: 0, spent: CREDITS })))
    const count = async (state: string) => (await states()).filter((one) => one === state).length
    expect([await count('sent'), await count('inboxAlone')]).toEqual([
      people.length * CREDITS,
      people.length * (MESSAGES - CREDITS),
    ])
  })
})

describe('the ledger', () => {
  const enter = (requestId: string, ...answers: InputFor<'message.accepted'>['answers']) =>
    cloud.as(ANNA).call('message.accepted', { requestId, answers })
  const yes = { template: 'progress', accepted: true } as const
  const no = { template: 'progress', accepted: false } as const

  test('shows what may be asked for, with WeChat’s own ids', async () => {
    expect(await cloud.as(ANNA).call('message.templates', {})).toEqual({
      ok: true,
      data: {
        templates: (['reminder', 'progress', 'todo'] as const).map((template) => ({
          ...{ template, id: `local-${template}`, credits: 0, mayAsk: true },
        })),
      },
    })
  })

  test('is empty where the operator has no templates', async () => {
    process.env['SUBSCRIBE_TEMPLATES'] = 'none'
    try {
      expect(await cloud.as(ANNA).call('message.templates', {})).toEqual({ ok: true, data: { templates: [] } })
    } finally {
      delete process.env['SUBSCRIBE_TEMPLATES']
    }
  })

  test('enters each acceptance once, however often the call is repeated, and several at a time', async () => {
    const entered = await enter('request-0001', yes, { template: 'todo', accepted: false })
    await enter('request-0001', yes, { template: 'todo', accepted: false })
    await enter('request-0002', yes)
    expect(entered).toMatchObject({
      ok: true,
      data: {
        templates: [
          { template: 'reminder', credits: 0, mayAsk: true },
          { template: 'progress', credits: 1, mayAsk: true },
          { template: 'todo', credits: 0, mayAsk: false },
        ],
      },
    })
    expect(await ledger()).toEqual({ credits: 2, accepted: 2, refused: 0, spent: 0 })
  })

  test('enters two first answers at once, and one sent twice at once', async () => {
    await Promise.all([enter('request-0001', yes), enter('request-0001', yes), enter('request-0002', yes)])
    expect(await ledger()).toEqual({ credits: 2, accepted: 2, refused: 0, spent: 0 })
  })

  test('keeps what was agreed to when the person says no later, and leaves them alone for a week', async () => {
    await enter('request-0001', yes)
    await enter('request-0002', no)
    expect(await ledger()).toEqual({ credits: 1, accepted: 1, refused: 1, spent: 0 })
    const mayAsk = async () => {
      const answered = await cloud.as(ANNA).call('message.templates', {})
      return answered.ok && answered.data.templates.find(({ template }) => template === 'progress')?.mayAsk
    }
    expect(await mayAsk()).toBe(false)
    cloud.setNow(new Date(NOW.getTime() + 7 * DAY + HOUR))
    expect(await mayAsk()).toBe(true)
  })

  test('refuses an answer without a template', async () => {
    expect(await enter('request-0001')).toMatchObject({ ok: false, error: { code: 'badInput' } })
  })
})
