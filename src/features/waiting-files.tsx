import { Text, View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { ProgressBar } from '@/ui/progress-bar'
import { Remove } from './draft-parts'
import type { Upload, Uploads } from './use-uploads'
import './waiting-files.scss'

const MB = 1024 * 1024

/** A size as people say it: `320 KB`, `2.4 MB`. */
export const saySize = (bytes: number): string =>
  bytes < MB ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MB).toFixed(1).replace('.0', '')} MB`

/** Chosen files that are on their way, or did not get through. */
export function WaitingFiles({ uploads }: { uploads: Uploads }) {
  return (
    <>
      {uploads.waiting.map((upload) => (
        <WaitingRow key={upload.key} upload={upload} uploads={uploads} />
      ))}
    </>
  )
}

const noteOf = ({ share, file }: Upload): string =>
  share === null ? '正在准备' : `正在上传 ${Math.round(share * 100)}%，共 ${saySize(file.size)}`

function WaitingRow({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { key, file, share, words, again } = upload
  return (
    <View className="waiting-files__row">
      <View className="waiting-files__words">
        <Text className="waiting-files__name">{file.name}</Text>
        <Text className={words === null ? 'waiting-files__note' : 'waiting-files__failed'}>
          {words ?? noteOf(upload)}
        </Text>
        {words === null && <ProgressBar label={`${file.name}的上传进度`} share={share ?? 0} />}
      </View>
      {words !== null && again && (
        <Button compact kind="link" label={`重试${file.name}`} onPress={() => uploads.retry(key)}>
          重试
        </Button>
      )}
      <Remove
        icon={words === null ? 'close' : 'trash'}
        label={`${words === null ? '取消上传' : '不传'}${file.name}`}
        onPress={() => uploads.drop(key)}
      />
    </View>
  )
}
