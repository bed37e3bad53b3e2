import type { OutputFor } from '@/domain/contracts'

export type DeskAnswer = OutputFor<'event.desk'>

export type DeskPhase = 'early' | 'open' | 'over' | 'draft' | 'cancelled'

/** Where the desk stands at this moment of the server's time. */
export const deskPhase = (answer: DeskAnswer, now: number): DeskPhase => {
  if (answer.state !== 'published') return answer.state
  if (now < answer.checkIn.opensAt) return 'early'
  return now > answer.checkIn.closesAt ? 'over' : 'open'
}

/** When the desk's code changes, or is first there. */
export const beatOf = ({ code, checkIn }: DeskAnswer): number => (code ? code.changesAt : checkIn.opensAt)
