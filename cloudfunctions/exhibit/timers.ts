import { draftProblems, HALL_IDS } from '@/domain/exhibit/rules'
import { faceLabels, hallLabels } from '@/domain/exhibit/labels'
import { temporaryUrls } from '../file/public'
import { logUnexpected } from '../kernel/log'
import type { Timers } from '../kernel/serve'
import { contentOf, filesOf, type FileRole } from './store/content'
import { changeExhibit, exhibits, published, type ExhibitDoc } from './store/exhibits'
import { blankHall, duePublications, hallsThere, longestUnchecked, noteBroken, noteChecked } from './store/care'
import { openingsOf, trimMonths } from './store/openings'
import { trimVersions } from './store/versions'

/** Nobody: the clock did it. */
const CLOCK = ''

/**
 * Publishes what is due. One conditional write each: whatever dies, repeats or is unscheduled meanwhile, it goes out once
 * or not at all. A draft that lacks something, which saving prevents, stays a draft and says so.
 */
const publishOne = async (exhibit: ExhibitDoc, now: Date): Promise<void> => {
  const { publishAt } = exhibit
  const complete = draftProblems({ kind: exhibit.kind, ...contentOf(exhibit) }).length === 0
  const change = { what: complete ? ('published' as const) : ('dropped' as const), by: CLOCK, at: now }
  await changeExhibit(exhibit, complete ? published(exhibit) : { publishAt: null }, change, { where: { publishAt } })
}

/** One that fails is logged and holds up no other. */
const each = async (rows: readonly ExhibitDoc[], what: string, work: (row: ExhibitDoc) => Promise<unknown>) => {
  for (const row of rows) {
    try {
      await work(row)
    } catch (error) {
      logUnexpected(`exhibit.${what}`, row._id, error)
    }
  }
}

/** A file as its editor knows it: `图片 2`. */
const sayFile = (what: FileRole): string => {
  if (what.kind === 'picture') return `图片 ${what.at + 1}`
  if (what.kind === 'face') return `全景 ${faceLabels[what.face]}`
  return { sound: '音频', film: '视频', poster: '视频封面' }[what.kind]
}

/** Asks the cloud for every file of what is live, and notes those that it does not have. */
const checkMedia = async (exhibit: ExhibitDoc, now: Date): Promise<void> => {
  const files = exhibit.live ? filesOf(exhibit.live) : []
  const urls = await temporaryUrls(files.map(({ file }) => file.fileId))
  const missing = files.filter(({ file }) => !urls.has(file.fileId)).map(({ what }) => sayFile(what))
  await noteBroken(exhibit, [...new Set(missing)], now)
}

/** The eight halls are always there: an environment that has none yet gets them as drafts. */
const openHalls = async (now: Date): Promise<void> => {
  const there = new Set(await hallsThere())
  for (const id of HALL_IDS) if (!there.has(id)) await exhibits.add(blankHall(id, hallLabels[id], now))
}

export const timers: Timers = {
  publish: async (now) => each(await duePublications(now), 'publish', (exhibit) => publishOne(exhibit, now)),
  care: async (now) => {
    await openHalls(now)
    const rows = await longestUnchecked(true)
    await each(rows, 'care', async (exhibit) => {
      await checkMedia(exhibit, now)
      await trimVersions(exhibit._id)
    })
    // Drafts and what was withdrawn gather versions too.
    await each(await longestUnchecked(false), 'care', async (exhibit) => {
      await trimVersions(exhibit._id)
      await noteChecked(exhibit, now)
    })
    for (const counts of await openingsOf(rows.map(({ _id }) => _id))) await trimMonths(counts)
  },
}
