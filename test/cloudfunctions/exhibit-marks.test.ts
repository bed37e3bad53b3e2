/** What people keep of exhibits, what the workbench lists, and what the clock looks after. */
import type { MarkDoc } from '../../cloudfunctions/exhibit/store/marks'
import { buildExhibit, buildFile } from '../../config/seed/builders'
import type { InputFor } from '@/domain/contracts'
import { HALL_IDS } from '@/domain/exhibit/rules'
import { cloud } from '../support/cloud'
import { draft, EDITOR, hallWith, missingPicture, ok, raiseEditors, storedExhibit } from '../support/exhibits'
import { HOUR, MINUTE, NOW, raise } from '../support/park'

const READER = 'reader'
const DAY = 24 * HOUR
const reader = () => cloud.as(READER)
const keep = (...marks: InputFor<'exhibit.keep'>['marks']) => reader().call('exhibit.keep', { marks })
const kept = async (what: 'favourite' | 'seen') =>
  ok(await reader().call('exhibit.marks', { what })).items.map(({ exhibit }) => exhibit.id)
const later = (ms: number) => cloud.setNow(new Date(NOW.getTime() + ms))
const scans = () => cloud.local.metrics().unindexedScans.filter(({ collection }) => collection !== 'branches')

beforeEach(async () => {
  await raiseEditors(EDITOR)
  await raise(READER)
})

