/** Publishing now and at a time, withdrawing, undoing, ordering: what the editor decides and what visitors then see. */
import type { ExhibitDoc } from '../../cloudfunctions/exhibit/store/exhibits'
import { buildExhibit } from '../../config/seed/builders'
import { cloud } from '../support/cloud'
import { draft, EDITOR, hallWith, ok, raiseEditors, refused, storedExhibit, type Draft } from '../support/exhibits'
import { HOUR, MINUTE, NOW } from '../support/park'

const desk = () => cloud.as(EDITOR)
const visitor = () => cloud.as('visitor')
const ID = 'EX101'
const at = (ms: number) => NOW.getTime() + ms
const save = (rev: number, overrides: Partial<Draft> = {}, exhibitId = ID) =>
  desk().call('exhibit.save', { exhibitId, rev, draft: draft(overrides) })
const publish = (rev: number, time: number | null = null, exhibitId = ID) =>
  desk().call('exhibit.publish', { exhibitId, rev, at: time })
const seen = async () => ok(await visitor().call('exhibit.get', { number: '101' })).exhibit.title
const runClock = async (ms: number) => {
  cloud.setNow(new Date(at(ms)))
  await cloud.local.runTimer('exhibit', 'publish')
}

beforeEach(async () => {
  await raiseEditors(EDITOR, 'second')
  await cloud.put('exhibits', ...hallWith(2))
})

describe('publishing', () => {
  test('shows the draft, finds it and keeps the day of the first publication', async () => {
    await cloud.put('exhibits', buildExhibit('story', 'STORY1', { theme: 'craft' }, { state: 'draft' }))
    const shown = ok(await publish(1, null, 'STORY1'))
    expect(shown).toMatchObject({ state: 'published', hasDraft: false, rev: 2 })
    const page = () => visitor().call('exhibit.search', { words: 'yanshizhanxiang' })
    expect(ok(await page()).items.map(({ id }) => id)).toEqual(['STORY1'])
    cloud.setNow(new Date(at(HOUR)))
    ok(await save(2, { title: '改过的题目', theme: 'craft' }, 'STORY1'))
    expect(ok(await page()).items).toHaveLength(1)
    ok(await publish(3, null, 'STORY1'))
    expect(ok(await page()).items).toEqual([])
    expect(ok(await visitor().call('exhibit.search', { words: 'ggdtm' })).items).toMatchObject([
      { title: '改过的题目' },
    ])
    expect((await storedExhibit('STORY1'))?.shownAt).toEqual(NOW)
  })

  test('twice because the answer was lost is once; by another after a change it is refused', async () => {
    ok(await save(1))
    expect(ok(await publish(2)).rev).toBe(3)
    expect(ok(await publish(2)).rev).toBe(3)
    expect(ok(await publish(3)).rev).toBe(3)
    expect(await publish(1)).toMatchObject(refused('changedMeanwhile'))
    const late = { exhibitId: ID, rev: 2 }
    expect(await cloud.as('second').call('exhibit.publish', late)).toMatchObject(refused('changedMeanwhile'))
    const lines = (await cloud.all('operations')).filter((line) => line['what'] === 'exhibit.published')
    expect(lines).toHaveLength(1)
  })

  test.each([
    ['numberMissing', { number: '' }],
    ['numberOfAnotherHall', { number: '201' }],
    ['summaryMissing', { summary: '' }],
    ['textMissing', { text: '' }],
  ])('an unfinished draft is refused with %s', async (problem, overrides) => {
    ok(await save(1, overrides))
    expect(await publish(2)).toMatchObject({ error: { code: 'draftIncomplete', detail: { problem } } })
    expect(await publish(2, at(HOUR))).toMatchObject(refused('draftIncomplete'))
    expect(await seen()).toBe('展项101')
  })
})

