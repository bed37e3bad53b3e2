/** What stands in an exported sheet, who may have one, and what the log says of it. */
import { buildEvent, buildMember, buildRegistration } from '../../config/seed/builders'
import { buildVisit, buildVisitSlot } from '../../config/seed/centre-builders'
import type { Grant } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { branch, HOUR, NOW, otherBranch, raise, secretaryOf, staff } from '../support/park'
import { crowd, made, progress, request, sheetsAt, theEvent } from '../support/sheets'

const editor: Grant = { role: 'editor', scope: 'zone', scopeId: '' }
const DAY = '2026-11-21'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch, otherBranch)
  await raise('secretary', [secretaryOf(branch)])
  await raise('staff', [staff])
  await raise('editor', [editor])
})

const register = async (id: string, name: string, home = branch, overrides = {}) => {
  await cloud.put('members', buildMember(id, name, home))
  await cloud.put('registrations', buildRegistration(theEvent, id, { signedUpAt: NOW, ...overrides }))
}

describe('the roster of an event', () => {
  beforeEach(() => cloud.put('events', theEvent))

  test('has a row for everybody with Chinese, dates and ways as they are', async () => {
    const attendedAt = new Date('2026-11-21T16:30:00Z')
    await register('m-1', '演示党员01', branch, { attendedAt, attendedBy: 'manual', reason: '手机没电或没带' })
    await register('m-2', '演示党员02', branch, { state: 'waitlisted', signedUpAt: new Date(NOW.getTime() + 1) })
    const { data, job } = await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    expect(data.name).toBe('活动名单')
    expect(data.rows).toEqual([
      ['姓名', '支部', '身份', '报名', '报名时间', '签到时间', '签到方式', '补签原因'],
      ['演示党员01', branch.name, '已确认', '已报名', '2026-11-21 10:00', '2026-11-22 00:30', '补签', '手机没电或没带'],
      ['演示党员02', branch.name, '已确认', '候补中', '2026-11-21 10:00'],
    ])
    expect(job).toMatchObject({ title: '活动名单·演示主题党日', name: '活动名单·演示主题党日.xlsx', done: 2, total: 2 })
  })

  test('keeps its heads and names in sight and has columns as wide as what they hold', async () => {
    await register('m-1', '演示党员01')
    const { data } = await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    expect(data.frozen).toEqual({ rows: 1, columns: 1 })
    expect(data.widths).toHaveLength(8)
    expect(Math.min(...data.widths)).toBeGreaterThanOrEqual(12)
    expect(data.formats['E2']).toBe('yyyy-mm-dd hh:mm')
  })

  test('says how it was made: what, when, by whom, how much and whose names stand whole', async () => {
    await register('m-1', '演示党员01')
    const { about, job } = await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    expect(about.name).toBe('说明')
    expect(Object.fromEntries(about.rows.map(([label, value]) => [label, value]))).toMatchObject({
      内容: '活动名单·演示主题党日',
      活动: '演示主题党日',
      活动时间: '11月21日 周六 11:00',
      范围: '全部报名，含候补和已取消',
      导出人: '演示secretary',
      导出时间: '2026-11-21 10:00',
      行数: 1,
      个人信息: '只完整显示您所管范围内的人员，其他人的姓名已遮盖',
      编号: job.id,
    })
    const byStaff = await made('staff', 'eventRoster', { eventId: 'EV0001' })
    expect(byStaff.about.rows).toContainEqual(['个人信息', '按您的权限完整显示'])
  })

  test.each(['=1+1', '+8613800000000', '-1', '@SUM(A1)', '=HYPERLINK("http://x","点我")', '\t=1'])(
    'keeps %j as a text that is never computed',
    async (reason) => {
      await register('m-1', '演示党员01', branch, { reason })
      const { data } = await made('secretary', 'eventRoster', { eventId: 'EV0001' })
      expect(data.rows[1]?.[7]).toBe(reason)
      expect(data.formulas).toBe(0)
      expect(data.formats['H2']).toBe('@')
    },
  )

  test.each([
    'constructor',
    '__proto__',
    'toString',
    '_x0041_',
    '<b>&amp;</b>',
    '第一行\n第二行',
    '𠮷野家 😀',
    '  前后  ',
  ])('keeps %j letter by letter', async (reason) => {
    await register('m-1', '演示党员01', branch, { reason })
    const { data } = await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    expect(data.rows[1]?.[7]).toBe(reason)
    expect(data.rows[0]?.[0]).toBe('姓名')
  })

  test('shows a secretary people of other branches masked, and staff everybody whole', async () => {
    await register('m-1', '演示党员01', branch, { reason: '忘带手机' })
    await register('m-2', '外来党员02', otherBranch, {
      reason: '外来党员02忘带手机',
      signedUpAt: new Date(NOW.getTime() + 1),
    })
    const own = await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    expect(own.data.rows.slice(1).map((row) => [row[0], row[1], row[7] ?? null])).toEqual([
      ['演示党员01', branch.name, '忘带手机'],
      ['外*', otherBranch.name, null],
    ])
    const all = await made('staff', 'eventRoster', { eventId: 'EV0001' })
    expect(all.data.rows.slice(1).map((row) => row[0])).toEqual(['演示党员01', '外来党员02'])
  })

  test('shows nobody where a person has left', async () => {
    await cloud.put('registrations', buildRegistration(theEvent, 'm-gone', { signedUpAt: NOW }))
    const { data } = await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    expect(data.rows[1]?.[0]).toBe('已注销')
  })

  test('of an event without people has its heads', async () => {
    const { data, job } = await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    expect(data.rows).toHaveLength(1)
    expect(job).toMatchObject({ state: 'done', done: 0, total: 0 })
  })

  test('is for those who run the event', async () => {
    await raise('elsewhere', [secretaryOf(otherBranch)])
    await raise('member')
    const ask = (as: string, eventId = 'EV0001') =>
      cloud.as(as).call('document.eventRoster', { requestId: 'request-0001', eventId })
    for (const as of ['elsewhere', 'member', 'editor'])
      expect(await ask(as)).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(await ask('nobody')).toMatchObject({ ok: false, error: { code: 'notBound' } })
    expect(await ask('secretary', 'EV9999')).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(await cloud.all('jobs')).toEqual([])
  })
})

