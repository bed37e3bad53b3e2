/** Which numbers have to stay untold so that no small one can be worked out. Pure. */

/** A number from 1 to 4 could be told back to whom it counts. */
export const SMALLEST = 5

interface Part {
  key: string
  /** What the group consists of: whoever knows all but one knows the last. */
  parts: readonly number[]
}

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST
const sizeOf = ({ parts }: Part): number => parts.reduce((sum, part) => sum + part, 0)
const sums = (of: readonly Part[]): number[] =>
  (of[0]?.parts ?? []).map((_, at) => of.reduce((sum, { parts }) => sum + (parts[at] ?? 0), 0))

/**
 * Which groups of a whole are not told, and whether the whole is not. The whole counts as known even where it is not
 * told: another breakdown may tell it. So what is hidden is so much together that the difference to the whole is no small
 * number either; the smallest of the others are hidden for that. With anything, whatever is empty is hidden: that a
 * hidden group is not empty would tell too much where there are many of them.
 *
 * @param forced groups that have to be hidden, whatever they count
 */
export const suppress = (groups: readonly Part[], forced: ReadonlySet<string> = new Set()) => {
  const all = new Set(groups.map(({ key }) => key))
  if (sums(groups).some(isSmall)) return { hidden: all, total: true }
  const hidden = groups.filter(({ key, parts }) => forced.has(key) || parts.some(isSmall))
  if (hidden.length === 0) return { hidden: new Set<string>(), total: false }
  const others = groups
    .filter((group) => !hidden.includes(group))
    .sort((a, b) => sizeOf(a) - sizeOf(b) || (a.key < b.key ? -1 : 1))
  for (const other of others) if (sizeOf(other) === 0 || sums(hidden).some(isSmall)) hidden.push(other)
  return { hidden: new Set(hidden.map(({ key }) => key)), total: false }
}
