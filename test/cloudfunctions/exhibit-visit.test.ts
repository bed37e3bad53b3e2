/** What visitors get of halls, exhibits, stories and the timeline, and what they never get. */
import { buildEvent, buildExhibit } from '../../config/seed/builders'
import type { InputFor } from '@/domain/contracts'
import { cloud } from '../support/cloud'
import { hallWith, missingPicture, ok, refused } from '../support/exhibits'
import { branch, HOUR, NOW, raise } from '../support/park'

const visitor = () => cloud.as('visitor')
const READER = 'reader'

beforeEach(async () => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
})

const scans = () => cloud.local.metrics().unindexedScans.filter(({ collection }) => collection !== 'branches')

describe('a hall', () => {
  const open = async () => ok(await visitor().call('exhibit.hall', { hallId: 'h1' }))

  test('brings its exhibits in the order that was given, those without a place after them by number', async () => {
    const [hall, ...displays] = hallWith(5)
    await cloud.put('exhibits', { ...hall, order: ['EX104', 'EX102', 'EXGONE'] }, ...displays.reverse())
    const { exhibits } = await open()
    expect(exhibits.map(({ number }) => number)).toEqual(['104', '102', '101', '103', '105'])
    expect(exhibits[0]).toMatchObject({ kind: 'display', title: '展项104', text: '演示正文。', seconds: 30 })
  })

  test('leads to the neighbours that are on show, and by spots to what is on show', async () => {
    const faces = {}
    const to = (target: { number: string } | { hallId: 'h2' | 'h8' }) => ({ yaw: 0, pitch: 0, to: target })
    const panorama = {
      faces,
      spots: [to({ number: '101' }), to({ number: '199' }), to({ hallId: 'h2' }), to({ hallId: 'h8' })],
    }
    await cloud.put('exhibits', ...hallWith(1), buildExhibit('hall', 'h2', { title: '科技成果展示区' }))
    await cloud.put('exhibits', buildExhibit('hall', 'h8', {}, { state: 'draft' }), buildExhibit('hall', 'h5'))
    const [own] = hallWith(0)
    expect((await open()).neighbours).toEqual([{ id: 'h2', title: '科技成果展示区' }])
    await (await import('../../cloudfunctions/exhibit/store/exhibits')).exhibits.remove({ _id: 'h1' })
    await cloud.put('exhibits', buildExhibit('hall', 'h1', { ...own?.live, panorama }))
    expect((await open()).panorama).toEqual({
      faces,
      spots: [
        { ...to({ number: '101' }), title: '展项101' },
        { ...to({ hallId: 'h2' }), title: '科技成果展示区' },
      ],
    })
  })

  test.each([1, 30])('costs three round trips with %i exhibits, and no scan', async (n) => {
    await cloud.put('exhibits', ...hallWith(n), buildExhibit('hall', 'h2'))
    let shown = 0
    expect(await cloud.roundTrips(async () => (shown = (await open()).exhibits.length))).toBe(3)
    expect(shown).toBe(n)
    expect(scans()).toEqual([])
  })

  test('is told in words while no address of a file can be had', async () => {
    const picture = missingPicture()
    await cloud.put('exhibits', ...hallWith(1))
    await cloud.put('exhibits', buildExhibit('display', 'EX102', { hallId: 'h1', number: '102', pictures: [picture] }))
    const outage = () => cloud.local.faults({ kind: 'fail', request: 'storage.', nth: 1 })
    outage()
    expect((await open()).exhibits[1]).toMatchObject({ text: '演示正文。', picture: { url: '', alt: '旧图' } })
    outage()
    const page = ok(await visitor().call('exhibit.get', { number: '102' }))
    expect(page.exhibit).toMatchObject({ text: '演示正文。', pictures: [{ file: { url: '' }, alt: '旧图' }] })
    expect(takeErrors()).toHaveLength(2)
  })

  test('that nobody has published is not there', async () => {
    await cloud.put('exhibits', buildExhibit('hall', 'h1', {}, { state: 'draft' }))
    expect(await visitor().call('exhibit.hall', { hallId: 'h1' })).toMatchObject(refused('notFound'))
  })
})

