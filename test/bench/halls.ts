import { buildExhibit } from '../../config/seed/builders'
import { displays } from '../../config/seed/exhibits/displays'
import { seedDemo } from '../../config/seed/demo'
import type { ActionName, InputFor } from '@/domain/contracts'
import type { LocalCloud } from '../../config/local-cloud'
import { ask } from './caller'
import { atMost, exactly, rowsOf, type Row, type Target } from './row'
import { p50, p95 } from './samples'
import type { Stage } from './stage'

const KB = 1024
const VISITOR = 'bench-visitor'
const MEMBER = 'demo-member-01'

type Opening = { name: string; action: ActionName; input: object; as: string; trips?: Target }

/** What people open in the halls, on the demo's data. */
const OPENINGS: Opening[] = [
  { name: 'centre.get', action: 'centre.get', input: {}, as: VISITOR, trips: atMost(3) },
  { name: 'exhibit.hall', action: 'exhibit.hall', input: { hallId: 'h1' }, as: VISITOR, trips: atMost(3) },
  { name: 'exhibit.get', action: 'exhibit.get', input: { number: '101' }, as: MEMBER },
  { name: 'exhibit.search', action: 'exhibit.search', input: { words: 'dangjian' }, as: VISITOR },
  { name: 'exhibit.timeline', action: 'exhibit.timeline', input: {}, as: VISITOR },
  { name: 'centre.slots', action: 'centre.slots', input: {}, as: VISITOR },
]

/** One call each, as often as asked for: round trips, waiting, and how big the answer is. */
export async function measureHalls({ cloud }: Stage, calls: number): Promise<Row[]> {
  await cloud.reset()
  await seedDemo(cloud)
  const rows: Row[] = []
  for (const { name, action, input, as, trips } of OPENINGS) {
    const waits: number[] = []
    let [failed, bytes] = [0, 0]
    for (let at = 0; at < calls; at++) {
      const { code, data, ms } = await ask(cloud, as, action, input as InputFor<ActionName>)
      waits.push(ms)
      bytes = Buffer.byteLength(JSON.stringify(data) ?? '')
      if (code !== 'ok') failed++
    }
    const row = rowsOf(name)
    const [context = '', act = ''] = action.split('.')
    const made = cloud.metrics().functions[context]?.actions[act]?.lastRoundTrips ?? Number.NaN
    rows.push(row('round trips', made, '', trips), row('p50', p50(waits), 'ms'), row('p95', p95(waits), 'ms'))
    rows.push(row('answer', bytes / KB, 'KB'), row('failed', failed, '', exactly(0)))
  }
  return rows
}

/** What is looked for: common words, a rare one, pinyin, first letters, and what nobody wrote. */
const WORDS = ['党建', '高新区', '技术攻关', 'dangjian', 'gxq', '展项 49', '滑雪']
/** What every text holds, in each way to ask: no words, one token, several tokens, pinyin. A page of them is full among few too. */
const EVERYWHERE = ['', '展', '展项', 'zhanxiang']
const WARM_UP = 3
const PAGE = 20

/** How long answers took among few and among many, and how many items they held in all. */
type Beside = { waits: [number[], number[]]; items: [number, number]; failed: number }

/** The same questions to both, in turns, so that whatever else the machine does hits both alike. */
async function askBoth(stages: readonly [Stage, Stage], words: readonly string[], calls: number): Promise<Beside> {
  const beside: Beside = { waits: [[], []], items: [0, 0], failed: 0 }
  for (let at = 0; at < calls + WARM_UP; at++) {
    for (const one of words) {
      for (const which of [0, 1] as const) {
        const { code, data, ms } = await ask(stages[which].cloud, VISITOR, 'exhibit.search', { words: one })
        if (code !== 'ok') beside.failed++
        if (at < WARM_UP) continue
        beside.waits[which].push(ms)
        beside.items[which] += data?.items.length ?? 0
      }
    }
  }
  return beside
}

/** Items of an answer on an average. */
const itemsOf = ({ waits, items }: Beside, at: number) => (items[at] ?? 0) / (waits[at]?.length ?? 0)

/**
 * Search beside few exhibits and stories and beside many; both databases stand side by side. Asked for everyday words, the
 * many answer more as well: that ratio says what a person feels. Asked for what every text holds, both answer a full
 * page: that ratio says what the size of the library costs.
 */
export async function measureSearch(
  small: Stage,
  large: Stage,
  { few, many, calls }: { few: number; many: number; calls: number },
): Promise<Row[]> {
  const row = rowsOf('search')
  await fill(small.cloud, few)
  const since = performance.now()
  await fill(large.cloud, many)
  const seconds = (performance.now() - since) / 1000
  const everyday = await askBoth([small, large], WORDS, calls)
  const full = await askBoth([small, large], EVERYWHERE, calls)
  const overFew = ({ waits: [one, other] }: Beside) => p50(other) / p50(one)
  return [
    row(`seeding ${many} exhibits and stories`, seconds, 's'),
    ...[few, many].flatMap((size, at) => [
      row(`everyday words: p50 among ${size}`, p50(everyday.waits[at] ?? []), 'ms'),
      row(`everyday words: items of an answer among ${size}`, itemsOf(everyday, at)),
    ]),
    row('everyday words: p50 among many over p50 among few', overFew(everyday), '×', atMost(1.5)),
    ...[few, many].flatMap((size, at) => [
      row(`full pages: p50 among ${size}`, p50(full.waits[at] ?? []), 'ms'),
      row(`full pages: items of an answer among ${size}`, itemsOf(full, at), '', exactly(PAGE)),
    ]),
    row('full pages: p50 among many over p50 among few', overFew(full), '×', atMost(1.5)),
    row('failed', everyday.failed + full.failed, '', exactly(0)),
  ]
}

const sentences = displays.flatMap(({ text }) => text.match(/[^。\n]+。/g) ?? [])
const A_CHUNK = 250

/** Exhibits and stories in the demo's own sentences, five each, every one put together otherwise. */
async function fill(cloud: LocalCloud, count: number): Promise<void> {
  await cloud.reset()
  for (let from = 0; from < count; from += A_CHUNK) {
    const some = Array.from({ length: Math.min(A_CHUNK, count - from) }, (_, at) => from + at)
    await cloud.insertMany('exhibits', some.map(invent))
    // Whoever waits for an answer meanwhile gets a turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const invent = (at: number) => {
  const pick = (turn: number) => sentences[(at * 7 + turn * turn * 13 + turn) % sentences.length] ?? ''
  const shownAt = new Date(Date.now() - at * 60_000)
  const content = { title: `展项 ${at}`, summary: pick(0), text: [1, 2, 3, 4].map(pick).join('') }
  return at % 2 === 0
    ? buildExhibit('story', `story-${1000 + at}`, { ...content, theme: 'craft' }, { shownAt })
    : buildExhibit('display', `exhibit-${1000 + at}`, { ...content, hallId: 'h1' }, { shownAt })
}
