import { useRef, useState } from 'react'
import {
  FILE_TYPES,
  isPicture,
  NAME_LENGTH,
  ticketDecision,
  type FilePurpose,
  type FileType,
} from '@/domain/file/rules'
import { refusalWords } from '@/domain/labels'
import { CallError } from '@/lib/call-error'
import { uploadFile } from '@/lib/cloud'
import type { PickedFile } from '@/lib/pick-file'

/** One file to be sent, for one purpose. */
export interface Parcel {
  path: string
  purpose: FilePurpose
  type: FileType
  size: number
  /** What those who get it read; not said where nobody does. */
  name?: string
}

/** What a chosen file becomes before it is sent: one parcel or several. */
export interface Packed {
  parcels: readonly Parcel[]
}

/** A chosen file that is not in the form yet: on its way, or refused with words. */
export interface Upload {
  key: number
  file: PickedFile
  /** What share of it has been sent, 0 to 1; null while it is made ready. */
  share: number | null
  /** Why it did not arrive; null while it is on its way. */
  words: string | null
  /** False when another try would end the same way. */
  again: boolean
}

export interface Uploads {
  waiting: readonly Upload[]
  /** True while a file is on its way. */
  busy: boolean
  add: (files: readonly PickedFile[]) => void
  retry: (key: number) => void
  /** Takes a file off the list, on its way or not. */
  drop: (key: number) => void
}

/** A file that must not or cannot be sent, in words for the person. */
export class Unfit extends Error {}

/** The type that a file's name says; null when it is none that can be uploaded. */
export const typeOfName = (name: string): FileType | null => {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const type = ending === 'jpeg' ? 'jpg' : ending
  return FILE_TYPES.find((known) => known === type) ?? null
}

/** A file as it is, checked by its name and size. Throws `Unfit`. */
export const parcelOf = (purpose: FilePurpose, file: PickedFile): Parcel => {
  const type = typeOfName(file.name)
  const code = type ? ticketDecision(purpose, type, file.size) : 'fileTypeRefused'
  if (!type || code) throw new Unfit(refusalWords('file.ticket', code ?? 'fileTypeRefused'))
  return { path: file.path, purpose, type, size: file.size }
}

/** As `parcelOf`, with the name under which it was chosen; a picture has none of its own. Throws `Unfit`. */
export const namedParcelOf = (purpose: FilePurpose, file: PickedFile): Parcel => {
  const parcel = parcelOf(purpose, file)
  return isPicture(parcel.type) ? parcel : { ...parcel, name: file.name.slice(-NAME_LENGTH) }
}

/** Sends all parcels of one file, one after the other; gives their tickets. Throws `CallError`. */
async function sendAll(
  parcels: readonly Parcel[],
  onShare: (share: number) => void,
  onBegun: (stop: () => void) => void,
): Promise<string[]> {
  const total = parcels.reduce((sum, { size }) => sum + size, 0)
  const tickets: string[] = []
  let before = 0
  for (const { path, ...ticket } of parcels) {
    const sentBefore = before
    const onProgress = (share: number) => onShare((sentBefore + share * ticket.size) / total)
    tickets.push(await uploadFile(path, ticket, { onProgress, onBegun }))
    before += ticket.size
  }
  return tickets
}

/**
 * Uploads chosen files one after the other and hands each on when it has arrived.
 *
 * @param pack makes a chosen file ready, such as smaller; throws `Unfit` for one that must not be sent
 * @param onArrived is given the tickets in the order of the parcels
 */
export function useUploads<P extends Packed>(
  pack: (file: PickedFile) => Promise<P>,
  onArrived: (tickets: string[], packed: P, file: PickedFile) => void,
): Uploads {
  const [waiting, setWaiting] = useState<readonly Upload[]>([])
  const next = useRef(0)
  const queue = useRef(Promise.resolve())
  const stops = useRef(new Map<number, () => void>())
  const dropped = useRef(new Set<number>())

  const change = (key: number, values: Partial<Upload>) =>
    setWaiting((all) => all.map((upload) => (upload.key === key ? { ...upload, ...values } : upload)))
  const remove = (key: number) => setWaiting((all) => all.filter((upload) => upload.key !== key))

  const send = async (key: number, file: PickedFile) => {
    if (dropped.current.has(key)) return
    try {
      const packed = await pack(file)
      if (dropped.current.has(key)) return
      const tickets = await sendAll(
        packed.parcels,
        (share) => change(key, { share }),
        (stop) => (dropped.current.has(key) ? stop() : stops.current.set(key, stop)),
      )
      remove(key)
      if (!dropped.current.has(key)) onArrived(tickets, packed, file)
    } catch (error) {
      change(key, failure(error))
    } finally {
      stops.current.delete(key)
    }
  }
  const begin = (key: number, file: PickedFile) => {
    queue.current = queue.current.then(() => send(key, file))
  }
  return {
    waiting,
    busy: waiting.some((upload) => upload.words === null),
    add: (files) => {
      for (const file of files) {
        const key = (next.current += 1)
        setWaiting((all) => [...all, { key, file, share: null, words: null, again: false }])
        begin(key, file)
      }
    },
    retry: (key) => {
      const upload = waiting.find((one) => one.key === key)
      if (!upload) return
      change(key, { share: null, words: null })
      begin(key, upload.file)
    },
    drop: (key) => {
      dropped.current.add(key)
      stops.current.get(key)?.()
      remove(key)
    },
  }
}

/** What the person is told about a file that did not go. Throws whatever is no failure of sending. */
function failure(error: unknown): Pick<Upload, 'words' | 'again'> {
  if (error instanceof Unfit) return { words: error.message, again: false }
  if (error instanceof CallError) return { words: refusalWords('file.ticket', error.code, error.detail), again: true }
  throw error
}