describe('an exhibit', () => {
  test('is found by its number and by its id, with the next one and its hall', async () => {
    await cloud.put('exhibits', ...hallWith(2))
    const byNumber = ok(await visitor().call('exhibit.get', { number: '101' }))
    expect(byNumber).toMatchObject({
      exhibit: { id: 'EX101', number: '101', title: '展项101' },
      next: { id: 'EX102' },
      hallTitle: '发展展示区',
      events: [],
      branches: [],
      favourite: null,
    })
    expect(ok(await visitor().call('exhibit.get', { exhibitId: 'EX101' }))).toEqual(byNumber)
    expect(ok(await visitor().call('exhibit.get', { exhibitId: 'EX102' })).next).toBe(null)
  })

  test('names only branches that exist and events that everybody may know of', async () => {
    const start = new Date(NOW.getTime() + HOUR)
    const events = [
      buildEvent('EV0001', branch, start, { title: '开放日' }),
      buildEvent('EV0002', branch, start, { audience: 'hosts' }),
      buildEvent('EV0003', branch, start, { state: 'draft' }),
      buildEvent('EV0004', branch, start, { audience: 'members' }),
    ]
    await cloud.put('events', ...events)
    const eventIds = ['EV0004', 'EV0003', 'EV0002', 'EV0001', 'EV0009']
    await cloud.put('exhibits', buildExhibit('story', 'STORY1', { eventIds, branchIds: ['branch-09', branch._id] }))
    const page = ok(await visitor().call('exhibit.get', { exhibitId: 'STORY1' }))
    expect(page.events).toEqual([{ id: 'EV0001', title: '开放日', startsAt: start.getTime() }])
    expect(page.branches).toEqual([{ id: branch._id, name: branch.name }])
    expect(page).toMatchObject({ next: null, hallTitle: '' })
  })

  test('still works when its files are gone: they have no address', async () => {
    await cloud.put('exhibits', buildExhibit('story', 'STORY1', { pictures: [missingPicture()] }))
    const { exhibit } = ok(await visitor().call('exhibit.get', { exhibitId: 'STORY1' }))
    expect(exhibit.pictures).toMatchObject([{ file: { url: '', size: 1024 }, small: { url: '' }, alt: '旧图' }])
    expect(exhibit.picture).toEqual({ url: '', alt: '旧图' })
    expect(JSON.stringify(exhibit)).not.toContain('cloud://')
  })

  test('is counted by month when it is opened, and for nobody in particular', async () => {
    await cloud.put('exhibits', ...hallWith(1))
    await raise(READER)
    for (const person of ['visitor', READER]) await cloud.as(person).call('exhibit.get', { number: '101' })
    cloud.setNow(new Date('2026-12-01T02:00:00Z'))
    await visitor().call('exhibit.get', { number: '101' })
    expect(await cloud.all('openings')).toEqual([{ _id: 'EX101', total: 3, months: { '2026-11': 2, '2026-12': 1 } }])
  })

  test('costs five round trips with its count, its neighbours, its links and the reader’s mark, and no scan', async () => {
    await raise(READER)
    const [hall, first, ...others] = hallWith(30)
    const linked = { ...first?.live, eventIds: ['EV0001'], branchIds: [branch._id] }
    await cloud.put('events', buildEvent('EV0001', branch, NOW))
    await cloud.put('exhibits', { ...hall }, { ...first, live: linked }, ...others)
    const mark = {
      _id: `m-${READER}:EX101`,
      memberId: `m-${READER}`,
      exhibitId: 'EX101',
      favouriteAt: NOW,
      seenAt: null,
    }
    await cloud.put('marks', mark)
    const open = async () => ok(await cloud.as(READER).call('exhibit.get', { number: '101' }))
    expect((await open()).favourite).toBe(true)
    expect(await cloud.roundTrips(open)).toBe(5)
    expect(scans()).toEqual([])
  })

  test.each([
    ['numberUnknown', { number: '199' }],
    ['numberUnknown', { number: '' }],
    ['numberUnknown', { number: '102' }],
    ['numberUnknown', { number: '103' }],
    ['notFound', { exhibitId: 'EX103' }],
    ['notFound', { exhibitId: 'NOSUCH' }],
    ['badInput', {}],
  ])('is refused with %s for %j', async (code, input) => {
    const withdrawn = buildExhibit('display', 'EX103', { hallId: 'h1', number: '103' }, { state: 'withdrawn' })
    const unfinished = buildExhibit('display', 'EX102', { hallId: 'h1', number: '102' }, { state: 'draft' })
    await cloud.put('exhibits', ...hallWith(1), withdrawn, unfinished)
    expect(await visitor().call('exhibit.get', input as InputFor<'exhibit.get'>)).toMatchObject(refused(code))
    expect(await cloud.all('openings')).toEqual([])
  })
})

