import { View } from '@tarojs/components'
import { FILE_LIMITS, NAME_LENGTH, UNCLAIMED_MS, type FilePurpose } from '@/domain/file/rules'
import { Remove } from '@/features/draft-parts'
import { namedParcelOf, useUploads, type Uploads } from '@/features/use-uploads'
import { saySize, WaitingFiles } from '@/features/waiting-files'
import { now } from '@/lib/clock'
import { pickPapers, pickPictures, type PickedFile } from '@/lib/pick-file'
import { Button } from '@/ui/button'
import { ButtonRow } from '@/ui/button-row'
import { ListRow } from '@/ui/list-row'
import './attach-files.scss'

/** A file that has been uploaded and waits to be sent with words. */
export interface Attached {
  ticketId: string
  name: string
  size: number
  /** When the upload lapses unless it is sent. */
  expiresAt: number
}

const attachedOf = (ticketId: string, file: PickedFile): Attached => ({
  ticketId,
  name: file.name.slice(-NAME_LENGTH),
  size: file.size,
  expiresAt: now() + UNCLAIMED_MS,
})

/** Those that can still be sent: an upload that nobody has sent in time is gone. */
export const usable = (files: readonly Attached[]): Attached[] => files.filter(({ expiresAt }) => expiresAt > now())

/** Uploads for a purpose, each handed on when it has arrived. */
export const useAttaching = (purpose: FilePurpose, onArrived: (file: Attached) => void): Uploads =>
  useUploads(
    (file) => Promise.resolve(file).then(() => ({ parcels: [namedParcelOf(purpose, file)] })),
    ([ticketId = ''], _packed, file) => onArrived(attachedOf(ticketId, file)),
  )

const MB = 1024 * 1024
/** What may be sent along, in words. */
export const attachedHint = (purpose: FilePurpose, most: number): string =>
  `图片或文档，最多 ${most} 份，每份不超过 ${FILE_LIMITS[purpose].maxBytes / MB} MB`

interface AttachFilesProps {
  files: readonly Attached[]
  uploads: Uploads
  /** How many there may be. */
  most: number
  onChange: (files: Attached[]) => void
}

/** Files to send along: those that are there, those on their way, and the buttons to add more. */
export function AttachFiles({ files, uploads, most, onChange }: AttachFilesProps) {
  const left = most - files.length - uploads.waiting.length
  return (
    <View className="attach-files">
      {files.map((file) => (
        <ListRow
          key={file.ticketId}
          icon="document"
          title={file.name}
          note={saySize(file.size)}
          trailing={
            <Remove label={`删除${file.name}`} onPress={() => onChange(files.filter((other) => other !== file))} />
          }
        />
      ))}
      <WaitingFiles uploads={uploads} />
      <ButtonRow>
        <Button icon="picture" disabled={left <= 0} onPress={async () => uploads.add(await pickPictures(left))}>
          添加图片
        </Button>
        <Button icon="document" disabled={left <= 0} onPress={async () => uploads.add(await pickPapers(left))}>
          添加文件
        </Button>
      </ButtonRow>
    </View>
  )
}