describe('a planned publication', () => {
  test('goes out at its time, once, by the clock', async () => {
    ok(await save(1, { title: '新内容' }))
    expect(ok(await publish(2, at(HOUR)))).toMatchObject({ publishAt: at(HOUR), state: 'published', hasDraft: true })
    expect(ok(await publish(2, at(HOUR)))).toMatchObject({ rev: 3 })
    await runClock(HOUR - MINUTE)
    expect(await seen()).toBe('展项101')
    await runClock(HOUR)
    expect(await seen()).toBe('新内容')
    await runClock(HOUR + MINUTE)
    expect(await storedExhibit(ID)).toMatchObject({ rev: 4, publishAt: null, draft: null })
    expect(ok(await desk().call('exhibit.edit', { exhibitId: ID }))).toMatchObject({ changedBy: '' })
  })

  test('is refused for a time that has passed', async () => {
    ok(await save(1))
    expect(await publish(2, at(0))).toMatchObject(refused('timePassed'))
    expect(await publish(2, at(-HOUR))).toMatchObject(refused('timePassed'))
  })

  test('that is taken away does not go out; taking it away twice is once', async () => {
    ok(await save(1, { title: '新内容' }))
    ok(await publish(2, at(HOUR)))
    const unschedule = (rev: number) => desk().call('exhibit.unschedule', { exhibitId: ID, rev })
    expect(await unschedule(2)).toMatchObject(refused('changedMeanwhile'))
    expect(ok(await unschedule(3))).toMatchObject({ publishAt: null, rev: 4 })
    expect(ok(await unschedule(3))).toMatchObject({ rev: 4 })
    expect(ok(await unschedule(4))).toMatchObject({ rev: 4 })
    await runClock(2 * HOUR)
    expect(await seen()).toBe('展项101')
  })

  test('keeps its time when the draft is corrected, and loses it when the draft can no longer go out', async () => {
    ok(await save(1))
    ok(await publish(2, at(HOUR)))
    expect(ok(await save(3, { title: '更正' }))).toMatchObject({ publishAt: at(HOUR) })
    expect(ok(await save(4, { title: '更正', summary: '' }))).toMatchObject({ publishAt: null })
    await runClock(2 * HOUR)
    expect(await seen()).toBe('展项101')
  })

  test('whose draft lacks something after all stays a draft and says so', async () => {
    const unfinished = { hallId: 'h1' as const, number: '103', summary: '' }
    await cloud.put(
      'exhibits',
      buildExhibit('display', 'EX103', unfinished, { state: 'draft', publishAt: new Date(at(HOUR)) }),
    )
    await runClock(HOUR)
    expect(await storedExhibit('EX103')).toMatchObject({ state: 'draft', publishAt: null, rev: 2 })
    expect((await storedExhibit('EX103'))?.history.at(-1)).toMatchObject({ what: 'dropped', by: '' })
  })

  test('out of many goes out with all the others although one fails', async () => {
    const planned = Array.from({ length: 5 }, (_unused, n) =>
      buildExhibit('story', `PLAN${n}`, { theme: 'craft' }, { state: 'draft', publishAt: new Date(at(HOUR)) }),
    )
    // Nothing to publish: no store writes such a document.
    await cloud.put('exhibits', { ...planned[2], draft: null }, ...planned.filter((_one, n) => n !== 2))
    await runClock(HOUR)
    const states = (await cloud.all<ExhibitDoc>('exhibits')).filter(({ kind }) => kind === 'story')
    expect(states.map(({ _id, state }) => `${_id} ${state}`).sort()).toEqual([
      'PLAN0 published',
      'PLAN1 published',
      'PLAN2 draft',
      'PLAN3 published',
      'PLAN4 published',
    ])
  })

  test.each([
    ['fail', 'before'],
    ['fail', 'after'],
    ['drop', 'before'],
    ['drop', 'after'],
  ] as const)('survives that each request of the clock is struck (%s %s)', async (kind, when) => {
    const wrong: number[] = []
    let struck = true
    for (let nth = 1; struck; nth++) {
      await cloud.local.reset()
      await raiseEditors(EDITOR)
      await cloud.put('exhibits', ...hallWith(1))
      ok(await save(1, { title: '新内容' }))
      ok(await publish(2, at(HOUR)))
      cloud.local.faults({ kind, when, nth, request: 'database.' })
      await runClock(HOUR).catch(() => undefined)
      struck = cloud.local.listFaults().length === 0
      cloud.local.clearFaults()
      takeErrors()
      await runClock(HOUR + MINUTE)
      const stands = await storedExhibit(ID)
      if (stands?.rev !== 4 || stands.publishAt !== null || stands.live?.title !== '新内容') wrong.push(nth)
    }
    expect(wrong).toEqual([])
  })
})

