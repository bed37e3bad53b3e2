/** Sheets about the team's service: what stands in them, nothing of what was said, and who may have them. */
import { buildConsultation, buildLine } from '../../config/seed/consultation-builders'
import { buildEnterprise, buildOutreach } from '../../config/seed/enterprise-builders'
import { buildServiceDay, buildSpecialist } from '../../config/seed/service-builders'
import type { ActionName } from '@/domain/contracts'
import { MAX_OPEN, MAX_ROWS } from '@/domain/document/rules'
import type { Grant } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { branch, NOW, raise, secretaryOf, staff } from '../support/park'
import { made } from '../support/sheets'

jest.setTimeout(180_000)

const leader: Grant = { role: 'teamLeader', scope: 'team', scopeId: 'team-01' }
const MONTH = { fromMonth: '2026-11', toMonth: '2026-11' }
const OURS = { ...MONTH, teamId: 'team-01' as never }
const at = (iso: string) => new Date(`2026-11-${iso}:00+08:00`)
const SAID = '绝密的问题'
const person = buildSpecialist('m-specialist', { name: '演示专员' })
const day = buildServiceDay('SD0001', '2026-11-28', [person])

const booked = (id: string, bookedAt: Date, overrides = {}) =>
  buildConsultation(id, bookedAt, {
    question: SAID,
    nextStep: SAID,
    problem: { kind: 'talent', statement: SAID },
    rating: { stars: 5, words: SAID },
    owner: { name: '演示专员', title: '税务志愿者' },
    ownerId: 'm-specialist',
    contactId: 'm-contact',
    ...overrides,
  })

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raise('staff', [staff])
  await raise('leader', [leader])
  await cloud.put('specialists', person)
  await cloud.put('serviceDays', day)
})

const putSome = async () => {
  const first = booked('CONS0001', at('02T09:30'), {
    ...{ dayId: 'SD0001', startsAt: at('28T09:30'), placeName: '天安智谷一楼大厅', dueAt: at('30T17:30') },
  })
  const second = booked('CONS0002', at('20T16:05'), {
    ...{ state: 'closed', topic: 'policy', enterpriseName: '演示企业02', outcome: 'answered', verdict: 'solved' },
    ...{ firstAnswerAt: at('20T17:05'), closedAt: at('21T09:00'), dueAt: null },
  })
  const foreign = booked('CONSFOREIGN', at('03T09:00'), {
    ...{ teamId: 'team-FOREIGN', enterpriseName: '外队企业', owner: { name: '外队专员', title: '' } },
  })
  const earlier = booked('CONS0003', new Date('2026-10-31T15:59:00Z'))
  await cloud.put('consultations', second, first, foreign, earlier)
  await cloud.put('lines', buildLine(first, 1, { at: NOW, kind: 'words', side: 'team', text: SAID }))
}
/** Everything that stands in a file. */
const wordsOf = ({ data, about }: { data: { rows: unknown[] }; about: { rows: unknown[] } }) =>
  JSON.stringify([data.rows, about.rows])

describe('consultations', () => {
  beforeEach(putSome)

  test('of a team stand in order of booking with who, when, topic and state, and nothing of what was said', async () => {
    const sheet = await made('leader', 'consultations', OURS)
    expect(sheet.data.name).toBe('咨询台账')
    expect(sheet.data.rows[0]).toEqual(
      '企业 咨询主题 方式 状态 负责人 预约时间 服务时间 地点 办理期限 首次答复 咨询结果 企业意见 办结时间'.split(' '),
    )
    expect(sheet.data.rows.slice(1)).toEqual([
      [
        ...['演示企业01', '税务', '服务日咨询', '已预约', '演示专员', '2026-11-02 09:30', '2026-11-28 09:30'],
        ...['天安智谷一楼大厅', '2026-11-30 17:30'],
      ],
      [
        ...['演示企业02', '政策', '服务日咨询', '已办结', '演示专员', '2026-11-20 16:05', null, null, null],
        ...['2026-11-20 17:05', '已答复', '已解决', '2026-11-21 09:00'],
      ],
    ])
    expect(wordsOf(sheet)).not.toContain(SAID)
    expect(wordsOf(sheet)).not.toContain('外队')
    expect(sheet.about.rows).toContainEqual(['小分队', '您所带的小分队'])
  })

  test('of all teams are for staff', async () => {
    const sheet = await made('staff', 'consultations', MONTH)
    expect(sheet.data.rows.slice(1).map(([enterprise]) => enterprise)).toEqual(['演示企业01', '外队企业', '演示企业02'])
    expect(wordsOf(sheet)).not.toContain(SAID)
    const denied = await cloud.as('leader').call('document.consultations', { requestId: 'request-0001', ...MONTH })
    expect(denied).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  })

  test('are logged for those who advise and for the contact', async () => {
    await made('leader', 'consultations', OURS)
    const lines = await cloud.all<{ what: string; subjects: string[] }>('operations')
    expect(lines.map(({ what, subjects }) => ({ what, subjects: [...subjects].sort() }))).toEqual([
      { what: 'document.consultations', subjects: ['m-contact', 'm-specialist'] },
    ])
  })
})

