/** Which numbers may be told so that no small one can be worked out, not even by who knows these rules. Pure. */

/** A number from 1 to 4 could be told back to whom it counts. */
export const SMALLEST = 5

export interface Group {
  key: string
  /** Kinds that its members are parted into; whoever knows all but one knows the last. */
  parts: readonly number[]
}

const isSafe = (count: number): boolean => count === 0 || count >= SMALLEST
const sumsOf = (groups: readonly Group[]): number[] =>
  (groups[0]?.parts ?? []).map((_, at) => groups.reduce((sum, { parts }) => sum + (parts[at] ?? 0), 0))

/** Whether groups may be told together, as one number for each part. */
export const isTellable = (groups: readonly Group[]): boolean => sumsOf(groups).every(isSafe)

const within = (groups: readonly Group[]): string[] => {
  if (groups.length <= 1) return groups.map(({ key }) => key)
  const middle = Math.ceil(groups.length / 2)
  const halves = [groups.slice(0, middle), groups.slice(middle)]
  return halves.every(isTellable) ? halves.flatMap(within) : []
}

/**
 * The groups that may be told each by itself. They are halved, the halves again, and so on: two halves are told when
 * neither has a small part, else neither is, nor anything inside. Where they are halved follows from their order alone,
 * never from what they count, and that is what makes it hold against somebody who knows the rule: of two hidden halves
 * they know the sum and that a part of one is small, and every way to divide the sum so fits. A rule that chooses what
 * else to hide by its size, such as the next smallest group, tells by its choice.
 *
 * @param groups in an order that says nothing of their size
 */
export const tellable = (groups: readonly Group[]): string[] => (isTellable(groups) ? within(groups) : [])