describe('searching', () => {
  const found = async (input: InputFor<'exhibit.search'>) =>
    ok(await visitor().call('exhibit.search', input)).items.map(({ title }) => title)

  beforeEach(async () => {
    const cues = [{ at: 0, text: '老工匠说起淬火的夜晚' }]
    const file = { key: 'AAAAAAAA', fileId: 'cloud://x/a.mp3', size: 1 }
    const audio = { file, seconds: 700, synthetic: true, cues }
    const at = (day: number) => ({ shownAt: new Date(NOW.getTime() - day * 24 * HOUR) })
    await cloud.put(
      'exhibits',
      ...hallWith(1),
      buildExhibit('story', 'STORY1', { title: '党建故事：炉火', theme: 'craft', audio }, at(1)),
      buildExhibit('story', 'STORY2', { title: '旅游与绿色', text: '园区的重庆银行。', theme: 'service' }, at(2)),
      buildExhibit('milestone', 'STONE1', { title: '中国共产党成立', date: '1921-07', theme: 'party' }),
    )
  })

  test.each([
    ['党建', ['党建故事：炉火']],
    ['dangjian', ['党建故事：炉火']],
    ['dang jian gushi', ['党建故事：炉火']],
    ['djgs', ['党建故事：炉火']],
    ['DangJ', ['党建故事：炉火']],
    ['党建 gushi', ['党建故事：炉火']],
    ['淬火', ['党建故事：炉火']],
    ['cuihuo', ['党建故事：炉火']],
    ['lvyou', ['旅游与绿色']],
    ['chongqing yinhang', ['旅游与绿色']],
    ['101', ['展项101']],
    ['zhanxiang', ['展项101']],
    ['党', ['党建故事：炉火']],
    ['夜', []],
    ['gongchandang', []],
    ['故事党建', []],
  ])('%s finds %j', async (words, titles) => {
    expect(await found({ words })).toEqual(titles)
  })

  test('narrows by kind, theme and length; without words everything comes, newest first', async () => {
    expect(await found({})).toEqual(['党建故事：炉火', '旅游与绿色', '展项101'])
    expect(await found({ kind: 'display' })).toEqual(['展项101'])
    expect(await found({ kind: 'story', theme: 'service' })).toEqual(['旅游与绿色'])
    expect(await found({ length: 'long' })).toEqual(['党建故事：炉火'])
    expect(await found({ words: 'gushi', length: 'short' })).toEqual([])
  })

  test('shows everything once, page by page, also where many were published at one instant', async () => {
    const stories = Array.from({ length: 45 }, (_unused, at) =>
      buildExhibit('story', `MANY${at}`, { title: `连载${at}` }),
    )
    await cloud.put('exhibits', ...stories)
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = ok(
        await visitor().call('exhibit.search', { words: 'lianzai', cursor }),
      )
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(ids).toHaveLength(45)
    expect(new Set(ids)).toEqual(new Set(stories.map(({ _id }) => _id)))
  })

  test.each([
    ['without words', {}],
    ['by kind', { kind: 'story' as const }],
    ['by words', { words: '党建' }],
    ['by pinyin', { words: 'dangjian' }],
    ['by words and theme', { words: 'dang jian', theme: 'craft' as const }],
  ])('%s costs two round trips with one row and with thirty, and no scan', async (_what, input) => {
    const look = () => cloud.roundTrips(async () => void (await found(input)))
    expect(await look()).toBe(2)
    const more = Array.from({ length: 30 }, (_unused, at) =>
      buildExhibit('story', `MORE${at}`, { title: '党建故事', theme: 'craft' }),
    )
    await cloud.put('exhibits', ...more)
    expect(await look()).toBe(2)
    expect((await found(input)).length).toBe(20)
    expect(scans()).toEqual([])
  })
})