describe('a service day', () => {
  beforeEach(putSome)

  test('has its bookings in order of the slots', async () => {
    await cloud.put(
      'consultations',
      booked('CONS0009', at('10T09:00'), { dayId: 'SD0001', startsAt: at('28T09:00'), enterpriseName: '演示企业09' }),
    )
    const sheet = await made('leader', 'serviceDay', { serviceDayId: 'SD0001' })
    expect(sheet.job.title).toBe('服务日预约表·链上服务日')
    expect(sheet.data.rows).toEqual([
      ['开始', '结束', '企业', '咨询主题', '接待人', '状态', '预约时间'],
      ['2026-11-28 09:00', '2026-11-28 09:30', '演示企业09', '税务', '演示专员', '已预约', '2026-11-10 09:00'],
      ['2026-11-28 09:30', '2026-11-28 10:00', '演示企业01', '税务', '演示专员', '已预约', '2026-11-02 09:30'],
    ])
    expect(wordsOf(sheet)).not.toContain(SAID)
  })

  test('of another team is not reached, and an unknown one is not there', async () => {
    await cloud.put('serviceDays', buildServiceDay('SDFOREIGN', '2026-11-28', [person], { teamId: 'team-FOREIGN' }))
    const ask = (serviceDayId: string) =>
      cloud.as('leader').call('document.serviceDay', { requestId: 'request-0001', serviceDayId })
    expect(await ask('SDFOREIGN')).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(await ask('SD9999')).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })
})

test('visits to enterprises stand by day, with who went and nothing of what was said', async () => {
  const enterprise = buildEnterprise('enterprise-01', { name: '演示企业01' })
  await cloud.put('enterprises', enterprise)
  await cloud.put(
    'outreach',
    buildOutreach(enterprise, 2, '2026-11-20', { state: 'planned' }),
    buildOutreach(enterprise, 1, '2026-11-03', { state: 'done', note: SAID, writtenAt: at('03T18:00') }),
    buildOutreach(enterprise, 3, '2026-12-01'),
    buildOutreach('enterprise-FOREIGN', 1, '2026-11-05', { teamId: 'team-FOREIGN', byName: '外队专员' }),
  )
  const sheet = await made('leader', 'outreach', OURS)
  expect(sheet.data.rows.map((row) => [row[0], row[1], row[2], row[4] ?? null])).toEqual([
    ['走访日期', '企业', '走访人', '登记时间'],
    ['2026-11-03', '演示企业01', '演示专员01', '2026-11-03 18:00'],
    ['2026-11-20', '演示企业01', '演示专员01', null],
  ])
  expect(wordsOf(sheet)).not.toContain(SAID)
  const all = await made('staff', 'outreach', MONTH)
  expect(all.data.rows).toHaveLength(4)
})

test('figures stand as numbers, group by group and together', async () => {
  await putSome()
  const sheet = await made('leader', 'figures', { ...OURS, by: 'topic' })
  const [heads, ...rows] = sheet.data.rows
  expect(heads).toEqual(['分组', '预约', '未到场', '企业已评价', '已解决', '首次答复用时中位数（工作分钟）'])
  expect(rows.filter(([group]) => ['政策', '税务', '合计'].includes(String(group)))).toEqual([
    ['政策', 1, 0, 1, 1, 60],
    ['税务', 1, 0, 0, 0],
    ['合计', 2, 0, 1, 1, 60],
  ])
  const months = await made('staff', 'figures', { ...MONTH, by: 'month' })
  expect(months.data.rows.slice(1).map(([group, bookings]) => [group, bookings])).toEqual([
    ['2026-11', 3],
    ['合计', 3],
  ])
})

