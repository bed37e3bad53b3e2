/**
 * Collection `daySheets`: when an enterprise or a specialist is taken, one document per owner and day. What is taken is
 * an interval with a key; one conditional update puts it in and refuses an overlap, so that nobody is at two places at
 * one time however many phones plan at once.
 *
 * An interval is put in before the thing that it stands for is written, and a note says that this is still to come. The
 * sweeper settles the notes: the thing is there, the note goes; it is not, the interval goes with it.
 */
import { overlaps, sheetIdOf } from '@/domain/service/rules'
import { DAY, dayKey, MINUTE, startOfDay } from '@/domain/time'
import { _, collection, type Stored, type Terms } from '../../kernel/db'
import { inChunks } from '../../kernel/in-chunks'

export type Owner = 'enterprise' | 'specialist'
export interface Whose {
  owner: Owner
  ownerId: string
}
export interface Interval {
  key: string
  /** Intervals of one group never stand in each other's way: a day that is moved overlaps itself. */
  group: string
  from: Date
  to: Date
}
interface Note {
  key: string
  at: Date
}
export interface DaySheetDoc extends Stored, Whose {
  /** `2026-11-28` */
  day: string
  intervals: Interval[]
  /** Intervals whose slot or day is still to be written. */
  pending: Note[]
  /** Intervals whose meeting another context is still to write. */
  meetings: Note[]
  rev: number
}

export const daySheets = collection<DaySheetDoc>('daySheets')

/** The interval of a slot that an enterprise takes: every hold has a key of its own, so that a late release takes no other's. */
export const slotInterval = (slot: { _id: string; startsAt: Date; endsAt: Date }, holdId: string): Interval => ({
  key: `slot~${slot._id}~${holdId}`,
  group: slot._id,
  from: slot.startsAt,
  to: slot.endsAt,
})
/** The interval of a specialist who sits on a service day, as that day was published or moved last. */
export const dayInterval = (dayId: string, edition: number, times: { startsAt: Date; endsAt: Date }): Interval => ({
  key: `day~${dayId}~${edition}`,
  group: `day~${dayId}`,
  from: times.startsAt,
  to: times.endsAt,
})
export const absenceInterval = (absenceId: string, times: { from: Date; to: Date }): Interval => ({
  key: `absence~${absenceId}`,
  group: `absence~${absenceId}`,
  ...times,
})
/** What stands before a key's last `~` names the meeting: when it is moved it may overlap its own time before. */
export const meetingInterval = (key: string, times: { from: Date; to: Date }): Interval => ({
  key: `meeting~${key}`,
  group: `meeting~${key.includes('~') ? key.slice(0, key.lastIndexOf('~')) : key}`,
  ...times,
})

const idOf = ({ owner, ownerId }: Whose, at: Date): string => sheetIdOf(owner, ownerId, at)
const noted = (key: string): 'meetings' | 'pending' => (key.startsWith('meeting~') ? 'meetings' : 'pending')

const newSheet = (whose: Whose, at: Date): DaySheetDoc => ({
  _id: idOf(whose, at),
  owner: whose.owner,
  ownerId: whose.ownerId,
  day: dayKey(at),
  intervals: [],
  pending: [],
  meetings: [],
  rev: 0,
})

/** What of a sheet stands in the way of an interval. */
const inTheWay = (sheet: DaySheetDoc, wanted: Interval, beside: readonly string[]): Interval[] =>
  sheet.intervals.filter(
    (one) =>
      overlaps(one, wanted) && one.key !== wanted.key && one.group !== wanted.group && !beside.includes(one.group),
  )

export type Reserved = { ok: true } | { ok: false; busy: Interval[] }

const TURNS = 3

/**
 * Takes a stretch of time of one day. Taking it again under the same key changes nothing.
 *
 * @param options `beside`: groups that do not stand in the way, such as the slot that is given up for this one; `known`:
 *   whether the owner's sheet of that day was seen, which says what is tried first
 * @returns what stands in the way otherwise
 */
export const reserve = async (
  whose: Whose,
  wanted: Interval,
  now: Date,
  { beside = [], known = true }: { beside?: readonly string[]; known?: boolean } = {},
): Promise<Reserved> => {
  const first = {
    ...newSheet(whose, wanted.from),
    intervals: [wanted],
    [noted(wanted.key)]: [{ key: wanted.key, at: now }],
  }
  if (!known && (await begin(first))) return { ok: true }
  for (let turn = 0; turn < TURNS; turn++) {
    const done = await tryOnce(first, wanted, now, beside)
    if (done) return done
  }
  // Somebody's reservation came and went each time we looked.
  return { ok: false, busy: [wanted] }
}

/** The first interval of a day makes its sheet; of two at once one does. */
const begin = async (first: DaySheetDoc): Promise<boolean> => (await daySheets.add(first)) === 'added'

/** Null when nothing stands in the way any more of what stood there a moment ago. */
const tryOnce = async (
  first: DaySheetDoc,
  wanted: Interval,
  now: Date,
  beside: readonly string[],
): Promise<Reserved | null> => {
  if ((await putIn(first._id, wanted, now, beside)) || (await begin(first))) return { ok: true }
  const standing = await daySheets.get(first._id)
  if (!standing) return null
  if (isIn(standing, wanted)) return { ok: true }
  const busy = inTheWay(standing, wanted, beside)
  return busy.length > 0 ? { ok: false, busy } : null
}

