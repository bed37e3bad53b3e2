/** What editors write: drafts, their files, links and numbers. */
import { buildEvent, buildExhibit } from '../../config/seed/builders'
import { FACES } from '@/domain/exhibit/rules'
import { cloud } from '../support/cloud'
import {
  draft,
  EDITOR,
  hallWith,
  mp3,
  mp4,
  ok,
  png,
  raiseEditors,
  refused,
  storedExhibit,
  upload,
  uploadPicture,
  type Draft,
} from '../support/exhibits'
import { branch, HOUR, NOW, tally } from '../support/park'

const desk = () => cloud.as(EDITOR)
const create = async (overrides: Partial<Draft> = {}, requestId = 'request-1') =>
  desk().call('exhibit.create', { requestId, kind: 'display', draft: draft(overrides) })
const save = (exhibitId: string, rev: number, overrides: Partial<Draft> = {}) =>
  desk().call('exhibit.save', { exhibitId, rev, draft: draft(overrides) })
const sound = (file: { ticketId: string } | { key: string }, cues = [{ at: 0, text: '欢迎' }]) => ({
  file,
  seconds: 60,
  synthetic: true,
  cues,
})

beforeEach(async () => {
  await raiseEditors(EDITOR, 'second')
  await cloud.put('branches', branch)
  await cloud.put('exhibits', ...hallWith(0))
})

describe('creating', () => {
  test('makes a draft that nobody but editors sees, once per request', async () => {
    const made = ok(await create())
    expect(made).toMatchObject({
      state: 'draft',
      rev: 0,
      hasDraft: true,
      publishAt: null,
      changedBy: '演示editor',
      history: [],
      broken: [],
      content: { title: '党建引领示范带', number: '101', hallId: 'h1', seconds: 30 },
    })
    expect(made.content.id).toMatch(/^[0-9A-Z]{10}$/)
    expect(ok(await create())).toEqual(made)
    expect(await cloud.all('exhibits')).toHaveLength(2)
    expect(await cloud.as('visitor').call('exhibit.get', { number: '101' })).toMatchObject(refused('numberUnknown'))
    expect((await cloud.all('operations')).map((line) => line['what'])).toEqual(['exhibit.created'])
  })

  test('keeps what belongs to its kind and nothing else', async () => {
    const everything = { date: '1921-07', theme: 'party' as const, panorama: { faces: {}, spots: [] } }
    const made = async (kind: 'display' | 'story' | 'milestone') =>
      ok(await desk().call('exhibit.create', { requestId: `request-${kind}`, kind, draft: draft(everything) }))
    const kept = async (kind: 'display' | 'story' | 'milestone') => {
      const { content, panorama } = await made(kind)
      return [content.hallId, content.number, content.theme, content.date, panorama]
    }
    expect(await kept('display')).toEqual(['h1', '101', null, '', null])
    expect(await kept('story')).toEqual([null, '', 'party', '', null])
    expect(await kept('milestone')).toEqual([null, '', 'party', '1921-07', null])
  })

  test.each([
    ['linkUnknown', { eventIds: ['EV0009'] }],
    ['linkUnknown', { branchIds: [branch._id, 'branch-09'] }],
    ['textRisky', { summary: '【违规】' }],
    ['textRisky', { figure: { kind: 'bars' as const, title: '人数', items: [{ label: '【违规】', value: 1 }] } }],
    ['fileUnusable', { audio: sound({ ticketId: 'NOSUCHTICKET' }) }],
    ['fileUnusable', { audio: sound({ key: 'NOSUCHKEY' }) }],
    ['badInput', { number: '10101' }],
    ['badInput', { date: '1921-13' }],
  ])('is refused with %s for %j', async (code, overrides) => {
    expect(await create(overrides)).toMatchObject(refused(code))
    expect(await cloud.all('exhibits')).toHaveLength(1)
  })

  test('checks texts of any length to their end', async () => {
    expect(await create({ text: `${'长'.repeat(5000)}【违规】` })).toMatchObject(refused('textRisky'))
    const cues = Array.from({ length: 30 }, (_unused, at) => ({ at, text: '说'.repeat(300) }))
    const { content } = ok(
      await create({ video: { ...sound(await upload('exhibitFilm', mp4, { type: 'mp4' }), cues), poster: null } }),
    )
    const video = { ...sound({ key: content.video?.file.key ?? '' }, cues), poster: null }
    const last = cues.map((cue) => (cue.at === 29 ? { ...cue, text: '【违规】' } : cue))
    expect(await save(content.id, 0, { video: { ...video, cues: last } })).toMatchObject(refused('textRisky'))
    expect(ok(await save(content.id, 0, { video })).rev).toBe(1)
  })
})