describe('marks', () => {
  beforeEach(() => cloud.put('exhibits', ...hallWith(3)))

  test('are kept, shown latest first and let go of', async () => {
    expect(ok(await keep({ exhibitId: 'EX101', favourite: true, seen: true }))).toEqual({ kept: 1 })
    later(MINUTE)
    ok(await keep({ exhibitId: 'EX102', favourite: true }, { exhibitId: 'EX103', seen: true }))
    expect(await kept('favourite')).toEqual(['EX102', 'EX101'])
    expect(await kept('seen')).toEqual(['EX103', 'EX101'])
    expect(ok(await reader().call('exhibit.get', { number: '101' })).favourite).toBe(true)
    ok(await keep({ exhibitId: 'EX101', favourite: false }, { exhibitId: 'EX102', favourite: false }))
    expect(await kept('favourite')).toEqual([])
    expect(ok(await reader().call('exhibit.get', { number: '101' })).favourite).toBe(false)
    expect((await cloud.all('marks')).map((mark) => mark['_id']).sort()).toEqual(['m-reader:EX101', 'm-reader:EX103'])
  })

  test('repeated change nothing; another day is another visit', async () => {
    const marks = [{ exhibitId: 'EX101', favourite: true, seen: true as const }]
    ok(await keep(...marks))
    const [first] = await cloud.all<MarkDoc>('marks')
    later(HOUR)
    ok(await keep(...marks))
    expect(await cloud.all<MarkDoc>('marks')).toEqual([first])
    later(DAY)
    ok(await keep(...marks))
    expect(await cloud.all<MarkDoc>('marks')).toEqual([{ ...first, seenAt: new Date(NOW.getTime() + DAY) }])
  })

  test('of what is not on show are not kept, those there can still be let go of', async () => {
    const unfinished = buildExhibit('display', 'EX104', { hallId: 'h1', number: '104' }, { state: 'draft' })
    await cloud.put('exhibits', unfinished)
    const all = ['EX101', 'EX104', 'NOSUCH'].map((exhibitId) => ({ exhibitId, favourite: true, seen: true as const }))
    expect(ok(await keep(...all))).toEqual({ kept: 1 })
    ok(await cloud.as(EDITOR).call('exhibit.withdraw', { exhibitId: 'EX101', rev: 1 }))
    expect(await kept('favourite')).toEqual([])
    expect(ok(await keep({ exhibitId: 'EX101', favourite: false, seen: true }))).toEqual({ kept: 1 })
    expect((await cloud.all<MarkDoc>('marks')).map(({ favouriteAt }) => favouriteAt)).toEqual([null])
  })

  test('that a phone gathered come in one call, the last word on each thing counts', async () => {
    const gathered = [
      { exhibitId: 'EX101', favourite: true },
      { exhibitId: 'EX101', seen: true as const },
      { exhibitId: 'EX102', favourite: true },
      { exhibitId: 'EX102', favourite: false },
    ]
    expect(ok(await keep(...gathered))).toEqual({ kept: 2 })
    expect([await kept('favourite'), await kept('seen')]).toEqual([['EX101'], ['EX101']])
  })

  test('forgetting where one has been leaves the favourites, of oneself alone', async () => {
    await raise('other')
    const seen = { exhibitId: 'EX102', seen: true as const }
    await cloud.as('other').call('exhibit.keep', { marks: [seen] })
    ok(await keep({ exhibitId: 'EX101', favourite: true, seen: true }, seen))
    ok(await reader().call('exhibit.forgetSeen', {}))
    ok(await reader().call('exhibit.forgetSeen', {}))
    expect([await kept('favourite'), await kept('seen')]).toEqual([['EX101'], []])
    expect((await cloud.all('marks')).map((mark) => mark['_id']).sort()).toEqual(['m-other:EX102', 'm-reader:EX101'])
  })

  test.each([
    ['fail', 'before'],
    ['fail', 'after'],
    ['drop', 'before'],
    ['drop', 'after'],
  ] as const)(
    'stand as they were wanted when each request is struck and the phone tries again (%s %s)',
    async (kind, when) => {
      const wrong: number[] = []
      let struck = true
      for (let nth = 1; struck; nth++) {
        await cloud.local.reset()
        await raiseEditors(EDITOR)
        await raise(READER)
        await cloud.put('exhibits', ...hallWith(3))
        ok(await keep({ exhibitId: 'EX103', favourite: true }))
        cloud.local.faults({ kind, when, nth, request: 'database.' })
        const wanted = [
          { exhibitId: 'EX101', favourite: true },
          { exhibitId: 'EX102', seen: true as const },
          { exhibitId: 'EX103', favourite: false },
        ]
        await keep(...wanted)
        struck = cloud.local.listFaults().length === 0
        cloud.local.clearFaults()
        takeErrors()
        ok(await keep(...wanted))
        const stands = [await kept('favourite'), await kept('seen'), (await cloud.all('marks')).length]
        if (JSON.stringify(stands) !== JSON.stringify([['EX101'], ['EX102'], 2])) wrong.push(nth)
      }
      expect(wrong).toEqual([])
    },
  )

  test('cost two round trips to list with one row and with thirty, and no scan', async () => {
    ok(await keep({ exhibitId: 'EX101', favourite: true }))
    const look = () => cloud.roundTrips(() => kept('favourite'))
    expect(await look()).toBe(2)
    await cloud.put('exhibits', ...Array.from({ length: 30 }, (_unused, at) => buildExhibit('story', `STORY${at}`)))
    ok(await keep(...Array.from({ length: 30 }, (_unused, at) => ({ exhibitId: `STORY${at}`, favourite: true }))))
    expect(await look()).toBe(2)
    expect(await kept('favourite')).toHaveLength(20)
    expect(scans()).toEqual([])
  })

  test('are told to their owner, and go with them', async () => {
    ok(await keep({ exhibitId: 'EX101', favourite: true, seen: true }, { exhibitId: 'EX102', seen: true }))
    ok(await cloud.as(EDITOR).call('exhibit.withdraw', { exhibitId: 'EX102', rev: 1 }))
    const { sections } = ok(await reader().call('member.myData', {}))
    expect(sections.find(({ title }) => title === '展馆收藏与足迹')?.rows).toEqual(
      expect.arrayContaining([
        { 展项: '展项101', 收藏: '今天', 看过: '今天' },
        { 展项: '已撤下的展项', 收藏: '', 看过: '今天' },
      ]),
    )
    ok(await reader().call('member.erase', { confirm: '删除' }))
    expect(await cloud.all('marks')).toEqual([])
  })

  test('come along when a binding is merged: the earlier favourite, the later visit', async () => {
    const { followMerge } = await import('../../cloudfunctions/exhibit/reactions')
    const at = (ms: number) => new Date(NOW.getTime() + ms)
    const mark = (memberId: string, exhibitId: string, favouriteAt: Date | null, seenAt: Date | null): MarkDoc => ({
      _id: `${memberId}:${exhibitId}`,
      memberId,
      exhibitId,
      favouriteAt,
      seenAt,
    })
    await cloud.put('marks', mark('old', 'EX101', at(1), at(2)), mark('old', 'EX102', null, at(3)))
    await cloud.put('marks', mark('new', 'EX101', at(5), at(1)))
    const fact = { id: 'fact', kind: 'memberMerged' as const, at: NOW, data: { from: 'old', to: 'new' } }
    for (let turn = 0; turn < 2; turn++) await followMerge(fact)
    const all = (await cloud.all<MarkDoc>('marks')).sort((a, b) => (a._id < b._id ? -1 : 1))
    expect(all).toEqual([mark('new', 'EX101', at(1), at(2)), mark('new', 'EX102', null, at(3))])
  })
})

