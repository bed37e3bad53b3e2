import { useState } from 'react'
import { FILE_LIMITS } from '@/domain/file/rules'
import { Refused } from '@/features/desk-state'
import { useRefusable } from '@/features/use-refusable'
import { parcelOf, useUploads, type Uploads } from '@/features/use-uploads'
import { WaitingFiles } from '@/features/waiting-files'
import { pickPapers, pickPictures } from '@/lib/pick-file'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { addFile } from '../api'
import type { SheetProps } from './item-sheet'

interface Ready {
  ticketId: string
  name: string
}

const NAME_LENGTH = 80

/** The form: what kind of file it is, which file, and what changed. */
function useFileForm({ view, slot, onDone }: Omit<FileSheetProps, 'onClose'>) {
  const [title, setTitle] = useState(slot ?? '')
  const [note, setNote] = useState('')
  const [file, setFile] = useState<Ready | null>(null)
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const uploads = useUploads(
    (picked) => Promise.resolve(picked).then(() => ({ parcels: [parcelOf('guidanceFile', picked)] })),
    ([ticketId = ''], _packed, picked) => setFile({ ticketId, name: picked.name.slice(-NAME_LENGTH) }),
  )
  const words = title.trim()
  const send = () => {
    setAsked(true)
    if (!words || !file) return undefined
    return run(async () => {
      const input = { consultationId: view.outline.id, slot: words, note: note.trim(), ...file }
      onDone(await addFile(input), '已上传')
    })
  }
  const lacks = { title: asked && !words, file: asked && !file && !uploads.busy }
  return { title, setTitle, note, setNote, file, uploads, refused, send, lacks }
}

interface FileSheetProps extends SheetProps {
  /** The kind of file; null for a new one. */
  slot: string | null
}

/** A new version of a kind of file, or the first of a new kind. */
export function FileSheet(props: FileSheetProps) {
  const { slot, onClose } = props
  const { title, setTitle, note, setNote, file, uploads, refused, send, lacks } = useFileForm(props)
  return (
    <Sheet
      title={slot ? `上传${slot}的新版本` : '上传文件'}
      onClose={onClose}
      action={
        <Button kind="main" disabled={uploads.busy} onPress={send}>
          上传
        </Button>
      }
    >
      {!slot && (
        <TextField
          label="这是什么文件"
          placeholder="例如：申报书"
          maxLength={40}
          value={title}
          error={lacks.title ? '请写明是什么文件' : undefined}
          onChange={setTitle}
        />
      )}
      {file && <Notice tone="good">{file.name}</Notice>}
      <WaitingFiles uploads={uploads} />
      {uploads.waiting.length === 0 && !file && <PickButtons uploads={uploads} />}
      {lacks.file && <Notice tone="bad">{`请先选一份文件，${HINT}`}</Notice>}
      <TextField label="改了什么" optional maxLength={100} value={note} onChange={setNote} />
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}

function PickButtons({ uploads }: { uploads: Uploads }) {
  return (
    <ButtonRow>
      <Button icon="document" onPress={async () => uploads.add(await pickPapers(1))}>
        选文件
      </Button>
      <Button icon="picture" onPress={async () => uploads.add(await pickPictures(1))}>
        选图片
      </Button>
    </ButtonRow>
  )
}

const HINT = `图片或文档，不超过 ${FILE_LIMITS.guidanceFile.maxBytes / 1024 / 1024} MB`
