import { useCallback } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { errorWords } from '@/features/call-state'
import { BindFirst, Checking, OutOfReach } from '@/features/code-outcome'
import { Scanner } from '@/features/scanner'
import { useCodeDesk } from '@/features/use-code-desk'
import { useNow } from '@/lib/clock'
import { useCall } from '@/lib/use-call'
import { Notice } from '@/ui/notice'
import { checkIn } from '../../api'
import type { Attempt, CheckInProgress } from './attempt'
import { ChooseWay } from './choose-way'
import type { Entry } from './entry'
import { CheckedIn, Refused } from './outcome'

/** What the check-in page knows and does, whichever way it was opened. */
function useDesk({ code, eventId }: Entry) {
  const attemptOf = useCallback((scanned: string): Attempt => ({ code: scanned, eventId }), [eventId])
  return useCodeDesk<Attempt, OutputFor<'event.checkIn'>>({ code, own: 'checkIn', attemptOf, send: checkIn })
}

type Desk = ReturnType<typeof useDesk>

const BIND_WHY = '只需填一次姓名和支部。绑定后会自动接着签到，如果签到码已刷新，再扫一次即可'

function Outcome({ desk, entry, now }: { desk: Desk; entry: Entry; now: number }) {
  const { progress, scanAgain, reset, submit } = desk
  const bindFirst = <BindFirst title="先绑定身份，再签到" why={BIND_WHY} onBind={desk.bind} />
  switch (progress.step) {
    case 'checking':
      return <Checking retrying={progress.retrying} doing="签到" name="签到" />
    case 'done':
      return <CheckedIn result={progress.result} now={now} />
    case 'bindFirst':
      return bindFirst
    case 'outOfReach':
      return <OutOfReach name="签到" doing="签到" onScan={scanAgain} onDigits={reset} />
    case 'refused':
      if (progress.error.code === 'digitsWrong') return <Choose desk={desk} entry={entry} wrong={progress} />
      return (
        <Refused
          error={progress.error}
          attempt={progress.attempt}
          eventId={entry.eventId}
          onScan={scanAgain}
          onDigits={reset}
          onAgain={() => submit(progress.attempt)}
        />
      )
    case 'idle':
      return desk.unbound ? bindFirst : <Choose desk={desk} entry={entry} />
  }
}

interface ChooseProps {
  desk: Desk
  entry: Entry
  wrong?: Extract<CheckInProgress, { step: 'refused' }>
}

function Choose({ desk, entry, wrong }: ChooseProps) {
  const eventId = wrong?.attempt.eventId ?? entry.eventId
  const event = useCall('event.get', { eventId: eventId ?? '' }, { keep: true, skip: eventId === undefined })
  const target = eventId === undefined ? null : { id: eventId, title: event.data?.title ?? '输入签到数字' }
  return (
    <>
      {desk.closedBecause && <Notice tone="wait">{desk.closedBecause}</Notice>}
      <ChooseWay
        event={target}
        error={wrong && errorWords(wrong.error)}
        onScan={desk.scanAgain}
        onDigits={(id, digits) => desk.submit({ digits, eventId: id })}
      />
    </>
  )
}

/** Checking in: with the code it was opened with, else by scanning at once; typing is always a way. */
export function CheckIn({ entry }: { entry: Entry }) {
  const desk = useDesk(entry)
  const now = useNow()
  return (
    <>
      <Outcome desk={desk} entry={entry} now={now} />
      {desk.scanning && (
        <Scanner
          name="扫码签到"
          aim="对准签到屏幕上的二维码"
          instead="输入屏幕上的 8 位数字"
          onText={desk.submitCode}
          onClose={desk.close}
        />
      )}
    </>
  )
}