describe('numbers', () => {
  test('belong to one exhibit, in a draft already', async () => {
    ok(await create({ title: '先到' }))
    expect(await create({}, 'request-2')).toMatchObject({ error: { code: 'numberTaken', detail: { title: '先到' } } })
    const { content } = ok(await create({ number: '102' }, 'request-3'))
    expect(await save(content.id, 0, { number: '101' })).toMatchObject({
      error: { code: 'numberTaken', detail: { title: '先到' } },
    })
    expect(await storedExhibit(content.id)).toMatchObject({ rev: 0, claims: ['102'] })
  })

  test('that are published stay taken while a draft moves elsewhere, and are free once that is published', async () => {
    const { content } = ok(await create())
    ok(await desk().call('exhibit.publish', { exhibitId: content.id, rev: 0 }))
    ok(await save(content.id, 1, { number: '109' }))
    expect(await create({ number: '101' }, 'request-2')).toMatchObject(refused('numberTaken'))
    expect(await create({ number: '109' }, 'request-2')).toMatchObject(refused('numberTaken'))
    ok(await desk().call('exhibit.publish', { exhibitId: content.id, rev: 2 }))
    ok(await create({ number: '101' }, 'request-2'))
  })

  test('of stories and half-typed ones take nothing', async () => {
    for (const at of [1, 2]) {
      const story = { requestId: `request-s${at}`, kind: 'story' as const, draft: draft({ number: '101' }) }
      ok(await desk().call('exhibit.create', story))
      ok(await create({ number: '1' }, `request-h${at}`))
    }
    expect((await cloud.all('exhibits')).length).toBe(5)
  })

  test('taken by many at once go to one', async () => {
    const ids = await Promise.all(
      Array.from({ length: 6 }, (_unused, at) =>
        cloud.over(at % 2 ? EDITOR : 'second').call('exhibit.create', {
          requestId: `request-${at}`,
          kind: 'display',
          draft: draft(),
        }),
      ),
    )
    expect(tally(ids)).toEqual({ ok: 1, numberTaken: 5 })
    const others = await Promise.all(
      ['102', '103', '104'].map(async (number) => ok(await create({ number }, `request-${number}`)).content.id),
    )
    const saved = await Promise.all(
      others.map((exhibitId) =>
        cloud.over(EDITOR).call('exhibit.save', { exhibitId, rev: 0, draft: draft({ number: '150' }) }),
      ),
    )
    expect(tally(saved)).toEqual({ ok: 1, numberTaken: 2 })
  })
})

