import type { OutputFor } from '@/domain/contracts'
import { sayTime } from '@/domain/time'
import { dayKey } from '@/domain/time'

export type MyData = OutputFor<'member.myData'>
type Cell = MyData['sections'][number]['rows'][number][string]

const FIRST_INSTANT = Date.UTC(2000, 0, 1)

/** A value as people read it; numbers in the range of instants are times. */
export const cellWords = (value: Cell | undefined): string => {
  if (value === null || value === undefined || value === '') return '无'
  if (typeof value === 'number' && value >= FIRST_INSTANT) return `${dayKey(value)} ${sayTime(value)}`
  return String(value)
}

/** Everything as one JSON text, for the person to keep. */
export const dataAsText = (data: MyData): string => JSON.stringify(data, null, 2)

/** Name of the file to keep it in. */
export const dataFileName = (data: MyData): string => `红链通-我的数据-${dayKey(data.at)}.json`
