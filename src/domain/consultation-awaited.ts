/**
 * What an enterprise is waited for with, and what ends the waiting: its words, or another step of its guidance. Pure; time and
 * the calendar of working days are arguments.
 */
import { resumed, type Clock, type Waiting } from './consultation-clock'
import type { IsWorkingDay } from './working-time'
import { isMeeting } from './consultation/rules'

/** What the enterprise of a guidance is waited for with; each counts only as long as it is waited for at all. */
export interface Awaited {
  /** The next step is its own. */
  stepWaits: boolean
  /** It was asked for something, and has said nothing since. */
  asked: boolean
}

/**
 * What the enterprise's words do to the clocks: the team's goes on. Before the meeting nothing is moved by it, because what is
 * due then follows from the meeting's own time. Who speaks is not silent: their word on an answer, the slot that they choose, or
 * their step in a guidance is waited for anew. Such a step is done by doing it, whatever is said.
 */
export const afterWords = (of: Waiting & Awaited, now: Date, isWorkingDay: IsWorkingDay): Partial<Clock & Awaited> => {
  const { state, mode, waitingSince, stepWaits } = of
  if (state !== 'open') return { waitingSince: isMeeting(state) ? null : now, asked: false }
  if (mode === 'oneToOne' && stepWaits && waitingSince !== null) return { waitingSince: now, asked: false }
  return { ...resumed(of, now, isWorkingDay), asked: false }
}

/**
 * The enterprise is waited for with another step of a guidance, or no more. What it was asked for besides is still waited for;
 * what is due then is new, and stands from now on.
 */
export const afterStep = (
  { waitingSince, asked }: Pick<Clock, 'waitingSince'> & Awaited,
  stepWaits: boolean,
  now: Date,
): Pick<Clock, 'waitingSince'> & Pick<Awaited, 'stepWaits'> => {
  if (stepWaits) return { waitingSince: waitingSince ?? now, stepWaits }
  return { waitingSince: asked && waitingSince !== null ? now : null, stepWaits }
}
