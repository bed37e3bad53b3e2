/** A cron expression of seven fields, each as the set of its values. Days and hours are those of Beijing, as on the platform. */
export type Cron = {
  second: Set<number>
  minute: Set<number>
  hour: Set<number>
  day: Set<number>
  month: Set<number>
  weekday: Set<number>
  year: Set<number>
  /** With both day fields restricted, either is enough; with one, only that one counts. */
  anyDay: boolean
  anyWeekday: boolean
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

type Field = { name: string; from: number; to: number; words?: string[] }

const fields: [Field, Field, Field, Field, Field, Field, Field] = [
  { name: 'second', from: 0, to: 59 },
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12, words: months },
  { name: 'weekday', from: 0, to: 6, words: weekdays },
  { name: 'year', from: 1970, to: 2099 },
]

/** Beijing is eight hours ahead all year round. */
const beijing = 8 * 60 * 60 * 1000
const day = 24 * 60 * 60 * 1000

/**
 * Reads `second minute hour day month weekday year`, with `,` `-` `*` `/`, JAN–DEC and SUN–SAT.
 * @throws Error naming the field that is wrong
 */
export function parseCron(expression: string): Cron {
  const texts = expression.trim().split(/\s+/)
  if (texts.length !== 7)
    throw new Error(`a timer needs seven fields (second … year), not ${texts.length}: ${expression}`)
  const [second, minute, hour, dayOfMonth, month, weekday, year] = fields.map((field, index) =>
    parseField(texts[index] ?? '', field),
  ) as [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>]
  const free = (text: string | undefined) => text === '*' || text === '?'
  return {
    second,
    minute,
    hour,
    day: dayOfMonth,
    month,
    weekday,
    year,
    anyDay: free(texts[3]),
    anyWeekday: free(texts[5]),
  }
}

/** The first instant after `after` (both in milliseconds since 1970) at which the timer fires, if there is one until 2099. */
export function nextTime(cron: Cron, after: number): number | undefined {
  const start = Math.floor(after / 1000) * 1000 + 1000 + beijing
  const last = Date.UTC(2100, 0, 1)
  for (let midnight = start - (((start % day) + day) % day); midnight < last; midnight += day) {
    const date = new Date(midnight)
    if (!cron.year.has(date.getUTCFullYear())) {
      midnight = Date.UTC(date.getUTCFullYear() + 1, 0, 1) - day
      continue
    }
    if (!cron.month.has(date.getUTCMonth() + 1) || !isDay(cron, date)) continue
    const time = timeOfDay(cron, Math.max(0, start - midnight))
    if (time !== undefined) return midnight + time - beijing
  }
  return undefined
}

function isDay(cron: Cron, date: Date): boolean {
  const byDay = cron.day.has(date.getUTCDate())
  const byWeekday = cron.weekday.has(date.getUTCDay())
  if (cron.anyDay || cron.anyWeekday) return byDay && byWeekday
  return byDay || byWeekday
}

/** The first time of day, in milliseconds since midnight, that is not before `earliest`. */
function timeOfDay(cron: Cron, earliest: number): number | undefined {
  for (const hour of cron.hour) {
    if ((hour + 1) * 3_600_000 <= earliest) continue
    for (const minute of cron.minute) {
      if (hour * 3_600_000 + (minute + 1) * 60_000 <= earliest) continue
      for (const second of cron.second) {
        const time = hour * 3_600_000 + minute * 60_000 + second * 1000
        if (time >= earliest) return time
      }
    }
  }
  return undefined
}

function parseField(text: string, field: Field): Set<number> {
  const values = text.split(',').flatMap((part) => parsePart(part, field))
  return new Set(values.sort((a, b) => a - b))
}

function parsePart(part: string, field: Field): number[] {
  const [range = '', stepText, ...more] = part.split('/')
  const step = stepText === undefined ? 1 : Number(stepText)
  if (more.length > 0 || !Number.isInteger(step) || step < 1) throw wrong(part, field)
  const [from, to] = parseRange(range, field, stepText !== undefined)
  const values: number[] = []
  for (let value = from; value <= to; value += step) values.push(value)
  return values
}

/** `*` is the whole field; a single value with a step (`1/10`) runs from there to the end. */
function parseRange(range: string, field: Field, stepped: boolean): [number, number] {
  if (range === '*' || range === '?') return [field.from, field.to]
  const [first = '', last, ...more] = range.split('-')
  const from = parseValue(first, field)
  const to = last === undefined ? (stepped ? field.to : from) : parseValue(last, field)
  if (more.length > 0 || to < from) throw wrong(range, field)
  return [from, to]
}

function parseValue(text: string, field: Field): number {
  const word = field.words?.indexOf(text.toUpperCase()) ?? -1
  if (word >= 0) return word + field.from
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= field.from && value <= field.to)) throw wrong(text, field)
  return value
}

function wrong(text: string, field: Field): Error {
  return new Error(`${field.name} of a timer cannot be "${text}" (${field.from}-${field.to})`)
}