describe('a period', () => {
  const cases: { action: ActionName; code: string; input: object }[] = []
  const further = [
    { action: 'document.consultations' as const, extra: {} },
    { action: 'document.outreach' as const, extra: {} },
    { action: 'document.figures' as const, extra: { by: 'month' } },
  ]
  for (const { action, extra } of further)
    cases.push(
      { action, code: 'periodWrong', input: { ...extra, fromMonth: '2026-11', toMonth: '2026-10' } },
      { action, code: 'periodTooLong', input: { ...extra, fromMonth: '2025-11', toMonth: '2026-11' } },
    )

  test.each(cases)('is refused by $action with $code', async ({ action, code, input }) => {
    const answer = await cloud.as('staff').call(action, { requestId: 'request-0001', ...input })
    expect(answer).toMatchObject({ ok: false, error: { code } })
    expect(['periodWrong', 'periodTooLong']).toContain(code)
  })

  test('says what is wrong with it', async () => {
    const ask = (fromMonth: string, toMonth: string) =>
      cloud.as('staff').call('document.figures', { requestId: 'request-0001', fromMonth, toMonth, by: 'day' })
    expect(await ask('2026-11', '2026-10')).toMatchObject({ ok: false, error: { code: 'periodWrong' } })
    expect(await ask('2026-08', '2026-11')).toMatchObject({ ok: false, error: { code: 'periodTooLong' } })
  })
})

describe('none is begun', () => {
  // Only counted, never read: as little as a count looks at.
  const wanted: { action: ActionName; input: object; rows?: () => Promise<void> }[] = [
    {
      action: 'document.consultations',
      input: MONTH,
      rows: () => many('consultations', (nth) => ({ _id: `CONS${nth}`, mode: 'slot', bookedAt: at('05T09:00') })),
    },
    {
      action: 'document.serviceDay',
      input: { serviceDayId: 'SD0001' },
      rows: () => many('consultations', (nth) => ({ _id: `CONS${nth}`, dayId: 'SD0001', startsAt: at('28T09:00') })),
    },
    {
      action: 'document.outreach',
      input: MONTH,
      rows: () => many('outreach', (nth) => ({ _id: `enterprise-${nth}:1`, dayAt: at('03T00:00') })),
    },
    { action: 'document.figures', input: { ...MONTH, by: 'month' } },
  ]
  const many = async (collection: string, build: (nth: number) => object) => {
    for (let from = 0; from <= MAX_ROWS; from += 1000) {
      await cloud.put(collection, ...Array.from({ length: 1000 }, (_, nth) => build(from + nth)))
      // So much at once keeps this process busy; a connection that was closed meanwhile has to be seen as closed.
      await new Promise((go) => setTimeout(go, 50))
    }
  }
  const ask = (action: ActionName, input: object, requestId: string) =>
    cloud.as('staff').call(action, { requestId, ...input })

  test.each(wanted)('$action, while too many of one’s own are under way', async ({ action, input }) => {
    for (let nth = 1; nth <= MAX_OPEN; nth++)
      expect(await ask(action, input, `request-${nth}000`)).toMatchObject({ ok: true })
    expect(await ask(action, input, 'request-9000')).toMatchObject({ ok: false, error: { code: 'tooManyOpen' } })
  })

  test.each(wanted.filter(({ rows }) => rows))('$action, of too many rows', async ({ action, input, rows }) => {
    await rows?.()
    expect(await ask(action, input, 'request-8000')).toMatchObject({ ok: false, error: { code: 'tooManyRows' } })
  })
})

test('nobody but leaders and staff has one', async () => {
  await raise('secretary', [secretaryOf(branch)])
  await raise('specialist', [{ role: 'specialist', scope: 'team', scopeId: 'team-01' }])
  for (const as of ['secretary', 'specialist']) {
    const answer = await cloud.as(as).call('document.consultations', { requestId: 'request-0001', ...OURS })
    expect(answer).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  }
})
