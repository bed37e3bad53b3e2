import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { RecordSheet } from '@/features/event/components/roster/record-sheet'
import { ExportButton } from '@/features/export-button'
import { RosterHead, RosterTabs } from '@/features/event/components/roster/roster-head'
import { RosterList, type RosterRow, type RosterState } from '@/features/event/components/roster/roster-list'
import { useRoster } from '@/features/event/components/roster/use-roster'
import { DeskGate } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import './index.scss'

const TITLE = '签到名单'

/** Who signed up and who came. */
export default function RosterPage() {
  return (
    <DeskGate title={TITLE}>
      <Roster />
    </DeskGate>
  )
}

function Roster() {
  const { eventId = '' } = useRouter<{ eventId?: string }>().params
  const [state, setState] = useState<RosterState>('attended')
  const [recording, setRecording] = useState<RosterRow | null>(null)
  const roster = useRoster(eventId, state)
  const recorded = (row: RosterRow) => {
    setRecording(null)
    void Taro.showToast({ title: `已为${row.name}补签`, icon: 'none' })
    void roster.list.refresh()
  }
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="before"
      side={
        <>
          <RosterHead event={roster.event.data} counts={roster.counts} />
          {roster.counts && (
            <Card>
              <ExportButton wanted={{ kind: 'eventRoster', eventId }}>导出名单（Excel）</ExportButton>
            </Card>
          )}
        </>
      }
      action={
        roster.deskOpens && (
          <Button icon="desk" onPress={() => to.eventDesk(eventId)}>
            打开签到台
          </Button>
        )
      }
    >
      <RosterTabs counts={roster.counts} value={state} onChange={setState} />
      {state === 'absent' && roster.refusedWords && <Notice>{roster.refusedWords}</Notice>}
      <RosterList state={state} list={roster.list} onRecord={roster.recordable ? setRecording : undefined} />
      {recording && (
        <RecordSheet eventId={eventId} row={recording} onClose={() => setRecording(null)} onRecorded={recorded} />
      )}
    </PageFrame>
  )
}
