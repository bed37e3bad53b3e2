import { useState } from 'react'
import { BoundOnly } from '@/features/bound-only'
import { Accesses } from '@/features/member/components/accesses'
import { MyData } from '@/features/member/components/my-data'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'
import { Done } from '@/ui/page-state'
import { Segmented } from '@/ui/segmented'
import './index.scss'

const VIEWS = [
  { value: 'data', words: '我的数据' },
  { value: 'accesses', words: '谁看过' },
] as const

/** Everything kept about me, and who looked. */
export default function DataPage() {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('data')
  const [erased, setErased] = useState(false)
  if (erased) {
    return (
      <PageFrame title="我的数据">
        <Done title="您的数据已删除" next="您现在是访客，活动和展馆仍可以看。再次报名时需要重新绑定">
          <Button onPress={() => to.home()}>回首页</Button>
        </Done>
      </PageFrame>
    )
  }
  return (
    <PageFrame title="我的数据">
      <BoundOnly why="绑定前，这里没有您的任何数据">
        <Segmented label="查看" options={VIEWS} value={view} onChange={setView} />
        {view === 'data' ? <MyData onErased={() => setErased(true)} /> : <Accesses />}
      </BoundOnly>
    </PageFrame>
  )
}
