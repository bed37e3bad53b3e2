/** Collection `tickets`: an upload from its announcement until a record claims it. */
import type { FilePurpose, FileType } from '@/domain/file/rules'
import { _, collection, type Stored } from '../kernel/db'

export interface TicketDoc extends Stored {
  owner: string
  purpose: FilePurpose
  type: FileType
  size: number
  /** What its owner calls it; empty, or absent in older ones, where nobody is to read that. */
  name?: string
  cloudPath: string
  at: Date
  /** The record that the file belongs to, such as `event:AB12…`; null while unclaimed. */
  record: string | null
  /** File id of the checked copy, which only functions can write to; null until a claim has checked the upload. */
  kept: string | null
  /** Of a checked picture, its size in pixels. */
  pixels?: Kept['pixels']
}

/** A checked copy: its file id and, of a picture, its size in pixels. */
export interface Kept {
  fileId: string
  pixels: { width: number; height: number } | null
}

const tickets = collection<TicketDoc>('tickets')

export const addTicket = (ticket: TicketDoc) => tickets.add(ticket)

export const findTickets = (ids: readonly string[]): Promise<TicketDoc[]> =>
  ids.length === 0 ? Promise.resolve([]) : tickets.list({ where: { _id: _.in([...ids]) }, limit: ids.length })

/** Claims a ticket for a record. Of two records at once one gets it; claiming again for the same record is harmless. */
export const claimTicket = async (id: string, record: string, { fileId, pixels }: Kept): Promise<boolean> => {
  const claimed = { record, kept: fileId, pixels: _.set(pixels) }
  if ((await tickets.change({ _id: id, record: null }, claimed)) === 1) return true
  return (await tickets.get(id))?.record === record
}

/** Lets go of tickets whose record was not written after all. */
export const unclaimTickets = (ids: readonly string[], at: Date): Promise<number> =>
  ids.length === 0 ? Promise.resolve(0) : tickets.change({ _id: _.in([...ids]) }, { record: null, at })

export const countRecent = (owner: string, since: Date): Promise<number> => tickets.count({ owner, at: _.gt(since) })

export const unclaimedBefore = (cutoff: Date, limit: number): Promise<TicketDoc[]> =>
  tickets.list({ where: { record: null, at: _.lt(cutoff) }, limit })

/** Removes a ticket that is still unclaimed. */
export const removeUnclaimed = async (id: string): Promise<boolean> =>
  (await tickets.remove({ _id: id, record: null })) === 1
