/** Collection `codeTries`: how often a person typed digits for an event, so that eight digits cannot be guessed. */
import { MAX_WRONG_DIGITS, WRONG_DIGITS_PERIOD_MS } from '@/domain/event/rules'
import { _, collection, type Stored } from '../../kernel/db'

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
export const takeTry = async (
  eventId: string,
  memberId: string,
  now: Date,
): Promise<{ left: number } | { openAgainAt: Date }> => {
  const _id = `${eventId}:${memberId}`
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
export const returnTry = (eventId: string, memberId: string): Promise<number> =>
  tries.change({ _id: `${eventId}:${memberId}`, count: _.gt(0) }, { count: _.inc(-1) })

/** Old counts are of no use to anyone. */
export const forgetTries = (now: Date): Promise<number> =>
  tries.remove({ since: _.lt(new Date(now.getTime() - WRONG_DIGITS_PERIOD_MS)) })
