/** What the clock does to collection `exhibits`: publications that are due, missing media, the eight halls. */
import { HALL_IDS, type HallId } from '@/domain/exhibit/rules'
import { _ } from '../../kernel/db'
import { exhibits, newExhibit, type ExhibitDoc } from './exhibits'

const DUE = 20
const CHECKED = 10

/** Planned publications whose time has come, the longest due first. */
export const duePublications = (now: Date): Promise<ExhibitDoc[]> =>
  exhibits.list({
    where: { publishAt: _.and(_.gt(new Date(0)), _.lte(now)) },
    order: [['publishAt', 'asc']],
    limit: DUE,
  })

/** What is on show, or what is not, and was looked after the longest ago. */
export const longestUnchecked = (listed: boolean): Promise<ExhibitDoc[]> =>
  exhibits.list({ where: { listed }, order: [['checkedAt', 'asc']], limit: CHECKED })

/** Notes which files are missing; a publication in between has other files and is left to the next round. */
export const noteBroken = ({ _id, rev }: ExhibitDoc, broken: string[], now: Date): Promise<number> =>
  exhibits.change({ _id, rev }, { broken, faulty: broken.length > 0, checkedAt: now })

/** Notes that something that is not on show was looked after; a publication in between is to be checked anew. */
export const noteChecked = ({ _id, rev }: ExhibitDoc, now: Date): Promise<number> =>
  exhibits.change({ _id, rev }, { checkedAt: now })

export const hallsThere = async (): Promise<string[]> => {
  const halls = await exhibits.list({ where: { kind: 'hall' }, limit: HALL_IDS.length, without: ['live', 'draft'] })
  return halls.map(({ _id }) => _id)
}

/** A hall that nobody has written about yet. */
export const blankHall = (id: HallId, title: string, now: Date): ExhibitDoc => {
  const draft = {
    ...{ hallId: id, number: '', title, summary: '', text: '', theme: null, date: '' },
    ...{ pictures: [], audio: null, video: null, figure: null, eventIds: [], branchIds: [], panorama: null },
  }
  return newExhibit(id, { kind: 'hall', state: 'draft', live: null, draft, publishAt: null }, '', now)
}
