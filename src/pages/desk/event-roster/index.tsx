import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { rosterLabels } from '@/domain/event/labels'
import { manualDecision } from '@/domain/event/rules'
import { refusalWords } from '@/domain/labels'
import { RecordSheet } from '@/features/event/components/roster/record-sheet'
import { countOf, RosterHead } from '@/features/event/components/roster/roster-head'
import {
  RosterList,
  rosterStates,
  type RosterRow,
  type RosterState,
} from '@/features/event/components/roster/roster-list'
import { DeskGate } from '@/features/member/components/desk-gate'
import { to } from '@/lib/routes'
import { useCall } from '@/lib/use-call'
import { useList } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { PageFrame } from '@/ui/page-frame'
import { Segmented } from '@/ui/segmented'
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
  const event = useCall('event.get', { eventId })
  const list = useList('event.roster', { eventId, state })
  const counts = list.first?.counts
  usePullDownRefresh(async () => {
    await Promise.all([list.refresh(), event.refresh()])
    Taro.stopPullDownRefresh()
  })
  useReachBottom(() => void list.loadMore())
  const now = Date.now()
  const refused = event.data && manualDecision(event.data, now)
  const recorded = (row: RosterRow) => {
    setRecording(null)
    void Taro.showToast({ title: `已为${row.name}补签`, icon: 'none' })
    void list.refresh()
  }
  return (
    <PageFrame
      title={TITLE}
      sideOnPhone="before"
      side={<RosterHead event={event.data} counts={counts} />}
      action={
        event.data?.state === 'published' && now <= event.data.checkIn.closesAt ? (
          <Button icon="desk" onPress={() => to.eventDesk(eventId)}>
            打开签到台
          </Button>
        ) : undefined
      }
    >
      <Segmented
        label="签到状态"
        options={rosterStates.map((value) => ({
          value,
          words: counts ? `${rosterLabels[value]} ${countOf(counts, value)}` : rosterLabels[value],
        }))}
        value={state}
        onChange={setState}
      />
      {refused && state === 'absent' && (
        <Notice>
          {refusalWords('event.recordAttendance', refused, { at: event.data?.checkIn.opensAt ?? now, now })}
        </Notice>
      )}
      <RosterList state={state} list={list} onRecord={event.data && !refused ? setRecording : undefined} />
      {recording && (
        <RecordSheet eventId={eventId} row={recording} onClose={() => setRecording(null)} onRecorded={recorded} />
      )}
    </PageFrame>
  )
}
