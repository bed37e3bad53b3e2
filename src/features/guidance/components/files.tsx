import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { sayWhen } from '@/domain/time'
import { saySize } from '@/features/waiting-files'
import { openDocument } from '@/lib/documents'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { SectionTitle } from '@/ui/section-title'
import { openFile } from '../api'
import { mayHelp, type GuidanceView, type Slot, type Version } from './guidance-model'
import './files.scss'

const PICTURE = /\.(jpe?g|png|webp)$/i

const show = async (consultationId: string, version: Version): Promise<void> => {
  const { url, name } = await openFile(consultationId, version.id)
  if (PICTURE.test(name)) await Taro.previewImage({ urls: [url] })
  else await openDocument(url, name)
}

interface FilesProps {
  view: GuidanceView
  /** Opens the form for a new version of a kind of file, or of a new kind. */
  onAdd: (slot: string | null) => void
}

/** The application's papers, each with its versions, the newest first. */
export function Files({ view, onAdd }: FilesProps) {
  const slots = view.full?.files ?? []
  const helps = mayHelp(view)
  const [failed, setFailed] = useState(false)
  const open = async (version: Version) => {
    setFailed(false)
    try {
      await show(view.outline.id, version)
    } catch (error) {
      console.warn('a file did not open', error)
      setFailed(true)
    }
  }
  return (
    <>
      <SectionTitle note={slots.length > 0 ? `${slots.length} 种` : undefined}>文件</SectionTitle>
      <Card flush>
        {slots.map((slot) => (
          <SlotRows key={slot.id} slot={slot} now={view.now} onOpen={open} onAdd={helps ? onAdd : undefined} />
        ))}
        {slots.length === 0 && <View className="guidance-files__empty">申报书、附件等上传后，各个版本都留在这里</View>}
        {failed && <Text className="guidance-files__failed">文件没有打开，请检查网络后再点一次</Text>}
        {helps && (
          <View className="guidance-files__add">
            <Button kind="link" icon="plus" onPress={() => onAdd(null)}>
              上传文件
            </Button>
          </View>
        )}
      </Card>
    </>
  )
}

interface SlotRowsProps {
  slot: Slot
  now: number
  onOpen: (version: Version) => Promise<void>
  onAdd: ((slot: string) => void) | undefined
}

function SlotRows({ slot: { title, versions }, now, onOpen, onAdd }: SlotRowsProps) {
  const [all, setAll] = useState(false)
  const shown = all ? versions : versions.slice(0, 1)
  return (
    <View className="guidance-files__slot">
      <View className="guidance-files__head">
        <Text className="guidance-files__title">{title}</Text>
        {onAdd && (
          <Button compact kind="link" label={`传新版本：${title}`} onPress={() => onAdd(title)}>
            传新版本
          </Button>
        )}
      </View>
      {shown.map((version) => (
        <ListRow
          key={version.id}
          icon="document"
          title={version.name}
          note={
            <>
              <View>{`第 ${versions.length - versions.indexOf(version)} 版 · ${saySize(version.size)}`}</View>
              <View>{`${sayWhen(version.at, now)} ${version.byName}${version.note ? `：${version.note}` : ''}`}</View>
            </>
          }
          onPress={() => void onOpen(version)}
        />
      ))}
      {versions.length > 1 && (
        <View className="guidance-files__add">
          <Button compact kind="link" onPress={() => setAll(!all)}>
            {all ? '收起以前的版本' : `以前的 ${versions.length - 1} 个版本`}
          </Button>
        </View>
      )}
    </View>
  )
}