describe('the visits of a day', () => {
  test('stand in order of their slots, with figures that can be summed, and nothing of another day', async () => {
    const [early, late, tomorrow] = [1, 3, 25].map((hours) => buildVisitSlot(new Date(NOW.getTime() + hours * HOUR)))
    await cloud.put('members', buildMember('m-1', '演示党员01', branch), buildMember('m-2', '演示党员02', otherBranch))
    await cloud.put(
      'visits',
      buildVisit(late!, 'm-1', { size: 12, groupName: '演示企业参观团', guide: true }),
      buildVisit(early!, 'm-2', { size: 1 }),
      buildVisit(tomorrow!, 'm-1'),
    )
    const { data, about } = await made('editor', 'visitDay', { day: DAY })
    expect(data.rows[0]).toEqual([
      '预约人',
      '开始',
      '结束',
      '支部',
      '团体',
      '人数',
      '讲解',
      '预约',
      '预约时间',
      '到访时间',
      '登记方式',
      '登记原因',
    ])
    expect(data.rows.slice(1).map((row) => [row[0], row[1], row[4], row[5], row[6]])).toEqual([
      ['演示党员02', '2026-11-21 11:00', null, 1, null],
      ['演示党员01', '2026-11-21 13:00', '演示企业参观团', 12, '需要'],
    ])
    expect(about.rows).toContainEqual(['日期', '2026-11-21 周六'])
  })

  test('are for editors of the zone and staff', async () => {
    await raise('narrow', [{ role: 'editor', scope: 'team', scopeId: 'team-01' }])
    for (const as of ['secretary', 'narrow']) {
      const answer = await cloud.as(as).call('document.visitDay', { requestId: 'request-0001', day: DAY })
      expect(answer).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    }
    expect(await request('staff', 'visitDay', { day: DAY })).toMatchObject({
      state: 'waiting',
      title: '参观名单·2026-11-21',
    })
  })
})

describe('the log', () => {
  interface Line {
    _id: string
    what: string
    by: string
    object: string
    subjects: string[]
  }
  const lines = async () => (await cloud.all<Line>('operations')).filter(({ what }) => what.startsWith('document.'))

  test('says once who took whose data away, and the people in it can see that', async () => {
    await cloud.put('events', theEvent)
    await register('m-1', '演示党员01')
    await register('m-secretary-2', '演示党员02')
    await raise('somebody')
    await cloud.put('registrations', buildRegistration(theEvent, 'm-somebody', { signedUpAt: NOW }))
    await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    const [line, ...others] = await lines()
    expect(others).toEqual([])
    expect(line).toMatchObject({ what: 'document.eventRoster', by: 'm-secretary', object: 'EV0001' })
    expect([...(line?.subjects ?? [])].sort()).toEqual(['m-1', 'm-secretary-2', 'm-somebody'])
    const seen = await cloud.as('somebody').call('member.accesses', {})
    expect(seen).toMatchObject({ ok: true, data: { items: [{ by: '演示secretary', what: '导出了含有您的活动名单' }] } })
  })

  test('names nobody twice in a big one, and no line names too many', async () => {
    await crowd(1100)
    await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    const written = await lines()
    expect(written.map(({ subjects }) => subjects.length).sort()).toEqual([100, 500, 500])
    expect(new Set(written.flatMap(({ subjects }) => subjects)).size).toBe(1100)
  })

  test('has a line for a sheet with nobody in it', async () => {
    await cloud.put('events', theEvent)
    await made('secretary', 'eventRoster', { eventId: 'EV0001' })
    expect(await lines()).toMatchObject([{ what: 'document.eventRoster', subjects: [] }])
  })
})

