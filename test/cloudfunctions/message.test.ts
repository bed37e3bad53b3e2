/** What people are told, as they find it in the inbox: once, the newest of each matter, their own alone. */
import type { OutputFor } from '@/domain/contracts'
import type { Notice } from '@/domain/message/rules'
import type { MessageDoc } from '../../cloudfunctions/message/store/messages'
import { buildMessage, buildNotice } from '../../config/seed/message-builders'
import { DAY } from '@/domain/time'
import { cloud } from '../support/cloud'
import { HOUR, MINUTE, NOW, raise } from '../support/park'

const ANNA = 'anna'
const BOB = 'bob'
const minutes = (n: number) => new Date(NOW.getTime() + n * MINUTE)

const tell = async (...notices: Notice[]): Promise<void> => {
  const reactions = await import('../../cloudfunctions/message/reactions')
  await reactions.tell(notices)
}
/** The n-th answer to a consultation. */
const answer = (n: number, id = 'consultation-01', to = 'm-anna'): Notice =>
  buildNotice(to, minutes(n), { key: `answer-${id}-${n}:${to}`, about: { page: 'consultation', id } })

const asked = async <T>(answered: Promise<{ ok: boolean; data?: T; error?: unknown }>): Promise<T> => {
  const { ok, data, error } = await answered
  if (!ok) throw new Error(JSON.stringify(error))
  return data as T
}
const inbox = (cursor: string | null = null): Promise<OutputFor<'message.inbox'>> =>
  asked(cloud.as(ANNA).call('message.inbox', { cursor }))
const shown = async () => {
  const { items, unread } = await inbox()
  return { items: items.map(({ id, read }) => `${id.split(':')[0]}${read ? ' read' : ''}`), unread }
}
const read = (messageId: string) => cloud.as(ANNA).call('message.read', { messageId })

beforeEach(async () => {
  cloud.setNow(NOW)
  await raise(ANNA)
  await raise(BOB)
})

describe('telling', () => {
  test('puts a message into the inbox, with what its words need', async () => {
    await tell(answer(1))
    expect(await inbox()).toEqual({
      now: NOW.getTime(),
      items: [
        {
          id: 'answer-consultation-01-1:m-anna',
          kind: 'answerWritten',
          params: { topic: '税务', person: '演示专员' },
          about: { page: 'consultation', id: 'consultation-01' },
          at: minutes(1).getTime(),
          read: false,
        },
      ],
      nextCursor: null,
      unread: 1,
    })
  })

  test('twice under one key writes one, also when it was read between', async () => {
    await tell(answer(1))
    await read('answer-consultation-01-1:m-anna')
    await tell(answer(1), answer(1))
    expect(await shown()).toEqual({ items: ['answer-consultation-01-1 read'], unread: 0 })
  })

  test('twice at once writes one', async () => {
    await Promise.all([tell(answer(1)), tell(answer(1)), tell(answer(1))])
    expect((await cloud.all('messages')).length).toBe(1)
  })

  test('costs one request for each recipient, told already or not', async () => {
    expect(await cloud.roundTrips(() => tell(answer(1)))).toBe(1)
    expect(await cloud.roundTrips(() => tell(answer(1)))).toBe(1)
    expect(await cloud.roundTrips(() => tell())).toBe(0)
  })

  test('reaches everybody of a long list', async () => {
    await tell(...Array.from({ length: 120 }, (_, n) => answer(n, `consultation-${n}`)))
    expect(await cloud.as(ANNA).call('message.unread', {})).toEqual({ ok: true, data: { unread: 120 } })
  })
})

