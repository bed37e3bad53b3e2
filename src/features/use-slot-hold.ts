import { useEffect, useRef, useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { CallError } from '@/lib/call-error'
import { call } from '@/lib/cloud'
import { errorWords, numberToQuote } from './call-state'

export type Held = OutputFor<'service.hold'>

/** Why a slot could not be kept, and what could be instead. */
export interface HoldTrouble {
  code: string
  words: string
  requestId: string
  /** The slot that is free next. */
  next?: { slotId: string; at: number; name: string }
}

/** A slot that is kept for an enterprise while the form is open (service.hold). */
export interface SlotHold {
  /** The slot that is kept, or was until it lapsed. */
  held: Held | undefined
  lapsed: boolean
  /** Server time minus this phone's, in ms: the count-down goes by the server's clock. */
  ahead: number
  trouble: HoldTrouble | undefined
  /** The slot that is being asked for at this moment. */
  asking: string | undefined
  /** Keeps a slot; an earlier one is let go of by the server. */
  hold: (slotId: string) => Promise<void>
  /** Goes back to choosing. */
  letGo: () => Promise<void>
  /** It is booked: there is nothing left to let go of. */
  taken: () => void
  /** The server says that it is no longer kept. */
  lapse: () => void
  clearTrouble: () => void
}

const troubleOf = (error: CallError): HoldTrouble => {
  const { next, nextAt, nextName } = error.detail
  return {
    code: error.code,
    words: errorWords(error),
    requestId: numberToQuote(error),
    ...(next === undefined ? {} : { next: { slotId: String(next), at: Number(nextAt), name: String(nextName ?? '') } }),
  }
}

interface Kept {
  held: Held
  ahead: number
  lapsed: boolean
}

/** Answers a hold; the middle of asking and hearing is when the server said so. */
async function askFor(slotId: string, enterpriseId: string, consultationId: string | undefined): Promise<Kept> {
  const askedAt = Date.now()
  const held = await call('service.hold', { slotId, enterpriseId, ...(consultationId && { consultationId }) })
  return { held, ahead: Math.round(held.now - (askedAt + Date.now()) / 2), lapsed: false }
}

/** A hold that is not let go of lapses by itself within five minutes: not being able to say so is no failure. */
const release = (slotId: string, enterpriseId: string): Promise<unknown> =>
  call('service.release', { slotId, enterpriseId }).catch((error: unknown) => {
    if (!(error instanceof CallError)) throw error
    console.info('the hold will lapse by itself', error)
  })

/** Lets go of what is kept when the form is left. */
function useReleaseOnLeaving(kept: Kept | undefined, enterpriseId: string): void {
  const latest = useRef<string>()
  latest.current = kept && !kept.lapsed ? kept.held.id : undefined
  useEffect(
    () => () => {
      if (latest.current) void release(latest.current, enterpriseId)
    },
    [enterpriseId],
  )
}

/**
 * Keeps one slot at a time for an enterprise, for as long as the form is open and five minutes at most.
 *
 * @param consultationId whose meeting is to be moved there; a new one without it
 */
export function useSlotHold(enterpriseId: string, consultationId?: string): SlotHold {
  const [kept, setKept] = useState<Kept>()
  const [trouble, setTrouble] = useState<HoldTrouble>()
  const [asking, setAsking] = useState<string>()
  const lapse = () => setKept((was) => was && { ...was, lapsed: true })
  useReleaseOnLeaving(kept, enterpriseId)
  useEffect(() => {
    if (!kept || kept.lapsed) return
    const timer = setTimeout(lapse, Math.max(0, kept.held.until - (Date.now() + kept.ahead)))
    return () => clearTimeout(timer)
  }, [kept])

  const hold = async (slotId: string) => {
    setTrouble(undefined)
    setAsking(slotId)
    try {
      setKept(await askFor(slotId, enterpriseId, consultationId))
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setTrouble(troubleOf(error))
      // Whoever lost the slot that they had before chooses anew.
      setKept((was) => (was?.lapsed && !error.offline ? undefined : was))
    } finally {
      setAsking(undefined)
    }
  }
  const letGo = async () => {
    setTrouble(undefined)
    setKept(undefined)
    if (kept && !kept.lapsed) await release(kept.held.id, enterpriseId)
  }
  return {
    held: kept?.held,
    lapsed: kept?.lapsed ?? false,
    ahead: kept?.ahead ?? 0,
    trouble,
    asking,
    hold,
    letGo,
    taken: () => setKept(undefined),
    lapse,
    clearTrouble: () => setTrouble(undefined),
  }
}