describe('withdrawing', () => {
  const withdraw = (rev: number, exhibitId = ID) => desk().call('exhibit.withdraw', { exhibitId, rev })

  test('takes it from the public, and it can be published again as it was', async () => {
    expect(ok(await withdraw(1))).toMatchObject({ state: 'withdrawn', hasDraft: false, rev: 2 })
    expect(ok(await withdraw(1))).toMatchObject({ rev: 2 })
    expect(ok(await withdraw(2))).toMatchObject({ rev: 2 })
    expect(await visitor().call('exhibit.get', { number: '101' })).toMatchObject(refused('numberUnknown'))
    expect(ok(await visitor().call('exhibit.hall', { hallId: 'h1' })).exhibits.map(({ id }) => id)).toEqual(['EX102'])
    expect(ok(await visitor().call('exhibit.search', { words: '101' })).items).toEqual([])
    expect(ok(await publish(2))).toMatchObject({ state: 'published', rev: 3 })
    expect(await seen()).toBe('展项101')
  })

  test('is refused for halls, and after a change in between', async () => {
    expect(await withdraw(1, 'h1')).toMatchObject(refused('hallStays'))
    ok(await save(1))
    expect(await withdraw(1)).toMatchObject(refused('changedMeanwhile'))
    expect(await seen()).toBe('展项101')
  })
})

