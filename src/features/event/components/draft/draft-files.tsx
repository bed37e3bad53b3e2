import { Text, View } from '@tarojs/components'
import { FILE_LIMITS } from '@/domain/file/rules'
import { pickPapers, pickPictures } from '@/lib/pick-file'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Picture } from '@/ui/picture'
import { SectionTitle } from '@/ui/section-title'
import { Spinner } from '@/ui/spinner'
import { MAX_FILES } from './draft-check'
import type { Attachment } from './draft-form'
import { Remove } from './draft-hosts'
import type { SectionProps } from './section'
import type { Upload, Uploads } from './use-uploads'
import './draft.scss'
import './draft-files.scss'

const MB = 1024 * 1024
const limitOf = (purpose: keyof typeof FILE_LIMITS) => `${FILE_LIMITS[purpose].maxBytes / MB} MB`

/** A size as people say it: `320 KB`, `2.4 MB`. */
export const saySize = (bytes: number): string =>
  bytes < MB ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MB).toFixed(1)} MB`

const keyOf = (file: Attachment) => ('kept' in file ? `kept-${file.kept}` : file.ticketId)

type FilesProps = SectionProps & { uploads: Uploads }

/** Pictures, seen as they will be seen. */
export function DraftPictures({ form, problems, set, uploads }: FilesProps) {
  const files = form.pictures
  const left = MAX_FILES - files.length - uploads.waiting.length
  const add = async () => uploads.add(await pickPictures(left))
  const drop = (file: Attachment) => set({ pictures: files.filter((other) => other !== file) })
  return (
    <View>
      <SectionTitle note={`选填，每张不超过 ${limitOf('eventPicture')}`}>图片</SectionTitle>
      <Card>
        {files.length > 0 && (
          <View className="draft-files__grid">
            {files.map((file, at) => (
              <View key={keyOf(file)} className="draft-files__cell">
                <Picture src={file.url} alt={`第 ${at + 1} 张图片`} ratio={4 / 3} icon="picture" />
                <View className="draft-files__drop">
                  <Remove label={`删除第 ${at + 1} 张图片`} onPress={() => drop(file)} />
                </View>
              </View>
            ))}
          </View>
        )}
        <Waiting uploads={uploads} />
        {problems.pictures && <Text className="draft__wrong">{problems.pictures}</Text>}
        <Button icon="picture" disabled={left <= 0} onPress={add}>
          添加图片
        </Button>
      </Card>
    </View>
  )
}

/** Papers for whoever comes. */
export function DraftMaterials({ form, problems, set, uploads }: FilesProps) {
  const files = form.materials
  const left = MAX_FILES - files.length - uploads.waiting.length
  const add = async () => uploads.add(await pickPapers(left))
  return (
    <View>
      <SectionTitle note={`选填，文档或图片，每份不超过 ${limitOf('eventMaterial')}`}>资料</SectionTitle>
      <Card flush>
        {files.map((file) => (
          <ListRow
            key={keyOf(file)}
            icon="document"
            title={file.name}
            note={saySize(file.size)}
            trailing={
              <Remove
                label={`删除资料${file.name}`}
                onPress={() => set({ materials: files.filter((other) => other !== file) })}
              />
            }
          />
        ))}
        <View className="draft__inset">
          <Waiting uploads={uploads} />
          {problems.materials && <Text className="draft__wrong">{problems.materials}</Text>}
          <Button icon="document" disabled={left <= 0} onPress={add}>
            添加资料
          </Button>
        </View>
      </Card>
    </View>
  )
}

function Waiting({ uploads }: { uploads: Uploads }) {
  return (
    <>
      {uploads.waiting.map((upload) => (
        <WaitingRow key={upload.key} upload={upload} uploads={uploads} />
      ))}
    </>
  )
}

function WaitingRow({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { key, file, share, words, again } = upload
  return (
    <View className="draft-files__waiting">
      {words === null && <Spinner />}
      <View className="draft-files__words">
        <Text className="draft-files__name">{file.name}</Text>
        <Text className={words === null ? 'draft-files__note' : 'draft-files__failed'}>
          {words ?? `正在上传 ${Math.round(share * 100)}%，共 ${saySize(file.size)}`}
        </Text>
      </View>
      {words !== null && again && (
        <Button compact kind="link" onPress={() => uploads.retry(key)}>
          重试
        </Button>
      )}
      {words !== null && <Remove label={`不传${file.name}`} onPress={() => uploads.drop(key)} />}
    </View>
  )
}
