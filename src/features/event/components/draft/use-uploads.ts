import { useRef, useState } from 'react'
import { FILE_TYPES, ticketDecision, UNCLAIMED_MS, type FilePurpose, type FileType } from '@/domain/file/rules'
import { refusalWords } from '@/domain/labels'
import { CallError } from '@/lib/call-error'
import { uploadFile } from '@/lib/cloud'
import type { PickedFile } from '@/lib/pick-file'
import type { Attachment } from './draft-form'

/** A chosen file that is not in the form yet: on its way, or refused with words. */
export interface Upload {
  key: number
  file: PickedFile
  /** What share of it has been sent, 0 to 1. */
  share: number
  /** Why it did not arrive; null while it is on its way. */
  words: string | null
  /** False when another try would end the same way. */
  again: boolean
}

const NAME_LENGTH = 60

/** The type that a file's name says; null when it is none that can be uploaded. */
export const typeOfName = (name: string): FileType | null => {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const type = ending === 'jpeg' ? 'jpg' : ending
  return FILE_TYPES.find((known) => known === type) ?? null
}

/** Words for a file that the rules refuse before anything is sent; null when it may go. */
const refusedBefore = (purpose: FilePurpose, file: PickedFile): string | null => {
  const type = typeOfName(file.name)
  const code = type ? ticketDecision(purpose, type, file.size) : 'fileTypeRefused'
  return code && refusalWords('file.ticket', code)
}

const attachmentOf = (ticketId: string, file: PickedFile): Attachment => ({
  ticketId,
  name: file.name.slice(-NAME_LENGTH),
  url: file.path,
  size: file.size,
  expiresAt: Date.now() + UNCLAIMED_MS,
})

export interface Uploads {
  waiting: readonly Upload[]
  /** True while a file is on its way. */
  busy: boolean
  add: (files: readonly PickedFile[]) => void
  retry: (key: number) => void
  drop: (key: number) => void
}

/** Uploads chosen files one after the other and hands each on when it has arrived. */
export function useUploads(purpose: FilePurpose, onArrived: (attachment: Attachment) => void): Uploads {
  const [waiting, setWaiting] = useState<readonly Upload[]>([])
  const next = useRef(0)
  const queue = useRef(Promise.resolve())

  const change = (key: number, values: Partial<Upload>) =>
    setWaiting((all) => all.map((upload) => (upload.key === key ? { ...upload, ...values } : upload)))
  const drop = (key: number) => setWaiting((all) => all.filter((upload) => upload.key !== key))

  const send = async (key: number, file: PickedFile) => {
    const type = typeOfName(file.name)
    if (!type) return
    try {
      const ticketId = await uploadFile(file.path, { purpose, type, size: file.size }, (share) =>
        change(key, { share }),
      )
      drop(key)
      onArrived(attachmentOf(ticketId, file))
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      change(key, { words: refusalWords('file.ticket', error.code, error.detail), again: true })
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
        const words = refusedBefore(purpose, file)
        setWaiting((all) => [...all, { key, file, share: 0, words, again: false }])
        if (!words) begin(key, file)
      }
    },
    retry: (key) => {
      const upload = waiting.find((one) => one.key === key)
      if (!upload) return
      change(key, { share: 0, words: null })
      begin(key, upload.file)
    },
    drop,
  }
}