describe('undoing', () => {
  const restore = (rev: number, version: number, exhibitId = ID) =>
    desk().call('exhibit.restore', { exhibitId, rev, version })

  test('brings an earlier version back as a draft; nothing public changes, and it can be undone too', async () => {
    ok(await save(1, { title: '甲' }))
    ok(await save(2, { title: '乙' }))
    ok(await publish(3))
    const restored = ok(await restore(4, 2))
    expect(restored).toMatchObject({ content: { title: '甲' }, hasDraft: true, rev: 5 })
    expect(restored.history.map(({ version, what }) => `${version} ${what}`)).toEqual([
      '4 published',
      '2 saved',
      '1 published',
    ])
    expect(ok(await restore(4, 2))).toMatchObject({ rev: 5 })
    expect(await seen()).toBe('乙')
    expect(ok(await restore(5, 1))).toMatchObject({ content: { title: '展项101' }, rev: 6 })
    ok(await publish(6))
    expect(await seen()).toBe('展项101')
  })

  test('is refused when it was overtaken, when the version is gone and when its number is taken', async () => {
    expect(await restore(1, 7)).toMatchObject(refused('versionGone'))
    ok(await save(1, { number: '105' }))
    ok(await publish(2))
    expect(await restore(1, 1)).toMatchObject(refused('changedMeanwhile'))
    ok(await save(1, { number: '101', title: '后来者' }, 'EX102'))
    expect(await restore(3, 1)).toMatchObject({ error: { code: 'numberTaken', detail: { title: '后来者' } } })
    expect(await storedExhibit(ID)).toMatchObject({ rev: 3, draft: null })
  })

  test('reaches back twenty versions', async () => {
    for (let rev = 1; rev <= 25; rev++) ok(await save(rev, { title: `第${rev}稿` }))
    await cloud.local.runTimer('exhibit', 'care')
    const kept = (await cloud.all('exhibitVersions')).map(({ version }) => Number(version))
    expect(kept.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_unused, n) => n + 6))
    expect(await restore(26, 5)).toMatchObject(refused('versionGone'))
    expect(ok(await restore(26, 6)).content.title).toBe('第5稿')
    expect((await storedExhibit(ID))?.history).toHaveLength(20)
  })

  test('reaches back twenty versions of what is not on show too', async () => {
    await cloud.put('exhibits', buildExhibit('story', 'STORY1', {}, { state: 'draft' }))
    for (let rev = 1; rev <= 22; rev++) ok(await save(rev, { title: `第${rev}稿` }, 'STORY1'))
    await cloud.local.runTimer('exhibit', 'care')
    const kept = (await cloud.all('exhibitVersions')).map(({ version }) => Number(version))
    expect(kept.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_unused, n) => n + 3))
    expect(await storedExhibit('STORY1')).toMatchObject({ rev: 23, broken: [], faulty: false })
  })

  test('of a draft leaves what is published; of what was never published leaves nothing', async () => {
    const discard = (rev: number, exhibitId = ID) => desk().call('exhibit.discard', { exhibitId, rev })
    ok(await save(1, { title: '甲', number: '109' }))
    expect(await discard(1)).toMatchObject(refused('changedMeanwhile'))
    expect(ok(await discard(2))).toEqual({ gone: false })
    expect(ok(await discard(2))).toEqual({ gone: false })
    expect(ok(await discard(3))).toEqual({ gone: false })
    expect(await storedExhibit(ID)).toMatchObject({ draft: null, rev: 3, claims: ['101'] })
    expect(ok(await restore(3, 2)).content.title).toBe('甲')
    await cloud.put('exhibits', buildExhibit('story', 'STORY1', {}, { state: 'draft' }))
    expect(await discard(0, 'STORY1')).toMatchObject(refused('changedMeanwhile'))
    expect(ok(await discard(1, 'STORY1'))).toEqual({ gone: true })
    expect(ok(await discard(1, 'STORY1'))).toEqual({ gone: true })
    expect(await discard(0, 'STORY1')).toMatchObject(refused('notFound'))
    expect(await storedExhibit('STORY1')).toBe(undefined)
  })

  test('never takes a hall away', async () => {
    await cloud.put('exhibits', buildExhibit('hall', 'h2', {}, { state: 'draft' }))
    expect(ok(await desk().call('exhibit.discard', { exhibitId: 'h2', rev: 1 }))).toEqual({ gone: false })
    expect(await storedExhibit('h2')).toMatchObject({ rev: 1 })
  })
})

describe('the order of a hall', () => {
  const order = (rev: number, ...exhibitIds: string[]) =>
    desk().call('exhibit.order', { hallId: 'h1', rev, exhibitIds })
  const walk = async () => ok(await visitor().call('exhibit.hall', { hallId: 'h1' })).exhibits.map(({ id }) => id)

  test('takes effect at once, also on what comes next', async () => {
    expect(ok(await order(1, 'EX102', 'EX101'))).toMatchObject({ order: ['EX102', 'EX101'], rev: 2 })
    expect(ok(await order(1, 'EX102', 'EX101'))).toMatchObject({ rev: 2 })
    expect(await walk()).toEqual(['EX102', 'EX101'])
    expect(ok(await visitor().call('exhibit.get', { number: '102' })).next?.id).toBe('EX101')
    expect(await order(1, 'EX101', 'EX102')).toMatchObject(refused('changedMeanwhile'))
  })

  test.each([[['EX101']], [['EX101', 'EX101']], [['EX101', 'EX102', 'EX201']], [['EX101', 'STORY1']]])(
    'must name every exhibit once, drafts included: %j',
    async (ids) => {
      await cloud.put('exhibits', buildExhibit('story', 'STORY1'))
      expect(await order(1, ...ids)).toMatchObject(refused('orderIncomplete'))
      await cloud.put('exhibits', buildExhibit('display', 'EX103', { hallId: 'h1', number: '103' }, { state: 'draft' }))
      expect(await order(1, 'EX101', 'EX102')).toMatchObject(refused('orderIncomplete'))
      expect(ok(await order(1, 'EX103', 'EX101', 'EX102')).order).toEqual(['EX103', 'EX101', 'EX102'])
      expect(await walk()).toEqual(['EX101', 'EX102'])
    },
  )
})
