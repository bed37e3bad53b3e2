import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { DeskList } from '@/features/exhibit/components/desk/desk-list'
import { NewExhibit } from '@/features/exhibit/components/desk/new-exhibit'
import { DeskGate } from '@/features/member/components/desk-gate'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'

const TITLE = '展馆内容'

/** All that editors care for in the halls. */
export default function DeskExhibitListPage() {
  const { kind, filter } = useRouter<{ kind?: string; filter?: string }>().params
  const [choosing, setChoosing] = useState(false)
  return (
    <DeskGate title={TITLE} only="editors">
      <PageFrame
        title={TITLE}
        wide
        action={
          <Button kind="main" icon="plus" onPress={() => setChoosing(true)}>
            新建
          </Button>
        }
      >
        <DeskList first={{ kind, filter }} />
        {choosing && <NewExhibit onClose={() => setChoosing(false)} />}
      </PageFrame>
    </DeskGate>
  )
}
