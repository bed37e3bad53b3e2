import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { CallFailed } from '@/features/call-state'
import { useRefusable } from '@/features/use-refusable'
import { useSession } from '@/lib/session'
import { useList } from '@/lib/use-list'
import { Button } from '@/ui/button'
import { Segmented } from '@/ui/segmented'
import { useConfirm } from '@/ui/use-confirm'
import { Skeleton } from '@/ui/skeleton'
import { forgetSeen } from '../../api'
import { OwnMarks, PhoneMarks, type What } from './kept-list'
import { forgetSeenHere, handOver, usePhoneMarks } from './phone-marks'
import './kept-list.scss'

const VIEWS = [
  { value: 'favourite', words: '收藏' },
  { value: 'seen', words: '足迹' },
] as const

const QUESTION = {
  title: '清除全部足迹？',
  words: '看过哪些展项的记录会删除，不能恢复。收藏不受影响。',
  yes: '清除足迹',
  no: '先不清除',
  danger: true,
}

/** The marks of who is logged in: first what this phone still holds goes to the server, then the server is asked. */
function useOwnMarks(what: What, bound: boolean) {
  const waiting = usePhoneMarks().length > 0
  const [handed, setHanded] = useState(false)
  useEffect(() => {
    if (bound && waiting && !handed) void handOver().then(() => setHanded(true))
  }, [bound, waiting, handed])
  return useList('exhibit.marks', { what }, { keep: true, skip: !bound || (waiting && !handed) })
}

function ClearSeen({ bound, onCleared }: { bound: boolean; onCleared: () => Promise<void> }) {
  const { ask, sheet } = useConfirm()
  const [refused, run] = useRefusable()
  const clear = async () => {
    if (!(await ask(QUESTION))) return
    await run(async () => {
      if (bound) await forgetSeen()
      forgetSeenHere()
      await onCleared()
    })
  }
  return (
    <View className="kept-list__clear">
      {refused && <CallFailed error={refused} onRetry={clear} />}
      <Button kind="danger" icon="trash" onPress={clear}>
        清除足迹
      </Button>
      {sheet}
    </View>
  )
}

/** Favourites and where somebody has been. No counts to compare, no scores. */
export function Kept() {
  const [what, setWhat] = useState<What>('favourite')
  const { known, member, error } = useSession()
  const bound = member !== null
  const own = useOwnMarks(what, bound)
  const phoneSeen = usePhoneMarks().some(({ seenAt }) => seenAt !== null)
  const anySeen = bound ? own.items.length > 0 : phoneSeen
  if (!known && !error) return <Skeleton shape="cards" />
  return (
    <>
      <Segmented label="看收藏还是足迹" options={VIEWS} value={what} onChange={setWhat} />
      {bound ? <OwnMarks of={own} what={what} /> : <PhoneMarks what={what} />}
      {what === 'seen' && anySeen && <ClearSeen bound={bound} onCleared={own.refresh} />}
    </>
  )
}
