import { useEffect, useRef, useState } from 'react'
import { useSession } from '@/lib/session'
import { leadOn, placeOfScan, type Place } from './scanned'
import { useBindFirst } from './use-bind-first'
import { useCodeTry, type CodeAttempt, type Recorded } from './use-code-try'

interface CodeDeskOptions<A extends CodeAttempt, R extends Recorded> {
  /** The code that the page was opened with. */
  code: string | undefined
  /** Where the codes that this page takes belong; any other of ours leads where it does. */
  own: Place['to']
  attemptOf: (code: string) => A
  /** The same function at every render. */
  send: (attempt: A) => Promise<R>
}

/** What a page knows and does that takes a changing code: with the one it was opened with, else by scanning at once. */
export function useCodeDesk<A extends CodeAttempt, R extends Recorded>(options: CodeDeskOptions<A, R>) {
  const { code, own, attemptOf, send } = options
  const { progress, submit, reset } = useCodeTry(send)
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
  const bind = useBindFirst(() => {
    if (progress.step === 'bindFirst') void submit(progress.attempt)
    else scanAgain()
  })
  const submitCode = (scanned: string) => {
    setScanning(false)
    const place = placeOfScan(scanned)
    // A code that belongs elsewhere is no mistake of the person's: it leads where it belongs.
    if (place && place.to !== own) void leadOn(place)
    else void submit(attemptOf(scanned))
  }
  const close = (words?: string) => {
    setScanning(false)
    setClosedBecause(words)
  }
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    if (code) void submit(attemptOf(code))
    else if (!unbound) setScanning(true)
  }, [code, attemptOf, submit, unbound])

  return { progress, scanning, closedBecause, unbound, scanAgain, submit, submitCode, close, reset, bind }
}