describe('files', () => {
  test('are shown by short-lived addresses with their sizes, and kept by their keys', async () => {
    const picture = await uploadPicture()
    const audio = sound(await upload('exhibitSound', mp3, { type: 'mp3' }))
    const made = ok(await create({ pictures: [picture], audio }))
    expect(made.content.pictures).toMatchObject([{ alt: '园区航拍图', width: 1280, height: 720, file: { size: 33 } }])
    const shown = await fetch(made.content.pictures[0]?.file.url ?? '')
    expect(Buffer.from(await shown.arrayBuffer()).equals(png(1280, 720))).toBe(true)
    const [{ file, small } = { file: { key: '' }, small: { key: '' } }] = made.content.pictures
    const kept = { file: { key: file.key }, small: { key: small.key }, alt: '改过的说明' }
    const saved = ok(
      await save(made.content.id, 0, { pictures: [kept], audio: sound({ key: made.content.audio?.file.key ?? '' }) }),
    )
    expect(saved.content.pictures).toMatchObject([{ alt: '改过的说明', width: 1280, file: { key: file.key } }])
    expect(saved.content.audio?.file.key).toBe(made.content.audio?.file.key)
    // What an earlier version shows can be brought back in the form too.
    ok(await save(made.content.id, 1, { pictures: [] }))
    expect(ok(await save(made.content.id, 2, { pictures: [kept] })).content.pictures).toHaveLength(1)
  })

  test("of another person, of another exhibit or for another purpose are refused, and a picture's key is no sound's", async () => {
    const [mine, theirs] = [await uploadPicture(), await upload('exhibitPicture', png(1280, 720), { as: 'second' })]
    expect(await create({ pictures: [{ ...mine, file: theirs }] })).toMatchObject(refused('fileUnusable'))
    expect(await create({ pictures: [{ ...mine, file: mine.small }] })).toMatchObject(refused('fileUnusable'))
    expect(await create({ audio: sound(mine.file) })).toMatchObject(refused('fileUnusable'))
    const made = ok(await create({ pictures: [mine] }))
    expect(await create({ number: '102', pictures: [mine] }, 'request-2')).toMatchObject(refused('fileUnusable'))
    const { key } = made.content.pictures[0]?.file ?? { key: '' }
    expect(await save(made.content.id, 0, { audio: sound({ key }) })).toMatchObject(refused('fileUnusable'))
    const other = ok(await create({ number: '103' }, 'request-3'))
    const stolen = { file: { key }, small: { key }, alt: '别人的图' }
    expect(await save(other.content.id, 0, { pictures: [stolen] })).toMatchObject(refused('fileUnusable'))
  })

  test('that are too small are refused and let go of', async () => {
    expect(await create({ pictures: [await uploadPicture('小图', 639)] })).toMatchObject(refused('pictureTooSmall'))
    const faces = async (width: number, height: number) =>
      Object.fromEntries(
        await Promise.all(
          FACES.map(async (face) => [face, await upload('exhibitPicture', png(width, height))] as const),
        ),
      )
    const panorama = async (width: number, height: number) =>
      desk().call('exhibit.save', {
        exhibitId: 'h1',
        rev: (await storedExhibit('h1'))?.rev ?? 0,
        draft: draft({ panorama: { faces: await faces(width, height), spots: [] } }),
      })
    expect(await panorama(255, 255)).toMatchObject(refused('pictureTooSmall'))
    expect(await panorama(512, 511)).toMatchObject(refused('pictureTooSmall'))
    expect((await cloud.all('tickets')).map(({ record }) => record)).toEqual(Array(14).fill(null))
    expect(ok(await panorama(256, 256)).panorama?.faces.front).toMatchObject({ size: 33 })
  })

  test('whose header says no size are refused as pictures', async () => {
    const broken = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])
    const picture = { ...(await uploadPicture()), file: await upload('exhibitPicture', broken) }
    expect(await create({ pictures: [picture] })).toMatchObject(refused('fileUnusable'))
  })

  test('of a save that was overtaken are let go of, those of the standing draft stay', async () => {
    const shown = await uploadPicture()
    const { content } = ok(await create({ pictures: [shown] }))
    ok(await save(content.id, 0, { pictures: [shown], title: '甲' }))
    const fresh = await uploadPicture()
    expect(await save(content.id, 0, { pictures: [shown, fresh], title: '乙' })).toMatchObject(
      refused('changedMeanwhile'),
    )
    const records = new Map((await cloud.all('tickets')).map((row) => [row['_id'], row['record']]))
    expect([shown.file, shown.small, fresh.file, fresh.small].map(({ ticketId }) => records.get(ticketId))).toEqual([
      `exhibit:${content.id}`,
      `exhibit:${content.id}`,
      null,
      null,
    ])
    cloud.setNow(new Date(NOW.getTime() + 3 * HOUR))
    await cloud.local.runTimer('file', 'sweep')
    const { content: after } = ok(await desk().call('exhibit.edit', { exhibitId: content.id }))
    expect((await fetch(after.pictures[0]?.file.url ?? '')).status).toBe(200)
  })
})

