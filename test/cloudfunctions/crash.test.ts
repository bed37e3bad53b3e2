/**
 * The cloud dies in the middle of a burst, or a function runs out of time in the middle of its work. Whatever was
 * acknowledged is still true afterwards, and once the sweeper has come no place is lost or held twice.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import { deskCode } from '../../cloudfunctions/kernel/desk-code'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import { declaration } from '../../config/database'
import { buildFunctions } from '../../config/functions'
import { startLocalCloud, type LocalCloud } from '../../config/local-cloud'
import type { FaultRule } from '../../config/local-cloud/faults'
import { buildActor, buildBranch, buildEvent, buildMember, buildRegistration } from '../../config/seed/builders'
import { formatDeskCode } from '@/domain/desk-code'
import { startCloudProcess, type CloudProcess } from '../support/cloud-process'
import { recordsOf } from '../support/records'

jest.setTimeout(240_000)

const MINUTE = 60_000
const branch = buildBranch(1)

let functions = ''
beforeAll(async () => {
  functions = mkdtempSync(path.join(tmpdir(), 'crash-functions-'))
  await buildFunctions({ outDir: functions })
})
afterAll(() => rmSync(functions, { recursive: true, force: true }))

/** An event that begins in ten minutes: signing up, giving a place back and checking in are all possible. */
const eventNow = (id: string, overrides: Partial<EventDoc> = {}): EventDoc => {
  const cancelUntil = new Date(Date.now() + 9 * MINUTE)
  return buildEvent(id, branch, new Date(Date.now() + 10 * MINUTE), { cancelUntil, ...overrides })
}
const codeFor = (event: EventDoc) => formatDeskCode('', deskCode(event, new Date()).code)

const seat = async (cloud: LocalCloud, openids: string[]): Promise<void> => {
  const members = openids.map((openid) => buildMember(`m-${openid}`, `演示${openid}`, branch))
  await cloud.insertMany('members', members)
  await cloud.insertMany(
    'actors',
    members.map((member) => buildActor(member._id.slice(2), member)),
  )
}

/** What is wrong with an event's places, in words; empty when all is well. */
const faultsOf = (event: EventDoc, rows: RegistrationDoc[]): string[] => {
  const held = rows.flatMap(({ placeId }) => placeId ?? [])
  const registered = rows.filter(({ state }) => state === 'registered').length
  const waiting = rows.filter(({ state }) => state === 'waitlisted').length
  const capacity = event.capacity ?? Infinity
  const checks: [boolean, string][] = [
    [event.taken !== held.length, `the event counts ${event.taken} places, ${held.length} are held`],
    [new Set(held).size !== held.length, 'a place is held twice'],
    [registered !== held.length, `${registered} are registered, ${held.length} hold a place`],
    [event.taken > capacity, `${event.taken} of ${capacity} places are taken`],
    [waiting > 0 && event.taken < capacity, `${waiting} wait beside ${capacity - event.taken} free places`],
    [event.takes.length > 0, 'a take is not settled'],
    [event.releases.length > 0, 'a release is not settled'],
    [rows.some(({ releasing }) => releasing !== null), 'a registration is still releasing'],
  ]
  return checks.flatMap(([wrong, words]) => (wrong ? [words] : []))
}

