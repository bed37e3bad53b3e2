/** How a sheet gets on: slice by slice, whoever does them, through crashes, and to somebody's notice when they have left. */
import { MAX_OPEN, MAX_ROWS, MAX_TRIES, SLICE_ROWS } from '@/domain/document/rules'
import type { JobDoc } from '../../cloudfunctions/document/store/jobs'
import { buildVisit, buildVisitSlot } from '../../config/seed/centre-builders'
import { cloud } from '../support/cloud'
import { branch, HOUR, MINUTE, NOW, otherBranch, raise, secretaryOf, staff } from '../support/park'
import { crowd, progress, request, sheetsAt, watch } from '../support/sheets'

jest.setTimeout(180_000)

const EVENT = { eventId: 'EV0001' }
const later = (ms: number) => cloud.setNow(new Date(Date.now() + ms))
const job = async (id: string) => (await cloud.all<JobDoc>('jobs')).find(({ _id }) => _id === id)

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('staff', [staff])
})

/** What is wrong with a finished sheet of `n` people, in words; empty when all is well. */
const wrongWith = async (jobId: string, n: number): Promise<string[]> => {
  const { url, state, done } = (await watch('staff', jobId)).at(-1) as Awaited<ReturnType<typeof progress>>
  if (state !== 'done') return [`it ended ${state}`]
  const [data] = await sheetsAt(url)
  const names = (data?.rows ?? []).slice(1).map(([name]) => String(name))
  const wanted = Array.from({ length: n }, (_, at) => `演示党员${String(at + 1).padStart(5, '0')}`)
  const log = await cloud.all<{ _id: string; subjects: string[] }>('operations')
  const logged = log.filter(({ _id }) => _id.includes(jobId)).flatMap(({ subjects }) => subjects)
  const checks: [boolean, string][] = [
    [names.join() !== wanted.join(), `${names.length} rows, ${new Set(names).size} people`],
    [done !== n, `${done} counted`],
    [logged.length !== n || new Set(logged).size !== n, `${logged.length} logged`],
    [(await cloud.all<{ jobId: string }>('jobParts')).some((part) => part.jobId === jobId), 'parts are left'],
  ]
  return checks.flatMap(([wrong, words]) => (wrong ? [words] : []))
}

test('thousands of rows come in slices, each with few requests', async () => {
  await crowd(3000)
  const { id } = await request('staff', 'eventRoster', EVENT)
  const trips: number[] = []
  for (let state = ''; state !== 'done';)
    trips.push(await cloud.roundTrips(async () => void (state = (await progress('staff', id)).state)))
  // Six slices, the file, and the address. The parts are read five at a time, six lines of the log are written.
  expect(trips).toEqual([...Array.from({ length: 6 }, () => 7), 13, 3])
  expect(await wrongWith(id, 3000)).toEqual([])
})

test('a request costs few requests, and repeating it begins no second sheet', async () => {
  await crowd(3)
  const ask = () => request('secretary', 'eventRoster', EVENT, 'request-0001')
  expect(await cloud.roundTrips(ask)).toBe(5)
  const [first, second] = [await ask(), await ask()]
  expect(second.id).toBe(first.id)
  expect(await cloud.all('jobs')).toHaveLength(1)
  const another = await request('staff', 'eventRoster', EVENT, 'request-0001')
  expect(another.id).not.toBe(first.id)
})

test('shows how far it is', async () => {
  await crowd(SLICE_ROWS + 10)
  const { id } = await request('staff', 'eventRoster', EVENT)
  const seen = (await watch('staff', id)).map(({ state, done, total }) => [state, done, total])
  expect(seen).toEqual([
    ['running', 500, 510],
    ['running', 510, 510],
    ['running', 510, 510],
    ['done', 510, 510],
  ])
})

