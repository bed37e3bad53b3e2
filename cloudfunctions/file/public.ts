/** Reads and claims that a neighbour may use. Clients hand over tickets, never file ids; files leave as short-lived addresses. */
import { JPG } from 'image-size/types/jpg'
import { PNG } from 'image-size/types/png'
import { WEBP } from 'image-size/types/webp'
import { looksLike, type FilePurpose, type FileType } from '@/domain/file/rules'
import { cloud } from '../kernel/db'
import { claimTicket, findTickets, unclaimTickets, type Kept, type TicketDoc } from './store'

export interface ClaimedFile {
  fileId: string
  name: string
  size: number
  /** Of a picture, in pixels as it is shown; null when its bytes do not say. */
  pixels: { width: number; height: number } | null
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

const PICTURES: Partial<Record<FileType, typeof JPG>> = { jpg: JPG, png: PNG, webp: WEBP }
/** From this orientation on a picture lies on its side. */
const TURNED = 5

/** Width and height as a picture's bytes say; null for what is no picture or is damaged. */
const pixelsOf = (type: FileType, content: Buffer): ClaimedFile['pixels'] => {
  try {
    // A copy of its own: a short buffer is a part of a pool, and a reader that runs over its end would read of others.
    const bytes = new Uint8Array(content)
    const { width, height, orientation = 1 } = PICTURES[type]?.calculate(bytes) ?? { width: 0, height: 0 }
    if (!(width > 0 && height > 0)) return null
    return orientation >= TURNED ? { width: height, height: width } : { width, height }
  } catch {
    // A damaged header: who needs the size refuses such a picture.
    return null
  }
}

/**
 * Checks that what was uploaded is what was announced, and keeps a copy where only functions write: the uploader could
 * still replace the original.
 *
 * @returns the copy, or null when the upload is missing or is not what it was said to be
 */
const keep = async (ticket: TicketDoc): Promise<Kept | null> => {
  if (ticket.kept) return { fileId: ticket.kept, pixels: ticket.pixels ?? null }
  const content = await download(await fileIdOf(ticket))
  if (content === null || content.length !== ticket.size || !looksLike(ticket.type, content)) return null
  const { fileID } = await cloud.uploadFile({ cloudPath: `kept/${ticket._id}.${ticket.type}`, fileContent: content })
  return { fileId: fileID, pixels: pixelsOf(ticket.type, content) }
}

interface Claim {
  owner: string
  purpose: FilePurpose | ReadonlyMap<string, FilePurpose>
  record: string
}

/** Whether a ticket is the claimer's, for this purpose, and not another record's. */
const fits = ({ _id, owner, purpose, record }: TicketDoc, claim: Claim): boolean =>
  owner === claim.owner &&
  purpose === (typeof claim.purpose === 'string' ? claim.purpose : claim.purpose.get(_id)) &&
  [null, claim.record].includes(record)

/**
 * Claims uploads for a record: each must be the owner's, for this purpose, unclaimed, and be what it was announced as.
 *
 * @param claim `purpose`: of all, or by ticket
 * @returns the files by ticket, or null when any of them cannot be used; then none is claimed anew
 */
export const claimFiles = async (
  ticketIds: readonly string[],
  claim: Claim,
): Promise<Map<string, ClaimedFile> | null> => {
  const tickets = await findTickets(ticketIds)
  const files = new Map<string, ClaimedFile>()
  for (const id of ticketIds) {
    const ticket = tickets.find((one) => one._id === id && fits(one, claim))
    const kept = ticket ? await keep(ticket) : null
    if (!ticket || !kept || !(await claimTicket(id, claim.record, kept))) {
      // Only what this call claimed: a file that the record shows already stays its own.
      const fresh = tickets.filter((claimed) => claimed.record === null && files.has(claimed._id))
      await unclaimTickets(
        fresh.map((claimed) => claimed._id),
        new Date(),
      )
      return null
    }
    files.set(id, { ...kept, name: ticket.name ?? '', size: ticket.size })
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
  const answers = await Promise.all(parts.map(async (fileList) => cloud.getTempFileURL({ fileList })))
  // The SDK's declaration allows `void` for its callback style.
  for (const { fileID, tempFileURL } of answers.flatMap((answer) => (answer ? answer.fileList : []))) {
    if (tempFileURL) urls.set(fileID, tempFileURL)
  }
  return urls
}
