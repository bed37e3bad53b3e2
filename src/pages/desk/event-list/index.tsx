import { useState } from 'react'
import { CopySheet } from '@/features/event/components/draft/event-actions'
import type { ManagedEvent } from '@/features/event/components/managed/managed-card'
import { ManagedList } from '@/features/event/components/managed/managed-list'
import { DeskGate } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

const TITLE = '活动管理'

/** The events that this person organises. */
export default function DeskEventsPage() {
  const [copying, setCopying] = useState<ManagedEvent | null>(null)
  return (
    <DeskGate title={TITLE}>
      <PageFrame
        title={TITLE}
        wide
        action={
          <Button kind="main" icon="plus" onPress={() => to.eventEdit()}>
            新建活动
          </Button>
        }
      >
        <ManagedList onCopy={setCopying} />
        {copying && (
          <CopySheet
            event={copying}
            onClose={() => setCopying(null)}
            onCopied={(copy) => {
              setCopying(null)
              void to.eventEdit({ eventId: copy.id })
            }}
          />
        )}
      </PageFrame>
    </DeskGate>
  )
}