describe('a worker that dies', () => {
  const ROWS = SLICE_ROWS + 10
  beforeEach(() => crowd(ROWS))

  /** Makes a sheet with whatever befalls it at its nth request, and goes on two minutes later as somebody would. */
  const survive = async (nth: number, befall: () => void): Promise<{ wrong: string[]; struck: boolean }> => {
    const ask = () => cloud.as('staff').call('document.eventRoster', { requestId: `request-${nth}-again`, ...EVENT })
    befall()
    let begun = await ask()
    for (let turn = 0; turn < 6 && begun.ok; turn++) {
      const answer = await cloud.as('staff').call('document.progress', { jobId: begun.data.id })
      if (!answer.ok) break
    }
    const struck = cloud.local.listFaults().every(({ seen }) => seen >= nth)
    cloud.local.clearFaults()
    takeErrors()
    later(2 * MINUTE)
    begun = await ask()
    if (!begun.ok) throw new Error(begun.error.code)
    await watch('staff', begun.data.id)
    later(2 * MINUTE)
    await cloud.local.runTimer('document', 'work')
    const wrong = await wrongWith(begun.data.id, ROWS)
    return { wrong: wrong.map((words) => `request ${nth}: ${words}`), struck }
  }

  /** Every request of a job in its turn, or every few of them, until the job ends before it is reached. */
  const everyRequest = async (
    befall: (nth: number) => void,
    step: number,
  ): Promise<{ wrong: string[]; requests: number }> => {
    const wrong: string[] = []
    for (let nth = 1; nth < 100; nth += step) {
      const met = await survive(nth, () => befall(nth))
      wrong.push(...met.wrong)
      if (!met.struck) return { wrong, requests: nth - 1 }
    }
    throw new Error('the job does not end')
  }

  test('between any two of its requests leaves a sheet that the next one finishes, each row once', async () => {
    const { wrong, requests } = await everyRequest(
      (nth) => cloud.local.faults({ kind: 'fail', request: '', nth, times: 10_000 }),
      1,
    )
    expect(wrong).toEqual([])
    expect(requests).toBeGreaterThan(25)
  })

  test('after any request whose answer was lost does no harm either', async () => {
    const { wrong, requests } = await everyRequest(
      (nth) => cloud.local.faults({ kind: 'fail', request: '', when: 'after', nth }),
      3,
    )
    expect(wrong).toEqual([])
    expect(requests).toBeGreaterThan(24)
  })

  test('holds its slice until its lease has run out, and not longer', async () => {
    const { id } = await request('staff', 'eventRoster', EVENT)
    cloud.local.faults(
      { kind: 'fail', collection: 'registrations', times: 10_000 },
      { kind: 'fail', collection: 'jobs', nth: 3, times: 10_000 },
    )
    expect(await cloud.as('staff').call('document.progress', { jobId: id })).toMatchObject({ ok: false })
    cloud.local.clearFaults()
    takeErrors()
    expect(await progress('staff', id)).toMatchObject({ state: 'running', done: 0 })
    later(2 * MINUTE)
    expect(await progress('staff', id)).toMatchObject({ state: 'running', done: SLICE_ROWS })
  })
})

test('people who come while it is made stand in it once', async () => {
  await crowd(SLICE_ROWS + 10)
  const { id } = await request('staff', 'eventRoster', EVENT)
  await progress('staff', id)
  // Somebody is gathered, the worker dies before it is noted, and meanwhile one more has come.
  cloud.local.faults({ kind: 'fail', collection: 'jobs', nth: 3, times: 10_000 })
  await cloud.as('staff').call('document.progress', { jobId: id })
  cloud.local.clearFaults()
  takeErrors()
  later(2 * MINUTE)
  await cloud.local.insertMany('registrations', [
    {
      ...(await cloud.all<object>('registrations'))[0],
      _id: 'EV0001:m-late',
      memberId: 'm-late',
      signedUpAt: new Date(),
    },
  ])
  const { url } = (await watch('staff', id)).at(-1) as Awaited<ReturnType<typeof progress>>
  const rows = (await sheetsAt(url))[0]?.rows.slice(1) ?? []
  expect(rows).toHaveLength(SLICE_ROWS + 10)
  expect(new Set(rows.map(([name]) => name)).size).toBe(SLICE_ROWS + 10)
})

describe('many at it at once', () => {
  test('share the slices between them, over the built functions', async () => {
    await crowd(3 * SLICE_ROWS + 10)
    const { id } = await request('staff', 'eventRoster', EVENT)
    const states = new Set<string>()
    for (let turn = 0; turn < 20 && !states.has('done'); turn++) {
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => cloud.over('staff').call('document.progress', { jobId: id })),
      )
      for (const answer of answers) states.add(answer.ok ? answer.data.state : answer.error.code)
    }
    expect([...states].sort()).toEqual(['done', 'running'])
    expect((await job(id))?.nth).toBe(4)
    expect(await wrongWith(id, 3 * SLICE_ROWS + 10)).toEqual([])
  })

  test('a watcher and the timer do not get in each other’s way', async () => {
    await crowd(3 * SLICE_ROWS + 10)
    const { id } = await request('staff', 'eventRoster', EVENT)
    later(MINUTE)
    await Promise.all([cloud.local.runTimer('document', 'work'), watch('staff', id)])
    expect(await wrongWith(id, 3 * SLICE_ROWS + 10)).toEqual([])
  })
})