describe('a finished sheet', () => {
  const begin = async () => {
    await cloud.put('events', theEvent)
    await register('m-1', '演示党员01')
    return made('secretary', 'eventRoster', { eventId: 'EV0001' })
  }

  test('is fetched by nobody else, whatever they may do themselves', async () => {
    const { job } = await begin()
    await raise('colleague', [secretaryOf(branch)])
    for (const as of ['colleague', 'staff', 'editor']) {
      const answer = await cloud.as(as).call('document.progress', { jobId: job.id })
      expect(answer).toMatchObject({ ok: false, error: { code: 'notFound' } })
      expect(await cloud.as(as).call('document.jobs', {})).toMatchObject({ ok: true, data: { items: [] } })
    }
  })

  test('is no longer fetched by who has lost the role, also where another role remains', async () => {
    const { job } = await begin()
    const { default: sdk } = await import('wx-server-sdk')
    const grants = [editor]
    await sdk.database().collection('actors').where({ _id: 'secretary' }).update({ data: { grants } })
    const answer = await cloud.as('secretary').call('document.progress', { jobId: job.id })
    expect(answer).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  })

  test('stands among its owner’s, newest first, page by page', async () => {
    await cloud.put('events', theEvent)
    for (let at = 1; at <= 23; at++) {
      cloud.setNow(new Date(NOW.getTime() + at * 1000))
      await made('secretary', 'eventRoster', { eventId: 'EV0001' }, `request-${String(at).padStart(4, '0')}`)
    }
    const first = await cloud.as('secretary').call('document.jobs', {})
    if (!first.ok) throw new Error(first.error.code)
    expect(first.data.items).toHaveLength(20)
    const second = await cloud.as('secretary').call('document.jobs', { cursor: first.data.nextCursor })
    if (!second.ok) throw new Error(second.error.code)
    const times = [...first.data.items, ...second.data.items].map(({ at }) => at)
    expect(times).toEqual(Array.from({ length: 23 }, (_, at) => NOW.getTime() + (23 - at) * 1000))
    expect(second.data.nextCursor).toBeNull()
  })

  test('lasts a day: then its file is gone, and a trace says that there was one', async () => {
    const { job } = await begin()
    cloud.setNow(new Date(NOW.getTime() + 23 * HOUR))
    await cloud.local.runTimer('document', 'sweep')
    const again = await progress('secretary', job.id)
    expect(again.state).toBe('done')
    expect((await sheetsAt(again.url))[0]?.rows).toHaveLength(2)
    cloud.setNow(new Date(NOW.getTime() + 25 * HOUR))
    await cloud.local.runTimer('document', 'sweep')
    expect(await progress('secretary', job.id)).toMatchObject({ state: 'expired', url: '' })
    expect((await fetch(again.url)).ok).toBe(false)
    cloud.setNow(new Date(NOW.getTime() + 56 * 24 * HOUR))
    await cloud.local.runTimer('document', 'sweep')
    expect(await cloud.all('jobs')).toEqual([])
  })

  test('goes with its owner, who finds it among their data before', async () => {
    await cloud.put('events', buildEvent('EV0002', branch, NOW))
    const { job } = await begin()
    await raise('second', [staff])
    const data = await cloud.as('secretary').call('member.myData', {})
    if (!data.ok) throw new Error(data.error.code)
    expect(data.data.sections).toContainEqual({
      title: '导出的文件',
      rows: [{ 类别: '活动名单', 名称: '活动名单·演示主题党日', 时间: '今天 10:00', 状态: '已生成' }],
    })
    expect(await cloud.as('secretary').call('member.erase', { confirm: '删除' })).toMatchObject({ ok: true })
    expect(await cloud.all('jobs')).toEqual([])
    expect((await fetch(job.url)).ok).toBe(false)
  })
})
