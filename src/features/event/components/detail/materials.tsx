import Taro from '@tarojs/taro'
import { useState } from 'react'
import { openDocument } from '@/lib/documents'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Notice } from '@/ui/notice'
import { SectionTitle } from '@/ui/section-title'
import { useWorking } from '@/ui/use-working'
import { Spinner } from '@/ui/spinner'
import type { EventDetail } from '@/features/event-state'

type Material = EventDetail['materials'][number]

const PICTURE = /\.(jpe?g|png|webp)$/i

/** A size as people say it; 1 MB = 1024 KB. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

function MaterialRow({ material, onFailed }: { material: Material; onFailed: (failed: boolean) => void }) {
  const open = async () => {
    onFailed(false)
    try {
      if (PICTURE.test(material.name)) await Taro.previewImage({ urls: [material.url] })
      else await openDocument(material.url)
    } catch (error) {
      console.warn('a paper did not open', error)
      onFailed(true)
    }
  }
  const { working, run } = useWorking(open)
  return (
    <ListRow
      icon="document"
      title={material.name}
      note={sizeWords(material.size)}
      trailing={working ? <Spinner /> : undefined}
      onPress={() => void run()}
    />
  )
}

/** Papers to read beforehand or take home, each with its size, because it may cost mobile data. */
export function Materials({ materials }: { materials: readonly Material[] }) {
  const [failed, setFailed] = useState(false)
  if (materials.length === 0) return null
  return (
    <>
      <SectionTitle>活动材料</SectionTitle>
      <Card flush>
        {materials.map((material) => (
          <MaterialRow key={material.url} material={material} onFailed={setFailed} />
        ))}
      </Card>
      {failed && <Notice tone="bad">材料没有打开，请检查网络后再点一次</Notice>}
    </>
  )
}