test('the timeline comes whole and in order of date, in two round trips', async () => {
  const stones = Array.from({ length: 300 }, (_unused, at) =>
    buildExhibit('milestone', `STONE${at}`, { date: String(1721 + ((at * 7) % 300)), theme: 'nation' }),
  )
  await cloud.put('exhibits', ...stones, buildExhibit('milestone', 'DRAFT1', { date: '1921' }, { state: 'draft' }))
  let dates: string[] = []
  const trips = await cloud.roundTrips(async () => {
    dates = ok(await visitor().call('exhibit.timeline', {})).items.map(({ date }) => date)
  })
  expect(trips).toBe(2)
  expect(dates).toHaveLength(300)
  expect(dates).toEqual([...dates].sort())
  expect(scans()).toEqual([])
})

describe('what is not published leaks nowhere', () => {
  const SECRET = '机密词语'
  const hidden = { title: SECRET, summary: SECRET, text: SECRET, hallId: 'h1' as const }

  test('neither a first draft, nor a draft of what is published, nor what was withdrawn', async () => {
    const [hall, display] = hallWith(1)
    await cloud.put('exhibits', { ...hall, draft: { ...hall?.live, ...hidden } })
    await cloud.put('exhibits', { ...display, draft: { ...display?.live, ...hidden }, deskTokens: [SECRET] })
    await cloud.put('exhibits', buildExhibit('display', 'EX102', { ...hidden, number: '102' }, { state: 'draft' }))
    await cloud.put('exhibits', buildExhibit('display', 'EX103', { ...hidden, number: '103' }, { state: 'withdrawn' }))
    await cloud.put(
      'exhibits',
      buildExhibit('milestone', 'STONE1', { ...hidden, date: '1921' }, { state: 'withdrawn' }),
    )
    await cloud.put('exhibits', buildExhibit('story', 'STORY1', hidden, { state: 'draft' }))
    const answers = [
      await visitor().call('exhibit.hall', { hallId: 'h1' }),
      await visitor().call('exhibit.get', { number: '101' }),
      await visitor().call('exhibit.search', {}),
      await visitor().call('exhibit.search', { words: '机密' }),
      await visitor().call('exhibit.search', { words: 'jimi' }),
      await visitor().call('exhibit.timeline', {}),
    ]
    expect(answers.map((answer) => answer.ok)).toEqual(answers.map(() => true))
    expect(JSON.stringify(answers)).not.toContain(SECRET)
    expect(ok(await visitor().call('exhibit.search', { words: '机密' })).items).toEqual([])
  })

  test('nor does a file id, a token or who changed it', async () => {
    const story = buildExhibit('story', 'STORY1', { pictures: [missingPicture()] }, { changedBy: 'm-editor' })
    await cloud.put('exhibits', story)
    const answers = [
      await visitor().call('exhibit.get', { exhibitId: 'STORY1' }),
      await visitor().call('exhibit.search', {}),
    ]
    for (const inner of ['cloud://', 'fileId', 'tokens', 'm-editor', 'history']) {
      expect(JSON.stringify(answers)).not.toContain(inner)
    }
  })
})