describe('SIGKILL in the middle of a burst', () => {
  const KILLED_AFTER = [8, 35, 70]
  const CAPACITY = 50
  const people = (round: number, role: string, n: number) =>
    Array.from({ length: n }, (_, at) => `r${round}-${role}-${at + 1}`)
  const crowdOf = (round: number) => ({
    signers: people(round, 'signer', 45),
    walkers: people(round, 'walker', 20),
    cancellers: people(round, 'canceller', 20),
    comers: people(round, 'comer', 20),
  })

  let data = ''
  const running: CloudProcess[] = []
  beforeEach(() => {
    data = mkdtempSync(path.join(tmpdir(), 'crash-data-'))
  })
  afterEach(async () => {
    for (const cloud of running.splice(0)) await cloud.kill()
    rmSync(data, { recursive: true, force: true })
  })
  const start = async (): Promise<CloudProcess> => {
    const cloud = await startCloudProcess(data, functions)
    running.push(cloud)
    return cloud
  }

  /** One event a round, forty of its fifty places taken by those who will come or cancel. */
  const furnish = async (): Promise<EventDoc[]> => {
    const cloud = await startLocalCloud({ storage: data, declaration, timers: false, log: () => undefined })
    await cloud.insertMany('branches', [branch])
    const events: EventDoc[] = []
    for (const round of KILLED_AFTER.keys()) {
      const { signers, walkers, cancellers, comers } = crowdOf(round)
      const holding = [...cancellers, ...comers]
      const event = eventNow(`EVROUND${round}`, { capacity: CAPACITY, taken: holding.length })
      await seat(cloud, [...signers, ...walkers, ...holding])
      await cloud.insertMany('events', [event])
      await cloud.insertMany(
        'registrations',
        holding.map((openid) => buildRegistration(event, `m-${openid}`)),
      )
      events.push(event)
    }
    await cloud.stop()
    return events
  }

  /** An acknowledged answer, and whether what stands agrees with it. */
  type Claim = { openid: string; said: string; holds: (row: RegistrationDoc | undefined) => boolean }

  /** Everybody acts at once; the cloud is killed when `killAfter` answers have come. */
  const burst = async (cloud: CloudProcess, event: EventDoc, round: number, killAfter: number) => {
    const { signers, walkers, cancellers, comers } = crowdOf(round)
    const [claims, asked] = [[] as Claim[], signers.length + walkers.length + cancellers.length + comers.length]
    const eventId = event._id
    let answers = 0
    const acknowledge = (claim: Claim | undefined, answered: boolean) => {
      if (claim) claims.push(claim)
      if (answered && ++answers === killAfter) void cloud.kill()
    }
    const signUp = async (openid: string) => {
      const answer = await cloud.call(openid, 'event.signUp', { eventId })
      const said = answer?.ok ? answer.data.state : ''
      // Who was waiting may have moved up since.
      const holds = (row: RegistrationDoc | undefined) =>
        row?.state === 'registered' || (said === 'waitlisted' && row?.state === 'waitlisted')
      acknowledge(said ? { openid, said, holds } : undefined, answer !== undefined)
    }
    const scan = async (openid: string) => {
      const answer = await cloud.call(openid, 'event.checkIn', { code: codeFor(event) })
      const at = answer?.ok ? answer.data.at : 0
      const holds = (row: RegistrationDoc | undefined) =>
        row?.attendedAt?.getTime() === at && row.state === 'registered'
      acknowledge(at ? { openid, said: 'attended', holds } : undefined, answer !== undefined)
    }
    const cancel = async (openid: string) => {
      const answer = await cloud.call(openid, 'event.cancelSignUp', { eventId })
      const holds = (row: RegistrationDoc | undefined) => row?.state === 'cancelled' && row.placeId === null
      acknowledge(answer?.ok ? { openid, said: 'cancelled', holds } : undefined, answer !== undefined)
    }
    // Dealt like cards, so that every kind is under way when the end comes.
    const deal = Array.from({ length: signers.length }, (_, at) => [
      ...signers.slice(at, at + 1).map(signUp),
      ...walkers.slice(at, at + 1).map(scan),
      ...cancellers.slice(at, at + 1).map(cancel),
      ...comers.slice(at, at + 1).map(scan),
    ])
    await Promise.all(deal.flat())
    return { claims, unanswered: asked - answers }
  }

  const sweepLater = async (cloud: CloudProcess): Promise<void> => {
    for (const minutes of [2, 4]) {
      await cloud.local('clock', { offsetMs: minutes * MINUTE })
      await cloud.local('timers/event/sweep')
    }
  }

  const standing = async (cloud: CloudProcess, events: EventDoc[], claims: Claim[]): Promise<string[]> => {
    const wrong: string[] = []
    const rows: RegistrationDoc[] = []
    for (const { _id } of events) {
      const [event] = await cloud.records<EventDoc>('events', { _id })
      const own = await cloud.records<RegistrationDoc>('registrations', { eventId: _id })
      rows.push(...own)
      wrong.push(...(event ? faultsOf(event, own) : ['the event is gone']).map((words) => `${_id}: ${words}`))
    }
    for (const { openid, said, holds } of claims) {
      const row = rows.find(({ memberId }) => memberId === `m-${openid}`)
      if (!holds(row)) wrong.push(`${openid} was told ${said}, but stands as ${row?.state ?? 'nobody'}`)
    }
    return wrong
  }

  test('keeps every acknowledged answer and, after the sweeper, every place, three times in a row', async () => {
    const events = await furnish()
    const claims: Claim[] = []
    let cloud = await start()
    for (const [round, killAfter] of KILLED_AFTER.entries()) {
      const told = await burst(cloud, events[round] as EventDoc, round, killAfter)
      claims.push(...told.claims)
      // Otherwise it was no burst that was struck.
      expect(told.claims.length).toBeGreaterThan(0)
      expect(told.unanswered).toBeGreaterThan(10)
      cloud = await start()
      await sweepLater(cloud)
      expect(await standing(cloud, events.slice(0, round + 1), claims)).toEqual([])
      await cloud.local('clock', { offsetMs: 0 })
    }
  })
})

