import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { saySize } from '@/features/waiting-files'
import { openDocument } from '@/lib/documents'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { Spinner } from '@/ui/spinner'
import { useWorking } from '@/ui/use-working'
import type { TalkFile } from './talk-model'
import './file-rows.scss'

const PICTURE = /\.(jpe?g|png|webp)$/i

/** Files that were sent along; a tap opens one. */
export function FileRows({ files }: { files: readonly TalkFile[] }) {
  const [failed, setFailed] = useState(false)
  if (files.length === 0) return null
  return (
    <View className="file-rows">
      {files.map((file, at) => (
        <FileRow key={`${at}-${file.name}`} file={file} onFailed={setFailed} />
      ))}
      {failed && <Text className="file-rows__failed">文件没有打开，请检查网络后再点一次</Text>}
    </View>
  )
}

function FileRow({ file, onFailed }: { file: TalkFile; onFailed: (failed: boolean) => void }) {
  const picture = PICTURE.test(file.name)
  const open = async () => {
    onFailed(false)
    try {
      if (picture) await Taro.previewImage({ urls: [file.url] })
      else await openDocument(file.url)
    } catch (error) {
      console.warn('a file did not open', error)
      onFailed(true)
    }
  }
  const { working, run } = useWorking(open)
  const gone = file.url === ''
  return (
    <Pressable
      className="file-rows__row"
      label={gone ? `${file.name}，文件已删除` : `打开${file.name}，${saySize(file.size)}`}
      disabled={gone}
      onPress={() => void run()}
    >
      {working ? <Spinner /> : <Icon name={picture ? 'picture' : 'document'} />}
      <View className="file-rows__words">
        <Text className="file-rows__name">{file.name}</Text>
        <Text className="file-rows__note">{gone ? '文件已删除' : saySize(file.size)}</Text>
      </View>
    </Pressable>
  )
}