const isIn = (sheet: DaySheetDoc, { key }: Interval): boolean => sheet.intervals.some((one) => one.key === key)

/** Closes the race of two plans for one owner: of two that overlap, the second finds the first one's interval. */
const putIn = async (sheetId: string, wanted: Interval, now: Date, beside: readonly string[]): Promise<boolean> => {
  const { key, group, from, to } = wanted
  const free = _.not(_.elemMatch({ from: _.lt(to), to: _.gt(from), group: _.nin([group, ...beside]) }))
  const note = { [noted(key)]: _.push([{ key, at: now }]) }
  const won = await daySheets.change(
    { _id: sheetId, 'intervals.key': _.neq(key), intervals: free },
    { intervals: _.push([wanted]), rev: _.inc(1), ...note },
  )
  return won === 1
}

/** Gives a stretch of time back. Safe to repeat. */
export const unreserve = (whose: Whose, key: string, from: Date): Promise<number> =>
  dropInterval(idOf(whose, from), key)

export const dropInterval = (sheetId: string, key: string): Promise<number> =>
  daySheets.change(
    { _id: sheetId, 'intervals.key': key },
    { intervals: _.pull({ key }), [noted(key)]: _.pull({ key }), rev: _.inc(1) },
  )

/** The note goes: the thing that the interval stands for is there. */
export const settleInterval = (sheetId: string, key: string): Promise<number> =>
  daySheets.change({ _id: sheetId }, { [noted(key)]: _.pull({ key }) })

/** Each day between two instants: from its own midnight, or from `from`, to the next one or `to`. */
const daysOf = ({ key, group, from, to }: Interval): Interval[] => {
  const parts: Interval[] = []
  for (let start = from; start < to;) {
    const end = new Date(Math.min(startOfDay(start).getTime() + DAY, to.getTime()))
    parts.push({ key, group, from: start, to: end })
    start = end
  }
  return parts
}

/** Makes sure that nothing new is planned into a stretch of days, whatever lies there already. Safe to repeat. */
export const block = async (whose: Whose, interval: Interval): Promise<void> => {
  await inChunks(daysOf(interval), async (part) => {
    const push: Terms = { intervals: _.push([part]), rev: _.inc(1) }
    const condition = { _id: idOf(whose, part.from), 'intervals.key': _.neq(part.key) }
    if ((await daySheets.change(condition, push)) === 1) return
    if ((await daySheets.add({ ...newSheet(whose, part.from), intervals: [part] })) === 'exists')
      await daySheets.change(condition, push)
  })
}

export const unblock = async (whose: Whose, interval: Interval): Promise<void> => {
  await inChunks(daysOf(interval), (part) => unreserve(whose, part.key, part.from))
}

/** Which of these owners are taken at that time: one round trip. */
export const takenThen = async (whose: readonly Whose[], times: { from: Date; to: Date }): Promise<Set<string>> => {
  if (whose.length === 0) return new Set()
  const rows = await daySheets.list({
    where: { _id: _.in(whose.map((one) => idOf(one, times.from))) },
    limit: whose.length,
    without: ['pending', 'meetings'],
  })
  return new Set(
    rows.filter(({ intervals }) => intervals.some((one) => overlaps(one, times))).map((row) => row.ownerId),
  )
}

/** Meetings outside service days that somebody has in a stretch of days: one round trip. */
export const countMeetings = async (whose: Whose, from: Date, to: Date): Promise<number> => {
  const ids = daysOf({ key: '', group: '', from, to }).map((part) => idOf(whose, part.from))
  const rows = await daySheets.list({ where: { _id: _.in(ids) }, limit: ids.length, without: ['pending', 'meetings'] })
  const intervals = rows.flatMap((row) => row.intervals)
  return intervals.filter((one) => noted(one.key) === 'meetings' && overlaps(one, { from, to })).length
}

const SWEEP = 100

/** Sheets with notes older than any call that could still be running. */
export const sheetsToSettle = (field: 'meetings' | 'pending', cutoff: Date, limit = SWEEP): Promise<DaySheetDoc[]> =>
  daySheets.list({ where: { [`${field}.at`]: _.lt(cutoff) }, limit })

/** How long after its day a sheet is of no use to anybody. */
const KEPT_DAYS = 3

export const forgetSheets = (now: Date): Promise<number> =>
  daySheets.remove({ day: _.lt(dayKey(now.getTime() - KEPT_DAYS * DAY - MINUTE)) })

const MOST_SHEETS = 1000

/** What a person had planned goes to another id: their record was merged. Safe to repeat. */
export const moveSheets = async (from: Whose, to: Whose): Promise<void> => {
  for (const sheet of await daySheets.list({
    where: { ownerId: from.ownerId, owner: from.owner },
    limit: MOST_SHEETS,
  })) {
    for (const interval of sheet.intervals) await block(to, interval)
    await daySheets.remove({ _id: sheet._id, rev: sheet.rev })
  }
}