describe('the workbench', () => {
  const managed = async (input: InputFor<'exhibit.managed'>) =>
    ok(await cloud.as(EDITOR).call('exhibit.managed', input)).items.map(({ id }) => id)
  const changedAt = (days: number) => ({ changedAt: new Date(NOW.getTime() - days * DAY) })

  beforeEach(() =>
    cloud.put(
      'exhibits',
      buildExhibit('hall', 'h1', { title: '发展展示区' }, changedAt(1)),
      buildExhibit('display', 'EX101', { hallId: 'h1', number: '101', title: '示范带' }, changedAt(366)),
      buildExhibit('display', 'EX201', { hallId: 'h2', number: '201' }, { ...changedAt(3), state: 'draft' }),
      buildExhibit('story', 'STORY1', {}, { ...changedAt(4), state: 'withdrawn' }),
      buildExhibit(
        'story',
        'STORY2',
        {},
        { ...changedAt(5), state: 'draft', publishAt: new Date(NOW.getTime() + HOUR) },
      ),
      buildExhibit('story', 'STORY3', {}, { ...changedAt(400), faulty: true, broken: ['图片 1'] }),
    ),
  )

  test.each([
    [{}, ['h1', 'EX201', 'STORY1', 'STORY2', 'EX101', 'STORY3']],
    [{ kind: 'story' as const }, ['STORY1', 'STORY2', 'STORY3']],
    [{ hallId: 'h1' as const }, ['h1', 'EX101']],
    [{ filter: 'drafts' as const }, ['EX201', 'STORY2']],
    [{ filter: 'scheduled' as const }, ['STORY2']],
    [{ filter: 'published' as const }, ['h1', 'EX101', 'STORY3']],
    [{ filter: 'withdrawn' as const }, ['STORY1']],
    [{ filter: 'stale' as const }, ['EX101', 'STORY3']],
    [{ filter: 'broken' as const }, ['STORY3']],
    [{ filter: 'drafts' as const, kind: 'display' as const }, ['EX201']],
    [{ words: '示范' }, ['EX101']],
    [{ words: 'shifandai' }, ['EX101']],
    [{ words: '201' }, ['EX201']],
    [{ words: 'sfd', filter: 'drafts' as const }, []],
  ])('lists by %j', async (input, ids) => {
    expect(await managed(input)).toEqual(ids)
    expect(scans()).toEqual([])
  })

  test('costs four round trips with few rows and with thirty, and shows what each needs', async () => {
    await cloud.put('openings', { _id: 'EX101', total: 9, months: { '2026-10': 5, '2026-11': 4 } })
    const list = () => cloud.roundTrips(() => managed({}))
    ok(await cloud.as(EDITOR).call('exhibit.save', { exhibitId: 'EX101', rev: 1, draft: draft({ title: '新带' }) }))
    expect(await list()).toBe(4)
    const { items } = ok(await cloud.as(EDITOR).call('exhibit.managed', {}))
    expect(items[0]).toMatchObject({
      title: '新带',
      state: 'published',
      hasDraft: true,
      changedBy: '演示editor',
      opened: { month: 4, total: 9 },
    })
    await cloud.put('exhibits', ...Array.from({ length: 40 }, (_unused, at) => buildExhibit('story', `MORE${at}`)))
    expect(await list()).toBe(4)
    const page = ok(await cloud.as(EDITOR).call('exhibit.managed', {}))
    expect(page.items).toHaveLength(30)
    const rest = ok(await cloud.as(EDITOR).call('exhibit.managed', { cursor: page.nextCursor }))
    expect(new Set([...page.items, ...rest.items].map(({ id }) => id)).size).toBe(46)
  })

  test('tells how often an exhibit was opened, month by month', async () => {
    const ask = async () => ok(await cloud.as(EDITOR).call('exhibit.openings', { exhibitId: 'EX101' }))
    expect(await ask()).toEqual({ total: 0, months: [] })
    await cloud.put('openings', { _id: 'EX101', total: 9, months: { '2026-11': 4, '2025-12': 5 } })
    expect(await ask()).toEqual({
      total: 9,
      months: [
        { month: '2025-12', count: 5 },
        { month: '2026-11', count: 4 },
      ],
    })
  })
})