describe('when its person has left', () => {
  interface Message {
    to: string
    kind: string
    params: object
    about: object
  }
  const told = async () =>
    (await cloud.all<Message>('messages')).map(({ to, kind, params, about }) => ({ to, kind, params, about }))
  const timer = async () => {
    later(MINUTE)
    await cloud.local.runTimer('document', 'work')
  }

  test('the timer makes it, and tells them once', async () => {
    await crowd(SLICE_ROWS + 10)
    const { id } = await request('secretary', 'eventRoster', EVENT)
    await timer()
    expect(await job(id)).toMatchObject({ state: 'done', done: SLICE_ROWS + 10 })
    await timer()
    await timer()
    await timer()
    expect(await told()).toEqual([
      { to: 'm-secretary', kind: 'documentReady', params: { document: '活动名单' }, about: { page: 'documents', id } },
    ])
    expect((await job(id))?.facts).toEqual([])
  })

  test('who has seen the end of it is not told', async () => {
    await crowd(3)
    const { id } = await request('secretary', 'eventRoster', EVENT)
    await watch('secretary', id)
    await timer()
    await timer()
    expect(await told()).toEqual([])
    const second = await request('secretary', 'eventRoster', EVENT, 'request-0002')
    await timer()
    expect(await job(second.id)).toMatchObject({ state: 'done', seenAt: null })
    await cloud.as('secretary').call('document.jobs', {})
    await timer()
    await timer()
    expect(await told()).toEqual([])
  })

  test('one that cannot be made is given up, said, and leaves nothing behind', async () => {
    await crowd(3)
    const { id } = await request('secretary', 'eventRoster', EVENT)
    cloud.local.faults({ kind: 'fail', request: 'storage.', times: 10_000 })
    for (let turn = 0; turn < MAX_TRIES + 2; turn++) await progress('secretary', id)
    expect(takeErrors()).toHaveLength(MAX_TRIES)
    cloud.local.clearFaults()
    expect(await progress('secretary', id)).toMatchObject({ state: 'failed', url: '' })
    expect(await cloud.all('jobParts')).toEqual([])
    expect(await cloud.all('operations')).toEqual([])
    // Asked for again, it is another.
    const again = await request('secretary', 'eventRoster', EVENT, 'request-0002')
    expect((await watch('secretary', again.id)).at(-1)).toMatchObject({ state: 'done' })
  })

  test('a failure that nobody saw is told', async () => {
    await crowd(3)
    const { id } = await request('secretary', 'eventRoster', EVENT)
    cloud.local.faults({ kind: 'fail', request: 'storage.', times: 10_000 })
    for (let turn = 0; turn < MAX_TRIES + 2; turn++) await timer()
    cloud.local.clearFaults()
    await timer()
    await timer()
    expect(await told()).toEqual([
      { to: 'm-secretary', kind: 'documentFailed', params: { document: '活动名单' }, about: { page: 'documents', id } },
    ])
  })

  test('one that is never finished goes after a day, with the rows that it had', async () => {
    await crowd(SLICE_ROWS + 10)
    const { id } = await request('secretary', 'eventRoster', EVENT)
    await progress('secretary', id)
    expect(await cloud.all('jobParts')).toHaveLength(1)
    later(25 * HOUR)
    await cloud.local.runTimer('document', 'sweep')
    expect(await progress('secretary', id)).toMatchObject({ state: 'expired' })
    expect(await cloud.all('jobParts')).toEqual([])
  })
})

describe('is not begun', () => {
  const DAY = '2026-11-21'
  /** Every kind of sheet, for somebody who may have each. */
  const kinds = [
    {
      kind: 'eventRoster',
      begin: (requestId: string, as = 'staff') => cloud.as(as).call('document.eventRoster', { requestId, ...EVENT }),
      rows: async (from: number) => {
        const [row] = await cloud.all<object>('registrations')
        const nth = (at: number) => ({ ...row, _id: `EV0001:m-x${from + at}`, memberId: `m-x${from + at}` })
        await cloud.put('registrations', ...Array.from({ length: 1000 }, (_, at) => nth(at)))
      },
    },
    {
      kind: 'visitDay',
      begin: (requestId: string, as = 'staff') => cloud.as(as).call('document.visitDay', { requestId, day: DAY }),
      rows: async (from: number) => {
        const visit = buildVisit(buildVisitSlot(NOW), 'm-00001')
        const nth = (at: number) => ({ ...visit, _id: `${visit.slotId}:m-x${from + at}` })
        await cloud.put('visits', ...Array.from({ length: 1000 }, (_, at) => nth(at)))
      },
    },
  ]

  test.each(kinds)('a $kind while too many of one’s own are under way', async ({ begin }) => {
    await crowd(3)
    for (let nth = 1; nth <= MAX_OPEN; nth++) expect(await begin(`request-${nth}000`)).toMatchObject({ ok: true })
    const detail = { most: MAX_OPEN }
    expect(await begin('request-9000')).toMatchObject({ ok: false, error: { code: 'tooManyOpen', detail } })
    // A repetition of what is under way is no further one, and another person's are not counted.
    expect(await begin('request-1000')).toMatchObject({ ok: true })
    await raise('colleague', [staff])
    expect(await begin('request-9000', 'colleague')).toMatchObject({ ok: true })
  })

  test.each(kinds.slice(0, 1))('a $kind of more rows than a file can be made of', async ({ begin, rows }) => {
    await crowd(3)
    for (let at = 0; at <= MAX_ROWS; at += 1000) {
      await rows(at)
      // So much at once keeps this process busy; a connection that was closed meanwhile has to be seen as closed.
      await new Promise((go) => setTimeout(go, 50))
    }
    expect(await begin('request-8000')).toMatchObject({
      ok: false,
      error: { code: 'tooManyRows', detail: { most: MAX_ROWS } },
    })
  })
})
