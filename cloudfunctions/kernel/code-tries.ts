/** Collection `codeTries`: how often a person typed digits for an event or a door, so that eight digits cannot be guessed. */
import { MAX_WRONG_DIGITS, WRONG_DIGITS_PERIOD_MS } from '@/domain/desk-code'
import { MINUTE } from '@/domain/time'
import { _, collection, type Stored } from './db'
import { judgeDigits, type Keyed } from './desk-code'

interface CodeTriesDoc extends Stored {
  since: Date
  count: number
}

const tries = collection<CodeTriesDoc>('codeTries')

/**
 * Takes one of the tries *before* the digits are looked at: a hundred guesses sent at once still get five.
 *
 * @returns how many are left after this one, or when tries open again
 */
const takeTry = async (
  subject: string,
  memberId: string,
  now: Date,
): Promise<{ left: number } | { openAgainAt: Date }> => {
  const _id = `${subject}:${memberId}`
  const periodStart = new Date(now.getTime() - WRONG_DIGITS_PERIOD_MS)
  if ((await tries.add({ _id, since: now, count: 1 })) === 'added') return { left: MAX_WRONG_DIGITS - 1 }
  const counted = await tries.change(
    { _id, since: _.gt(periodStart), count: _.lt(MAX_WRONG_DIGITS) },
    { count: _.inc(1) },
  )
  if (counted === 0 && (await tries.change({ _id, since: _.lte(periodStart) }, { since: now, count: 1 })) === 1) {
    return { left: MAX_WRONG_DIGITS - 1 }
  }
  const state = await tries.get(_id)
  if (counted === 0) return { openAgainAt: new Date((state?.since ?? now).getTime() + WRONG_DIGITS_PERIOD_MS) }
  return { left: Math.max(0, MAX_WRONG_DIGITS - (state?.count ?? MAX_WRONG_DIGITS)) }
}

/** Right digits are no wrong try. */
const returnTry = (subject: string, memberId: string): Promise<number> =>
  tries.change({ _id: `${subject}:${memberId}`, count: _.gt(0) }, { count: _.inc(-1) })

/** What was wrong with typed digits: how many tries are left, or for how many minutes there are none. */
export type DigitsFault =
  { code: 'digitsWrong'; detail: { left: number } } | { code: 'tooManyTries'; detail: { minutes: number } }

/** Looks at typed digits and counts the wrong ones; null when they are right. */
export const tryDigits = async (
  keyed: Keyed,
  memberId: string,
  digits: string,
  now: Date,
): Promise<DigitsFault | null> => {
  const tried = await takeTry(keyed._id, memberId, now)
  if ('openAgainAt' in tried) {
    const minutes = Math.ceil((tried.openAgainAt.getTime() - now.getTime()) / MINUTE)
    return { code: 'tooManyTries', detail: { minutes } }
  }
  if (!judgeDigits(keyed, digits, now)) return { code: 'digitsWrong', detail: { left: tried.left } }
  await returnTry(keyed._id, memberId)
  return null
}

/** Old counts are of no use to anyone. */
export const forgetTries = (now: Date): Promise<number> =>
  tries.remove({ since: _.lt(new Date(now.getTime() - WRONG_DIGITS_PERIOD_MS)) })