describe('the clock', () => {
  const care = () => cloud.local.runTimer('exhibit', 'care')

  test('opens the eight halls where there are none, as drafts, once', async () => {
    await cloud.put('exhibits', buildExhibit('hall', 'h3', { title: '党建成果展示区' }))
    for (let turn = 0; turn < 2; turn++) await care()
    const halls = ok(await cloud.as(EDITOR).call('exhibit.managed', { kind: 'hall' })).items
    expect(halls.map(({ id }) => id).sort()).toEqual(HALL_IDS)
    expect(halls.filter(({ state }) => state === 'published').map(({ id }) => id)).toEqual(['h3'])
    const { content, rev } = ok(await cloud.as(EDITOR).call('exhibit.edit', { exhibitId: 'h1' }))
    expect(content).toMatchObject({ kind: 'hall', hallId: 'h1', title: '发展展示区' })
    ok(await cloud.as(EDITOR).call('exhibit.save', { exhibitId: 'h1', rev, draft: draft() }))
    ok(await cloud.as(EDITOR).call('exhibit.publish', { exhibitId: 'h1', rev: 1 }))
    expect(ok(await cloud.as('visitor').call('exhibit.hall', { hallId: 'h1' })).hall.title).toBe('党建引领示范带')
  })

  test('finds media that are missing, says which, and clears them with a publication', async () => {
    const cues = [{ at: 0, text: '欢迎' }]
    const gone = buildFile('cloud://gone/a.mp3')
    const audio = { file: gone, seconds: 9, synthetic: true, cues }
    const panorama = { faces: { front: buildFile('cloud://gone/front.png') }, spots: [] }
    const hall = { title: '演示展厅', pictures: [missingPicture()], audio, panorama, video: { ...audio, poster: gone } }
    await cloud.put('exhibits', buildExhibit('hall', 'h1', hall))
    await care()
    const view = ok(await cloud.as(EDITOR).call('exhibit.edit', { exhibitId: 'h1' }))
    expect(view.broken).toEqual(['图片 1', '音频', '视频', '视频封面', '全景 前'])
    expect(view.rev).toBe(1)
    expect(ok(await cloud.as('visitor').call('exhibit.hall', { hallId: 'h1' })).hall.audio?.file.url).toBe('')
    ok(await cloud.as(EDITOR).call('exhibit.save', { exhibitId: 'h1', rev: 1, draft: draft() }))
    expect(ok(await cloud.as(EDITOR).call('exhibit.managed', { filter: 'broken' })).items).toHaveLength(1)
    ok(await cloud.as(EDITOR).call('exhibit.publish', { exhibitId: 'h1', rev: 2 }))
    expect(await storedExhibit('h1')).toMatchObject({ broken: [], faulty: false })
  })

  test('looks after all that is on show in turn', async () => {
    await cloud.put('exhibits', ...Array.from({ length: 25 }, (_unused, at) => buildExhibit('story', `STORY${at}`)))
    for (let turn = 1; turn <= 3; turn++) {
      later(turn * MINUTE)
      await care()
    }
    const checked = (await cloud.all('exhibits')).filter(({ kind }) => kind === 'story')
    expect(checked.filter(({ checkedAt }) => (checkedAt as Date) < NOW)).toEqual([])
  })

  test('keeps 24 months of openings and the total of all', async () => {
    const months = Object.fromEntries(
      Array.from({ length: 30 }, (_unused, at) => [
        `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
        1,
      ]),
    )
    await cloud.put('exhibits', buildExhibit('story', 'STORY1'))
    await cloud.put('openings', { _id: 'STORY1', total: 30, months })
    await care()
    const [counts] = await cloud.all<{ total: number; months: object }>('openings')
    expect(counts?.total).toBe(30)
    expect(Object.keys(counts?.months ?? {}).sort()).toEqual(Object.keys(months).sort().slice(-24))
  })
})
