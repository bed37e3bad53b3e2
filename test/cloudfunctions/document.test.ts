/** The print sheet of wall codes: what is on it, who may have it, and what happens when no code can be made. */
import { inflateSync } from 'node:zlib'
import { buildExhibit } from '../../config/seed/builders'
import type { Grant } from '@/domain/kit'
import { cloud } from '../support/cloud'
import { HOUR, NOW, raise, staff } from '../support/park'

const editor: Grant = { role: 'editor', scope: 'zone', scopeId: '' }
const display = (number: string) =>
  buildExhibit('display', `d-${number}`, { hallId: number === '201' ? 'h2' : 'h1', number, title: `演示展项${number}` })

/** Eight exhibits in the first hall, which fill a page, and one in the second. */
beforeEach(async () => {
  cloud.setNow(NOW)
  await raise('editor', [editor])
  await raise('staff', [staff])
  await cloud.put('exhibits', buildExhibit('hall', 'h1', { title: '发展展示区' }))
  await cloud.put('exhibits', buildExhibit('hall', 'h2', { title: '科技成果展示区' }))
  await cloud.put('exhibits', ...Array.from({ length: 8 }, (_, at) => display(String(101 + at))), display('201'))
})

const print = (input: { hallId?: 'h1' | 'h2' | 'h3' }, as = 'editor') => cloud.as(as).call('document.wallCodes', input)

const printed = async (input: { hallId?: 'h1' | 'h2' }) => {
  const answer = await print(input)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  const content = Buffer.from(await (await fetch(answer.data.url)).arrayBuffer())
  return { ...answer.data, content, text: content.toString('latin1') }
}

const countOf = (text: string, what: RegExp) => text.match(what)?.length ?? 0

test('a sheet holds a code for every exhibit, eight on a page', async () => {
  const sheet = await printed({})
  expect(sheet).toMatchObject({ name: '墙面展项码.pdf', codes: 9, pages: 2, size: sheet.content.length })
  expect(sheet.text.slice(0, 5)).toBe('%PDF-')
  expect(countOf(sheet.text, /\/Type \/Page\b/g)).toBe(2)
  expect(countOf(sheet.text, /\/Subtype \/Image\b/g)).toBe(9)
})

test('each code leads to its exhibit by number', async () => {
  await printed({ hallId: 'h1' })
  const asked = cloud.local.outbox().map(({ request }) => request)
  expect(asked).toEqual(
    Array.from({ length: 8 }, (_, at) =>
      expect.objectContaining({ scene: `x=${101 + at}`, page: 'pages/exhibit/display/index' }),
    ),
  )
})

test('its letters are inside it, so that any printer has them', async () => {
  const { text, content } = await printed({ hallId: 'h2' })
  expect(countOf(text, /\/FontFile[23]? /g)).toBe(1)
  // The table by which a reader copies text out of it: the title's first character is among the letters.
  const streams = [...text.matchAll(/stream\n/g)].map(({ index }) => content.subarray(index + 7))
  const readable = streams.flatMap((stream) => {
    const end = stream.indexOf('\nendstream')
    return stream[0] === 0x78 ? [inflateSync(stream.subarray(0, end)).toString('latin1')] : []
  })
  const map = readable.find((stream) => stream.includes('beginbfrange') || stream.includes('beginbfchar')) ?? ''
  expect(map).toContain('演'.charCodeAt(0).toString(16))
})

test('one hall is printed alone', async () => {
  expect(await printed({ hallId: 'h2' })).toMatchObject({ name: '墙面展项码·科技成果展示区.pdf', codes: 1, pages: 1 })
})

test('a hall without exhibits has nothing to print', async () => {
  expect(await print({ hallId: 'h3' })).toMatchObject({ ok: false, error: { code: 'nothingToPrint' } })
})

test('more codes than one call can make are printed hall by hall', async () => {
  const more = Array.from({ length: 52 }, (_, at) => display(String(109 + at)))
  await cloud.put('exhibits', ...more)
  expect(await print({})).toMatchObject({ ok: false, error: { code: 'tooManyCodes', detail: { most: 60 } } })
})

test('when no code can be made, it says so and keeps no half sheet', async () => {
  cloud.local.faults({ kind: 'fail', request: 'wx.openApi', nth: 3 })
  expect(await print({ hallId: 'h1' })).toMatchObject({ ok: false, error: { code: 'codeServiceDown' } })
  expect(takeErrors()).toHaveLength(1)
  expect(await cloud.all('documents')).toEqual([])
})

test('printing is for editors and staff, and stands in the log', async () => {
  await raise('member')
  expect(await print({}, 'member')).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  expect(await print({}, 'nobody')).toMatchObject({ ok: false, error: { code: 'notBound' } })
  expect(await print({ hallId: 'h2' }, 'staff')).toMatchObject({ ok: true })
  expect(await cloud.all('operations')).toEqual([
    expect.objectContaining({ by: 'm-staff', what: 'document.wallCodes', object: 'h2' }),
  ])
})

test('an editor of something smaller than the zone prints nothing', async () => {
  await raise('narrow', [{ role: 'editor', scope: 'team', scopeId: 'team-01' }])
  expect(await print({}, 'narrow')).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
})

test('a sheet is gone the day after', async () => {
  const { url } = await printed({ hallId: 'h2' })
  cloud.setNow(new Date(NOW.getTime() + 23 * HOUR))
  await cloud.local.runTimer('document', 'sweep')
  expect(await cloud.all('documents')).toHaveLength(1)
  cloud.setNow(new Date(NOW.getTime() + 25 * HOUR))
  await cloud.local.runTimer('document', 'sweep')
  expect(await cloud.all('documents')).toEqual([])
  expect((await fetch(url)).ok).toBe(false)
})
