import { atWallClock, DAY, dayKey } from '@/domain/time'

/** So many days ago, in office hours: also for whoever fills in the demo at night. */
export const ago = (now: Date, days: number): Date => atWallClock(dayKey(now.getTime() - days * DAY), '10:20')
