/** One line of the bench's table: a figure and, where there is one, the target that it is judged by. */
export type Row = {
  group: string
  what: string
  value: number
  /** `ms`, `KB`, `×`, `round trips` …; empty for a plain count. */
  unit: string
  target?: Target
}

/** What a figure may be at most, or has to be exactly. */
export type Target = { is: 'atMost' | 'exactly'; value: number }

export const atMost = (value: number): Target => ({ is: 'atMost', value })
export const exactly = (value: number): Target => ({ is: 'exactly', value })

/** A figure that could not be measured (NaN) meets no target. */
export const isMet = ({ value, target }: Row): boolean => {
  if (target === undefined) return true
  return target.is === 'exactly' ? value === target.value : value <= target.value
}

/** Rows of one group: `rowsOf('oversell')('full told falsely', 0, '', exactly(0))`. */
export const rowsOf =
  (group: string) =>
  (what: string, value: number, unit = '', target?: Target): Row => ({
    group,
    what,
    value,
    unit,
    ...(target && { target }),
  })