describe('files of an earlier version', () => {
  test.each([
    ['changedMeanwhile', async () => ({})],
    ['pictureTooSmall', async () => ({ pictures: [await uploadPicture('小图', 639)] })],
  ])('stay when a save that names them again comes to nothing (%s)', async (code, others) => {
    const { content } = ok(await create())
    const picture = await uploadPicture()
    const { pictures } = ok(await save(content.id, 0, { pictures: [picture] })).content
    ok(await save(content.id, 1, { pictures: [] }))
    const { pictures: more = [] } = (await others()) as Partial<Draft>
    expect(await save(content.id, 0, { pictures: [picture, ...more] })).toMatchObject(refused(code))
    cloud.setNow(new Date(NOW.getTime() + 3 * HOUR))
    await cloud.local.runTimer('file', 'sweep')
    const back = ok(await desk().call('exhibit.restore', { exhibitId: content.id, rev: 2, version: 1 }))
    expect(back.content.pictures.map(({ file }) => file.key)).toEqual(pictures.map(({ file }) => file.key))
    expect((await fetch(back.content.pictures[0]?.file.url ?? '')).status).toBe(200)
  })
})

describe('saving', () => {
  test('changes nothing that is public until it is published', async () => {
    const { content } = ok(await create({ eventIds: [], branchIds: [branch._id] }))
    ok(await desk().call('exhibit.publish', { exhibitId: content.id, rev: 0 }))
    await cloud.put('events', buildEvent('EV0001', branch, NOW))
    const saved = ok(await save(content.id, 1, { title: '新标题', eventIds: ['EV0001'] }))
    expect(saved).toMatchObject({
      state: 'published',
      hasDraft: true,
      rev: 2,
      content: { title: '新标题', eventIds: ['EV0001'] },
      history: [{ version: 1, what: 'published', by: '演示editor' }],
    })
    const seen = ok(await cloud.as('visitor').call('exhibit.get', { number: '101' }))
    expect(seen).toMatchObject({ exhibit: { title: '党建引领示范带' }, events: [] })
  })

  test('is refused when somebody changed it in between, and nothing is overwritten', async () => {
    const { content } = ok(await create())
    ok(await save(content.id, 0, { title: '甲' }))
    expect(await save(content.id, 0, { title: '乙' })).toMatchObject(refused('changedMeanwhile'))
    expect(await save(content.id, 5, { title: '乙' })).toMatchObject(refused('changedMeanwhile'))
    expect((await storedExhibit(content.id))?.draft?.title).toBe('甲')
  })

  test('made twice because its answer was lost is one change, by its own editor', async () => {
    const { content } = ok(await create())
    const picture = await uploadPicture()
    const first = ok(await save(content.id, 0, { pictures: [picture] }))
    expect(ok(await save(content.id, 0, { pictures: [picture] }))).toMatchObject({
      rev: 1,
      content: { id: first.content.id },
    })
    const again = { exhibitId: content.id, rev: 0, draft: draft({ pictures: [] }) }
    expect(await cloud.as('second').call('exhibit.save', again)).toMatchObject(refused('changedMeanwhile'))
    expect(await cloud.all('exhibitVersions')).toHaveLength(1)
  })

  test('of many at once one holds', async () => {
    const { content } = ok(await create())
    const answers = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((title) =>
        cloud.over(EDITOR).call('exhibit.save', { exhibitId: content.id, rev: 0, draft: draft({ title }) }),
      ),
    )
    expect(tally(answers)).toEqual({ ok: 1, changedMeanwhile: 3 })
  })

  test('is refused for what is not there', async () => {
    expect(await save('NOSUCH', 0)).toMatchObject(refused('notFound'))
    expect(await desk().call('exhibit.edit', { exhibitId: 'NOSUCH' })).toMatchObject(refused('notFound'))
  })

  test.each([
    ['linkUnknown', { eventIds: ['EV0009'] }],
    ['textRisky', { summary: '【违规】' }],
  ])('is refused with %s for %j', async (code, overrides) => {
    await cloud.put('exhibits', buildExhibit('story', 'STORY1'))
    expect(await save('STORY1', 1, overrides)).toMatchObject(refused(code))
    expect(await storedExhibit('STORY1')).toMatchObject({ rev: 1, draft: null })
  })
})
