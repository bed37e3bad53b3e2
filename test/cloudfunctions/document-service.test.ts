/** Sheets about the team's service: what stands in them, nothing of what was said, and who may have them. */
import { buildConsultation, buildLine } from '../../config/seed/consultation-builders'
import { buildEnterprise, buildOutreach } from '../../config/seed/enterprise-builders'
import { buildServiceDay, buildSpecialist } from '../../config/seed/service-builders'
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
    expect(sheet.about.rows).toContainEqual(['时间', '2026年11月'])
    expect(sheet.job.name).toBe('咨询台账·2026年11月.xlsx')
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
  // Days that can be sorted and filtered as such.
  expect([sheet.data.formats['A2'], sheet.data.formats['E2']]).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd hh:mm'])
  expect(wordsOf(sheet)).not.toContain(SAID)
  const all = await made('staff', 'outreach', MONTH)
  expect(all.data.rows).toHaveLength(4)
})

test('figures stand as numbers, group by group and together', async () => {
  await putSome()
  const sheet = await made('leader', 'figures', { ...OURS, by: 'topic' })
  const [heads, ...rows] = sheet.data.rows
  expect(heads).toEqual(['分组', '预约', '未到场', '已答复', '首次答复用时中位数（工作分钟）', '企业已评价', '已解决'])
  expect(rows.filter(([group]) => ['政策', '税务', '合计'].includes(String(group)))).toEqual([
    ['政策', 1, 0, 1, 60, 1, 1],
    ['税务', 1, 0, 0, null, 0, 0],
    ['合计', 2, 0, 1, 60, 1, 1],
  ])
  const months = await made('staff', 'figures', { ...MONTH, by: 'month' })
  expect(months.data.rows.slice(1).map(([group, bookings]) => [group, bookings])).toEqual([
    ['2026年11月', 3],
    ['合计', 3],
  ])
  const days = await made('staff', 'figures', { ...MONTH, by: 'day' }, 'request-0002')
  expect(days.data.rows.filter((row) => Number(row[1]) > 0).map(([group, bookings]) => [group, bookings])).toEqual([
    ['2026-11-02', 1],
    ['2026-11-03', 1],
    ['2026-11-20', 1],
    ['合计', 3],
  ])
  expect(days.data.formats['A2']).toBe('yyyy-mm-dd')
})

test('a sheet’s figures are the page’s', async () => {
  await putSome()
  const sheet = await made('leader', 'figures', { ...OURS, by: 'topic' })
  const page = await cloud.as('leader').call('figure.service', { ...MONTH, by: 'topic' })
  if (!page.ok) throw new Error(page.error.code)
  const { groups, total } = page.data
  const shown = [...groups.map(({ figures }) => figures), total].map((of) => [
    ...[of.bookings, of.noShows, of.answered, of.firstAnswerMinutes, of.judged, of.solved],
  ])
  expect(sheet.data.rows.slice(1).map((row) => row.slice(1))).toEqual(shown)
})

const KINDS = [
  { kind: 'consultations', params: OURS },
  { kind: 'serviceDay', params: { serviceDayId: 'SD0001' as never } },
  { kind: 'outreach', params: OURS },
] as const

describe.each(KINDS)('a sheet of kind $kind', ({ kind, params }) => {
  test('keeps as texts what would be computed', async () => {
    const names = ['=1+1', '+86', '-1', '@SUM(A1)', '=HYPERLINK("http://x","点我")']
    for (const [nth, enterpriseName] of names.entries()) {
      const startsAt = new Date(at('28T09:30').getTime() + nth * 60_000)
      const bookedAt = new Date(at('02T09:30').getTime() + nth * 60_000)
      await cloud.put('consultations', booked(`CONS000${nth}`, bookedAt, { enterpriseName, dayId: 'SD0001', startsAt }))
      const enterprise = buildEnterprise(`enterprise-0${nth}`, { name: enterpriseName })
      await cloud.put('enterprises', enterprise)
      await cloud.put('outreach', buildOutreach(enterprise, 1, `2026-11-0${nth + 1}`))
    }
    const { data } = await made('leader', kind, params)
    const column = data.rows[0]?.indexOf('企业') ?? -1
    expect(data.rows.slice(1).map((row) => row[column])).toEqual(names)
    expect(data.formulas).toBe(0)
    expect(names.map((_, nth) => data.formats[`${'ABC'.charAt(column)}${nth + 2}`])).toEqual(names.map(() => '@'))
  })

  test('without a row has its heads and says that it has none', async () => {
    const { data, about, job } = await made('leader', kind, params)
    expect(data.rows).toHaveLength(1)
    expect(about.rows).toContainEqual(['行数', 0])
    expect(job).toMatchObject({ state: 'done', done: 0 })
  })

  test('shows people whole to their leader, and takes a name that is erased as such', async () => {
    await cloud.put(
      'consultations',
      booked('CONS0001', at('02T09:30'), { owner: { name: '', title: '' }, dayId: 'SD0001', startsAt: at('28T09:30') }),
    )
    await cloud.put('outreach', buildOutreach(buildEnterprise('enterprise-01'), 1, '2026-11-03', { byName: '' }))
    const { data, about } = await made('leader', kind, params)
    expect(data.rows[1]).toContain('已注销')
    expect(about.rows).toContainEqual(['个人信息', '只完整显示您所管范围内的人员，其他人的姓名已遮盖'])
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
