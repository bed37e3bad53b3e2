/** Reads and claims that a neighbour may use. Clients hand over tickets, never file ids; files leave as short-lived addresses. */
import { looksLike, type FilePurpose } from '@/domain/file/rules'
import { cloud } from '../kernel/db'
import { claimTicket, findTickets, unclaimTickets, type TicketDoc } from './store'

export interface ClaimedFile {
  fileId: string
  name: string
  size: number
}

/** The platform hands out at most this many addresses at a time. */
const URLS_A_CALL = 50

let prefix: string | undefined

/**
 * What a file id starts with in this environment. Only the platform knows the name of its bucket, so a marker is uploaded
 * once per instance and its id read.
 */
const fileIdPrefix = async (): Promise<string> => {
  if (prefix === undefined) {
    const { fileID } = await cloud.uploadFile({ cloudPath: 'marker.txt', fileContent: Buffer.from('marker') })
    prefix = fileID.slice(0, -'marker.txt'.length)
  }
  return prefix
}

export const fileIdOf = async (ticket: Pick<TicketDoc, 'cloudPath'>): Promise<string> =>
  `${await fileIdPrefix()}${ticket.cloudPath}`

const download = async (fileID: string): Promise<Buffer | null> => {
  try {
    const { fileContent } = await cloud.downloadFile({ fileID })
    return fileContent
  } catch {
    // Nothing was uploaded under this ticket, which the caller tells the person as "not usable".
    return null
  }
}

/**
 * Checks that what was uploaded is what was announced, and keeps a copy where only functions write: the uploader could
 * still replace the original.
 *
 * @returns the copy's file id, or null when the upload is missing or is not what it was said to be
 */
const keep = async (ticket: TicketDoc): Promise<string | null> => {
  if (ticket.kept) return ticket.kept
  const content = await download(await fileIdOf(ticket))
  if (content === null || content.length !== ticket.size || !looksLike(ticket.type, content)) return null
  const { fileID } = await cloud.uploadFile({ cloudPath: `kept/${ticket._id}.${ticket.type}`, fileContent: content })
  return fileID
}

/**
 * Claims uploads for a record: each must be the owner's, for this purpose, unclaimed, and be what it was announced as.
 *
 * @returns the files by ticket, or null when any of them cannot be used; then none is claimed anew
 */
export const claimFiles = async (
  ticketIds: readonly string[],
  claim: { owner: string; purpose: FilePurpose; record: string },
): Promise<Map<string, ClaimedFile> | null> => {
  const tickets = await findTickets(ticketIds)
  const files = new Map<string, ClaimedFile>()
  for (const id of ticketIds) {
    const ticket = tickets.find(({ _id }) => _id === id)
    const fits =
      ticket?.owner === claim.owner && ticket.purpose === claim.purpose && [null, claim.record].includes(ticket.record)
    const fileId = ticket && fits ? await keep(ticket) : null
    if (!ticket || !fileId || !(await claimTicket(id, claim.record, fileId))) {
      // Only what this call claimed: a file that the record shows already stays its own.
      const fresh = tickets.filter((claimed) => claimed.record === null && files.has(claimed._id))
      await unclaimTickets(
        fresh.map((claimed) => claimed._id),
        new Date(),
      )
      return null
    }
    files.set(id, { fileId, name: '', size: ticket.size })
  }
  return files
}

/** Lets go of claimed files whose record was not written after all. */
export const releaseFiles = (ticketIds: readonly string[]): Promise<number> => unclaimTickets(ticketIds, new Date())

/** Short-lived addresses by file id. A file that is gone has none; its page shows it as missing. */
export const temporaryUrls = async (fileIds: readonly string[]): Promise<Map<string, string>> => {
  const urls = new Map<string, string>()
  const parts: string[][] = []
  for (let at = 0; at < fileIds.length; at += URLS_A_CALL) parts.push(fileIds.slice(at, at + URLS_A_CALL))
  const answers = await Promise.all(parts.map((fileList) => cloud.getTempFileURL({ fileList })))
  // The SDK's declaration allows `void` for its callback style.
  for (const { fileID, tempFileURL } of answers.flatMap((answer) => (answer ? answer.fileList : []))) {
    if (tempFileURL) urls.set(fileID, tempFileURL)
  }
  return urls
}
