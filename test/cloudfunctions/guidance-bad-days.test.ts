/**
 * A call of the guidance dies between any two of its requests, or many come at once. Whether it is made again or not: once
 * the sweepers have come, the guidance, its consultation and the time of both sides agree, and everybody was told once.
 */
import type { Answer } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { ok, open, stands, told } from '../support/consulting'
import { begun, guidanceOf, hour, put, startInput, sweepAll } from '../support/guiding'
import { MINUTE, NOW } from '../support/park'
import { recordsOf } from '../support/records'
import { intervalsOf } from '../support/service'
import type { GuidanceDoc } from '../../cloudfunctions/guidance/store/guidances'

jest.setTimeout(280_000)

interface Deed {
  name: string
  /** The guidance's id, where there is one already. */
  arrange: () => Promise<string>
  act: (id: string) => Promise<unknown>
  /** Of many requests: it dies at every other one, and is made again after every third of those. */
  many?: true
  /** What is wrong at the end, given that it was done again after it died. */
  done: (id: string) => [wrong: boolean, words: string][]
}

const REQUEST = 'request-of-the-dead'
const anna = () => cloud.as('anna')
const planned = async (): Promise<string> => {
  const id = await begun()
  ok(await anna().call('guidance.planMeeting', { consultationId: id, requestId: 'request-planned', ...hour('10:00') }))
  return id
}
const second = (consultationId: string) => ({ consultationId, requestId: 'request-second' })
const meetingOf = (id: string): string => guidanceOf(id).meetings[0]?.id ?? ''
const count = (kind: string): number => told(kind).length

const deeds: Deed[] = [
  {
    name: 'beginning',
    arrange: () => Promise.resolve(''),
    act: () => anna().call('guidance.start', startInput({ requestId: REQUEST })),
    done: () => [
      [all().length !== 1, `${all().length} guidances`],
      [count('guidanceMoved') !== 1, 'the enterprise was not told once'],
    ],
  },
  {
    name: 'planning a meeting',
    arrange: () => begun(),
    act: (id) => anna().call('guidance.planMeeting', { consultationId: id, requestId: REQUEST, ...hour('10:00') }),
    done: (id) => [
      [guidanceOf(id).meetings.length !== 1, `${guidanceOf(id).meetings.length} meetings`],
      [count('guidancePlanned') !== 1, 'the enterprise was not told once'],
    ],
  },
  {
    name: 'moving a meeting',
    arrange: planned,
    act: (id) =>
      anna().call('guidance.moveMeeting', { consultationId: id, meetingId: meetingOf(id), ...hour('10:30') }),
    done: (id) => [
      [guidanceOf(id).meetings[0]?.startsAt.getTime() !== hour('10:30').startsAt, 'it was not moved'],
      [count('meetingMoved') !== 1, 'the enterprise was not told once'],
    ],
  },
  {
    name: 'asking for it',
    many: true,
    arrange: () => Promise.resolve(''),
    act: () =>
      cloud.as('contact-1').call('guidance.ask', {
        ...{ requestId: REQUEST, enterpriseId: 'enterprise-01', topic: 'tax', words: '想申报省重点研发' },
        project: { name: '硅材料中试', programme: 'keyResearch' },
      }),
    done: () => [
      [all().length !== 1, `${all().length} guidances`],
      [count('guidanceAsked') !== 1, 'who guides was not told once'],
    ],
  },
  {
    name: 'changing hands',
    many: true,
    arrange: async () => {
      const id = await planned()
      const berts = await begun({ enterpriseId: 'enterprise-02' })
      put('consultations', berts, { ownerId: 'm-bert' })
      // Of two meetings Bert is free at the first, and elsewhere at the second.
      ok(await cloud.as('bert').call('guidance.planMeeting', { ...second(berts), ...hour('14:30') }))
      ok(await anna().call('guidance.planMeeting', { ...second(id), ...hour('14:00') }))
      const asked = { consultationId: id, to: 'm-bert', reason: '出差半个月', override: true }
      ok(await anna().call('consultation.transfer', asked))
      return id
    },
    act: (id) => cloud.as('bert').call('consultation.answerTransfer', { consultationId: id, accept: true }),
    done: (id) => [
      [
        String(guidanceOf(id).meetings.map(({ state, specialistId }) => `${state} ${specialistId}`)) !==
          'planned m-bert,unplaced m-bert',
        JSON.stringify(guidanceOf(id).meetings),
      ],
      [String(told('meetingUnplaced')) !== 'meetingUnplaced m-bert,meetingUnplaced m-contact-1', 'not both were told'],
      [stands(id).nextStep !== '下次会面', `what comes next is ${stands(id).nextStep}`],
    ],
  },
  {
    name: 'finishing',
    arrange: planned,
    act: (id) =>
      anna().call('guidance.finish', {
        ...{ consultationId: id, requestId: REQUEST, state: 'withdrawn', amount: null },
        ...{ decidedOn: '2026-11-20', words: '企业决定明年再报' },
      }),
    done: (id) => [
      [stands(id).state !== 'answered', `the consultation is ${stands(id).state}`],
      [count('answerWritten') !== 1, 'the enterprise was not asked once'],
      [recordsOf(cloud.local, 'lines', { consultationId: id }).length !== 1, 'it was not said once'],
    ],
  },
]

