import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { errorWords } from '@/features/call-state'
import { leadOn, placeOfScan } from '@/features/scanned'
import { Scanner } from '@/features/scanner'
import { useNow } from '@/lib/clock'
import { to } from '@/lib/routes'
import { refreshSession, useSession } from '@/lib/session'
import { useCall } from '@/lib/use-call'
import { Notice } from '@/ui/notice'
import { ChooseWay } from './choose-way'
import type { Entry } from './entry'
import { BindFirst, CheckedIn, Checking, OutOfReach, Refused } from './outcome'
import { useCheckIn, type Attempt } from './use-check-in'

/** Binding is a page of its own: whoever comes back bound goes on with what they held in hand. */
function useGoOnAfterBinding(goOn: () => void) {
  const away = useRef(false)
  useDidShow(() => {
    if (!away.current) return
    away.current = false
    void refreshSession().then(({ member }) => member && goOn())
  })
  return async () => {
    away.current = true
    await to.bind()
  }
}

/** What the check-in page knows and does, whichever way it was opened. */
function useDesk(entry: Entry) {
  const { progress, submit, reset } = useCheckIn()
  const [scanning, setScanning] = useState(false)
  const [closedBecause, setClosedBecause] = useState<string>()
  const { known, member } = useSession()
  const unbound = known && !member
  const begun = useRef(false)

  const scanAgain = () => {
    reset()
    setClosedBecause(undefined)
    setScanning(true)
  }
  const goOn = () => {
    if (progress.step === 'bindFirst') void submit(progress.attempt)
    else scanAgain()
  }
  const bind = useGoOnAfterBinding(goOn)
  const submitCode = (code: string) => {
    setScanning(false)
    const place = placeOfScan(code)
    // A code on the wall or at the door is no mistake of the person's: it leads where it belongs.
    if (place && place.to !== 'checkIn') void leadOn(place)
    else void submit({ code, eventId: entry.eventId })
  }
  const close = (words?: string) => {
    setScanning(false)
    setClosedBecause(words)
  }
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    if (entry.code) void submit({ code: entry.code, eventId: entry.eventId })
    else if (!unbound) setScanning(true)
  }, [entry, submit, unbound])

  return { progress, scanning, closedBecause, unbound, scanAgain, submit, submitCode, close, reset, bind }
}

type Desk = ReturnType<typeof useDesk>

function Outcome({ desk, entry, now }: { desk: Desk; entry: Entry; now: number }) {
  const { progress, scanAgain, reset, submit } = desk
  switch (progress.step) {
    case 'checking':
      return <Checking retrying={progress.retrying} />
    case 'done':
      return <CheckedIn result={progress.result} now={now} />
    case 'bindFirst':
      return <BindFirst onBind={desk.bind} />
    case 'outOfReach':
      return <OutOfReach onScan={scanAgain} onDigits={reset} />
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
      return desk.unbound ? <BindFirst onBind={desk.bind} /> : <Choose desk={desk} entry={entry} />
  }
}

interface ChooseProps {
  desk: Desk
  entry: Entry
  wrong?: { attempt: Attempt; error: Parameters<typeof errorWords>[0] }
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
