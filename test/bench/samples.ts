/** The share of the values that lie at or below the answer, e.g. 0.5 for the median. NaN without values. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const p50 = (values: readonly number[]): number => percentile(values, 0.5)
export const p95 = (values: readonly number[]): number => percentile(values, 0.95)

/** How many there are of each. */
export const tally = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