const all = (): GuidanceDoc[] => recordsOf<GuidanceDoc>(cloud.local, 'guidances', {})
const meetingsIn = (ownerId: string): string[] => intervalsOf(ownerId).filter((key) => key.startsWith('meeting'))
/** What has to stand in somebody's sheets. */
const wantedOf = (who: { enterpriseId: string } | { specialistId: string }): string[] =>
  all()
    .flatMap(({ _id, enterpriseId, meetings }) =>
      meetings
        .filter(({ state }) => state === 'planned')
        .filter(({ specialistId }) =>
          'enterpriseId' in who ? who.enterpriseId === enterpriseId : who.specialistId === specialistId,
        )
        .map(({ id, nonce }) => `meeting~${_id}.${id}~${nonce}`),
    )
    .sort()
const timesDiffer = (owner: string, who: Parameters<typeof wantedOf>[0]): [boolean, string] => {
  const [found, wanted] = [meetingsIn(owner), wantedOf(who)]
  return [String(found) !== String(wanted), `the time of ${owner} is ${found}, wanted ${wanted}`]
}

/** A meeting ahead with somebody else than who guides. */
const strays = (id: string, { state, specialistId }: GuidanceDoc['meetings'][number]): boolean =>
  (state === 'planned' || state === 'unplaced') && specialistId !== stands(id).ownerId

/** What does not agree, in words; empty when all is well. */
const faults = (): string[] => {
  const checks: [boolean, string][] = [
    timesDiffer('enterprise-01', { enterpriseId: 'enterprise-01' }),
    timesDiffer('m-anna', { specialistId: 'm-anna' }),
    timesDiffer('m-bert', { specialistId: 'm-bert' }),
    [all().some(({ _id, meetings }) => meetings.some((one) => strays(_id, one))), 'a meeting is not with who guides'],
    [all().some(({ facts }) => facts.length > 0), 'a fact is not settled'],
    [all().some(({ _id }) => recordsOf(cloud.local, 'consultations', { _id }).length !== 1), 'no consultation'],
    [
      all().some(({ _id, result }) => (result !== null) !== (stands(_id).state === 'answered')),
      'result and consultation differ',
    ],
  ]
  return checks.flatMap(([wrong, words]) => (wrong ? [words] : []))
}

const begin = async ({ arrange }: Deed): Promise<string> => {
  await cloud.local.reset()
  await open()
  return arrange()
}

const deaths = ({ many }: Deed, nth: number): ['before' | 'after', boolean][] => {
  const unrepeated: ['after', false] = ['after', false]
  if (!many) return [['before', true], ['after', true], unrepeated]
  if (nth % 2 === 0) return []
  return nth % 3 === 0 ? [['before', true]] : [unrepeated]
}

describe.each(deeds)('$name', (deed) => {
  test('leaves nothing behind wherever it dies', async () => {
    const first = await begin(deed)
    const requests = await cloud.roundTrips(() => deed.act(first))
    const wrong: string[] = []
    for (let nth = 1; nth <= requests; nth++) {
      for (const [when, again] of deaths(deed, nth)) {
        const id = await begin(deed)
        cloud.local.faults({ kind: 'fail', when, nth }, { kind: 'fail', nth: nth + 1, times: 10_000 })
        await deed.act(id).catch(() => undefined)
        cloud.local.clearFaults()
        takeErrors()
        if (again) await deed.act(id)
        for (const minutes of [1.5, 3, 4.5]) await sweepAll(new Date(NOW.getTime() + minutes * MINUTE))
        const missed = again ? deed.done(id).flatMap(([bad, words]) => (bad ? [words] : [])) : []
        wrong.push(...[...faults(), ...missed].map((words) => `${when} ${nth}${again ? ', again' : ''}: ${words}`))
      }
    }
    expect(wrong).toEqual([])
    expect(requests).toBeGreaterThan(4)
  })
})

describe('many at once, through the built functions', () => {
  /** The workers' clock is the real one. */
  const soon = (hours: number) => {
    const startsAt = new Date(Date.now() + 5 * 86_400_000).setUTCHours(1, 0, 0, 0) + hours * 3600_000
    return { startsAt, endsAt: startsAt + 1800_000, placeName: '多功能服务室' }
  }
  const arrange = async (): Promise<string> => {
    await open()
    return begun()
  }

  test('of twelve meetings at one time one is planned; the others are told who is taken', async () => {
    const id = await arrange()
    const plan = (n: number) =>
      cloud
        .over('anna')
        .call('guidance.planMeeting', { consultationId: id, requestId: `request-race-${n}`, ...soon(1) })
    const answers: Answer<unknown>[] = await Promise.all(Array.from({ length: 12 }, (_, n) => plan(n)))
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(codes.filter((code) => !['ok', 'specialistBusy', 'enterpriseBusy', 'busy'].includes(code))).toEqual([])
    expect(guidanceOf(id).meetings).toHaveLength(1)
    expect([meetingsIn('m-anna').length, meetingsIn('enterprise-01').length]).toEqual([1, 1])
  })

  test('eight items added at once all hold, and one request eight times is one item', async () => {
    const id = await arrange()
    const add = (requestId: string) =>
      cloud.over('anna').call('guidance.addItem', {
        ...{ consultationId: id, requestId, title: `材料${requestId}`, owner: 'enterprise', dueDay: null },
      })
    const repeat = async (requestId: string): Promise<void> => {
      for (let turn = 0; turn < 10; turn++) if ((await add(requestId)).ok) return
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => repeat(`request-many-${n}`)))
    await Promise.all(Array.from({ length: 8 }, () => repeat('request-one')))
    expect(guidanceOf(id).items).toHaveLength(9)
  })

  test('a stage moved by two at once moves once', async () => {
    const id = await arrange()
    const move = () =>
      cloud
        .over('anna')
        .call('guidance.moveStage', { consultationId: id, from: 'diagnosis', to: 'materials', reason: '' })
    const answers = await Promise.all([move(), move(), move(), move()])
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(guidanceOf(id).stageHistory).toHaveLength(1)
  })
})