describe('unread messages about one thing', () => {
  test('do not pile up: the newest alone is shown and counted', async () => {
    await tell(answer(1), answer(3), answer(2), answer(1, 'other'))
    expect(await shown()).toEqual({ items: ['answer-consultation-01-3', 'answer-other-1'], unread: 2 })
  })

  test('a request is not hidden by other news of the same thing', async () => {
    await tell(answer(2), { ...answer(1), key: 'ask:m-anna', kind: 'materialAsked' } as Notice)
    expect(await shown()).toEqual({ items: ['answer-consultation-01-2', 'ask'], unread: 2 })
  })

  test('do not pile up either when many tell at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => tell(answer(n))))
    expect(await shown()).toEqual({ items: ['answer-consultation-01-19'], unread: 1 })
    // Of one instant one is the newest, always the same.
    await Promise.all(['a', 'c', 'b'].map((key) => tell({ ...answer(30), key: `${key}:m-anna` })))
    expect(await shown()).toEqual({ items: ['c'], unread: 1 })
  })

  test('are all read when the newest is opened, and none comes up in its place', async () => {
    await tell(answer(1), answer(2), answer(3))
    expect(await read('answer-consultation-01-3:m-anna')).toMatchObject({ ok: true, data: { unread: 0 } })
    expect(await shown()).toEqual({ items: ['answer-consultation-01-3 read'], unread: 0 })
    await tell(answer(4))
    expect(await shown()).toEqual({
      items: ['answer-consultation-01-4', 'answer-consultation-01-3 read'],
      unread: 1,
    })
  })

  test('stay one when reading dies between its two writes', async () => {
    await tell(answer(1), answer(2))
    cloud.local.faults({ kind: 'fail', nth: 4 })
    expect(await read('answer-consultation-01-2:m-anna')).toMatchObject({ ok: false })
    expect(takeErrors().length).toBe(1)
    cloud.local.clearFaults()
    expect(await shown()).toEqual({ items: ['answer-consultation-01-2'], unread: 1 })
    expect(await read('answer-consultation-01-2:m-anna')).toMatchObject({ ok: true, data: { unread: 0 } })
  })
})

describe('the inbox', () => {
  test('is empty for somebody who was told nothing', async () => {
    await tell(answer(1, 'consultation-01', 'm-bob'))
    expect(await shown()).toEqual({ items: [], unread: 0 })
  })

  test('is paged newest first, each message once, whatever comes meanwhile', async () => {
    await cloud.put(
      'messages',
      ...Array.from({ length: 45 }, (_, n) => buildMessage(answer(n, `c-${n}`), { readAt: n < 20 ? NOW : null })),
    )
    const first = await inbox()
    await tell(answer(99, 'c-99'))
    const second = await inbox(first.nextCursor)
    const third = await inbox(second.nextCursor)
    const ids = [first, second, third].flatMap(({ items }) => items.map(({ about }) => Number(about.id.slice(2))))
    expect(ids).toEqual(Array.from({ length: 45 }, (_, n) => 44 - n))
    expect([first.unread, second.unread, third.nextCursor]).toEqual([25, 26, null])
  })

  test.each([1, 30])('opens in three requests and counts in two with %i messages', async (n) => {
    await cloud.put('messages', ...Array.from({ length: n }, (_, at) => buildMessage(answer(at, `c-${at}`))))
    expect(await cloud.roundTrips(inbox)).toBe(3)
    expect(await cloud.roundTrips(() => cloud.as(ANNA).call('message.unread', {}))).toBe(2)
  })

  test('is marked read up to what the person saw; what came since stays', async () => {
    await tell(answer(-10), answer(-9), answer(-8, 'other'), answer(5))
    const until = NOW.getTime()
    expect(await cloud.as(ANNA).call('message.readAll', { until })).toEqual({ ok: true, data: { unread: 1 } })
    expect(await shown()).toEqual({ items: ['answer-consultation-01-5', 'answer-other--8 read'], unread: 1 })
  })

  test('another person’s messages are not there', async () => {
    await tell(answer(1, 'consultation-01', 'm-bob'))
    expect(await read('answer-consultation-01-1:m-bob')).toMatchObject({ ok: false, error: { code: 'notFound' } })
    await cloud.as(ANNA).call('message.readAll', { until: NOW.getTime() + DAY })
    expect(await cloud.as(BOB).call('message.unread', {})).toEqual({ ok: true, data: { unread: 1 } })
  })

  test('belongs to those who are bound', async () => {
    const visitor = await cloud.as('nobody').call('message.inbox', {})
    expect(visitor).toMatchObject({ ok: false, error: { code: 'notBound' } })
  })
})

describe('the sweeper', () => {
  const old = (days: number, key: string, overrides: Partial<MessageDoc>) =>
    buildMessage({ ...answer(0, key), key, at: new Date(NOW.getTime() - days * DAY) }, overrides)

  test('takes away what was read or folded half a year ago, and what nobody read in a year', async () => {
    await cloud.put(
      'messages',
      old(181, 'read-old', { readAt: NOW }),
      old(179, 'read', { readAt: NOW }),
      old(181, 'folded-old', { shown: false }),
      old(364, 'unread', {}),
      old(366, 'unread-old', {}),
    )
    await sweep()
    expect((await cloud.all<MessageDoc>('messages')).map(({ _id }) => _id).sort()).toEqual(['read', 'unread'])
  })

  const sweep = async () => {
    const { timers } = await import('../../cloudfunctions/message/timers')
    await timers['sweep']?.(new Date(NOW.getTime() + HOUR / 60))
  }
})