describe('a function that runs out of time', () => {
  /** Short enough to wait for, long enough for a healthy call on a busy machine. */
  const TIMEOUT_SECONDS = 3
  const AT_ONCE = 4
  const TRIES = 3

  let cloud: LocalCloud
  beforeAll(async () => {
    // The same code with a time limit that a test can wait for.
    const config = path.join(functions, 'event', 'config.json')
    const settings = JSON.parse(readFileSync(config, 'utf8')) as object
    writeFileSync(config, JSON.stringify({ ...settings, timeout: TIMEOUT_SECONDS }))
    cloud = await startLocalCloud({
      storage: ':memory:',
      functions,
      declaration,
      timers: false,
      workers: AT_ONCE,
      log: () => undefined,
    })
  })
  afterAll(() => cloud.stop())
  beforeEach(async () => {
    await cloud.reset()
    await cloud.insertMany('branches', [branch])
  })

  const call = async (openid: string, action: string, input: object): Promise<{ ok?: boolean }> => {
    const headers = { 'content-type': 'application/json', 'x-openid': openid }
    const response = await fetch(`${cloud.url}/call/event`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ action, input }),
    })
    return (await response.json()) as { ok?: boolean }
  }

  type Deed = {
    name: string
    /** How many requests it makes when nothing goes wrong. */
    requests: number
    event: Partial<EventDoc>
    /** Who is in the event besides, and how the one who acts stands in it. */
    others?: RegistrationDoc['state'][]
    mine?: RegistrationDoc['state']
    act: (openid: string, event: EventDoc) => Promise<{ ok?: boolean }>
    end: { taken: number; waiting: number; attended: number }
  }
  const signUp = (openid: string, { _id }: EventDoc) => call(openid, 'signUp', { eventId: _id })
  const cancel = (openid: string, { _id }: EventDoc) => call(openid, 'cancelSignUp', { eventId: _id })
  const scan = (openid: string, event: EventDoc) => call(openid, 'checkIn', { code: codeFor(event) })
  const deeds: Deed[] = [
    { name: 'signing up', requests: 4, event: {}, act: signUp, end: { taken: 1, waiting: 0, attended: 0 } },
    {
      name: 'joining the waiting list',
      requests: 4,
      event: { capacity: 1 },
      others: ['registered'],
      act: signUp,
      end: { taken: 1, waiting: 1, attended: 0 },
    },
    {
      name: 'cancelling while one waits',
      requests: 10,
      event: { capacity: 1, queueing: true },
      mine: 'registered',
      others: ['waitlisted'],
      act: cancel,
      end: { taken: 1, waiting: 0, attended: 0 },
    },
    {
      name: 'checking in',
      requests: 3,
      event: {},
      mine: 'registered',
      act: scan,
      end: { taken: 1, waiting: 0, attended: 1 },
    },
    { name: 'walking in', requests: 4, event: {}, act: scan, end: { taken: 1, waiting: 0, attended: 1 } },
  ]

  /** A request that is to hang, before or after it is carried out, and what the person does then. */
  type Lane = { openid: string; event: EventDoc; rule: FaultRule; triesAgain: boolean }

  /** An event and a person for every case, so that several can hang at the same time; the last request is never made. */
  const lanes = async ({ requests, event, mine, others = [] }: Deed): Promise<Lane[]> => {
    const cases = Array.from({ length: requests + 1 }, (_, at) => at + 1).flatMap((nth) =>
      (['before', 'after'] as const).flatMap((when) => [true, false].map((triesAgain) => ({ nth, when, triesAgain }))),
    )
    const all = cases.map(({ nth, when, triesAgain }, at): Lane => {
      const openid = `lane-${at + 1}`
      const rule: FaultRule = { kind: 'hang', when, nth, function: 'event', openid }
      return {
        openid,
        event: eventNow(`EVLANE${at + 1}`, { ...event, taken: mine || others[0] === 'registered' ? 1 : 0 }),
        rule,
        triesAgain,
      }
    })
    await seat(cloud, [...all.map(({ openid }) => openid), ...others.map((_, at) => `other-${at}`)])
    await cloud.insertMany(
      'events',
      all.map((lane) => lane.event),
    )
    const rows = all.flatMap(({ openid, event: own }) => [
      ...(mine ? [buildRegistration(own, `m-${openid}`, { state: mine })] : []),
      ...others.map((state, at) => buildRegistration(own, `m-other-${at}`, { state })),
    ])
    if (rows.length > 0) await cloud.insertMany('registrations', rows)
    return all
  }

  const sweepLater = async (): Promise<void> => {
    for (const minutes of [2, 4]) {
      cloud.setClock(minutes * MINUTE)
      await cloud.runTimer('event', 'sweep')
    }
  }

  const wrongOf = (openid: string, { _id }: EventDoc, end: Deed['end'] | null): string[] => {
    const [event] = recordsOf<EventDoc>(cloud, 'events', { _id })
    const rows = recordsOf<RegistrationDoc>(cloud, 'registrations', { eventId: _id })
    if (!event) return [`${_id} is gone`]
    const found = {
      taken: event.taken,
      waiting: rows.filter(({ state }) => state === 'waitlisted').length,
      attended: rows.filter(({ attendedAt }) => attendedAt !== null).length,
    }
    const missed = end !== null && JSON.stringify(found) !== JSON.stringify(end) ? [JSON.stringify(found)] : []
    return [...faultsOf(event, rows), ...missed].map((words) => `${openid}: ${words}`)
  }

  /** Acts in all lanes, a few at a time as the cloud runs them, and tells in which ones it went well. */
  const actIn = async (some: Lane[], { act }: Deed): Promise<Set<Lane>> => {
    const well = new Set<Lane>()
    const waiting = [...some]
    const work = async () => {
      for (let lane = waiting.shift(); lane; lane = waiting.shift())
        if ((await act(lane.openid, lane.event)).ok) well.add(lane)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return well
  }

  test.each(deeds)('survives each request of $name hanging, whether the person tries again or not', async (deed) => {
    const all = await lanes(deed)
    cloud.faults(...all.map(({ rule }) => rule))
    const well = await actIn(all, deed)
    // Each request had its turn, and only those lanes went through whose request was never made.
    expect(cloud.listFaults().map(({ nth }) => nth)).toEqual(Array.from({ length: 4 }, () => deed.requests + 1))
    expect([...well].filter(({ rule }) => rule.nth !== deed.requests + 1)).toEqual([])
    cloud.clearFaults()
    let again = all.filter(({ triesAgain }) => triesAgain)
    for (let turn = 0; turn < TRIES && again.length > 0; turn++) {
      const done = await actIn(again, deed)
      again = again.filter((lane) => !done.has(lane))
    }
    expect(again).toEqual([])
    await sweepLater()
    const wrong = all.flatMap(({ openid, event, rule, triesAgain }) =>
      wrongOf(openid, event, triesAgain ? deed.end : null).map(
        (words) => `request ${rule.nth}, ${rule.when}: ${words}`,
      ),
    )
    expect(wrong).toEqual([])
  })
})
