import { Text, View } from '@tarojs/components'
import { FILE_LIMITS } from '@/domain/file/rules'
import { Remove } from '@/features/draft-parts'
import type { Uploads } from '@/features/use-uploads'
import { saySize, WaitingFiles } from '@/features/waiting-files'
import { pickPapers, pickPictures } from '@/lib/pick-file'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Picture } from '@/ui/picture'
import { SectionTitle } from '@/ui/section-title'
import { MAX_FILES } from './draft-check'
import type { Attachment } from './draft-form'
import type { SectionProps } from './section'
import '@/features/draft.scss'
import './draft-files.scss'

const MB = 1024 * 1024
const limitOf = (purpose: keyof typeof FILE_LIMITS) => `${FILE_LIMITS[purpose].maxBytes / MB} MB`

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
        <WaitingFiles uploads={uploads} />
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
          <WaitingFiles uploads={uploads} />
          {problems.materials && <Text className="draft__wrong">{problems.materials}</Text>}
          <Button icon="document" disabled={left <= 0} onPress={add}>
            添加资料
          </Button>
        </View>
      </Card>
    </View>
  )
}
