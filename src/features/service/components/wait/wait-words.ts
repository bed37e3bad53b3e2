import { sayWhen } from '@/domain/time'
import { meetingWords } from '@/features/meeting-words'
import type { Wait } from './use-waits'

export type Offer = NonNullable<Wait['offer']>

/** Whether a slot is kept for the enterprise at this moment. */
export const offerOf = (wait: Wait, now: number): Offer | null => {
  const { offer } = wait
  return offer && now < offer.until ? offer : null
}

/** `周五 11月27日 9:30，请在今天 12:00 前确认`. */
export const offerWords = ({ startsAt, until }: Offer, now: number): string =>
  `${meetingWords({ startsAt, endsAt: startsAt }, now).split('–')[0]}，请在 ${sayWhen(until, now)} 前确认，过时会让给下一家`

/** Since when it waits, and what happens then. */
export const waitWords = ({ since }: Wait, now: number): string =>
  `${sayWhen(since, now)} 起候补，有空位会先留给您并发消息`
