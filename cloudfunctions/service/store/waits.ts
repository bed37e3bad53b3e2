/** Collection `waits`: which enterprises wait for a slot of a topic, one document per enterprise and topic. */
import type { Topic } from '@/domain/service/rules'
import { _, collection, type Stored, type Terms } from '../../kernel/db'

/** `waiting` → `offered` → `booked`, or back to `waiting` when the offer lapses; `left` when they no longer want one. */
export type WaitState = 'waiting' | 'offered' | 'booked' | 'left'
export interface WaitDoc extends Stored {
  enterpriseId: string
  topic: Topic
  /** Who joined: for them the offered slot is held, and anybody of the enterprise may take it. */
  memberId: string
  /** Since when: their place in the list. */
  at: Date
  state: WaitState
  /** The offer. */
  slotId: string | null
  holdId: string | null
  startsAt: Date | null
  until: Date | null
  /** Slots that they were offered and did not take: none is offered twice. */
  passed: string[]
}

export const waits = collection<WaitDoc>('waits')

export const waitIdOf = (enterpriseId: string, topic: Topic): string => `${enterpriseId}:${topic}`

export const OPEN_WAITS: readonly WaitState[] = ['waiting', 'offered']
const NO_OFFER = { slotId: null, holdId: null, startsAt: null, until: null } as const
const MOST_PASSED = 50
const QUEUE = 100

export const waitsOf = (enterpriseId: string): Promise<WaitDoc[]> =>
  waits.list({
    where: { enterpriseId, state: _.in([...OPEN_WAITS]) },
    order: [['at', 'asc']],
    limit: 20,
  })

/** Joins the list, anew or again. Joining twice keeps the first place. */
export const joinWaits = async (
  { enterpriseId, topic, memberId }: Pick<WaitDoc, 'enterpriseId' | 'topic' | 'memberId'>,
  now: Date,
): Promise<WaitDoc> => {
  const _id = waitIdOf(enterpriseId, topic)
  const fresh: WaitDoc = { _id, enterpriseId, topic, memberId, at: now, state: 'waiting', ...NO_OFFER, passed: [] }
  if ((await waits.add(fresh)) === 'added') return fresh
  const again: Terms = { memberId, at: now, state: 'waiting', ...NO_OFFER, passed: [] }
  await waits.change({ _id, state: _.nin([...OPEN_WAITS]) }, again)
  return (await waits.get(_id)) ?? fresh
}

/** Leaves the list, and tells what was offered at that moment. */
export const leaveWaits = async (id: string): Promise<WaitDoc | null> => {
  const standing = await waits.get(id)
  if (!standing || standing.state === 'left') return null
  await waits.change({ _id: id, state: _.in([...OPEN_WAITS]) }, { state: 'left', ...NO_OFFER })
  return standing.state === 'offered' ? standing : null
}

/** Who waits for one of these topics, in order; without those who were offered this slot before. */
export const queueFor = (topics: readonly Topic[], slotId: string): Promise<WaitDoc[]> =>
  waits.list({
    where: { topic: _.in([...topics]), state: 'waiting', passed: _.neq(slotId) },
    order: [
      ['at', 'asc'],
      ['_id', 'asc'],
    ],
    limit: QUEUE,
  })

/** Who waits for one of these topics at this moment, in order, as far as one go can ask them. */
export const waitingFor = (topics: readonly Topic[]): Promise<WaitDoc[]> =>
  waits.list({
    where: { topic: _.in([...topics]), state: 'waiting' },
    order: [
      ['at', 'asc'],
      ['_id', 'asc'],
    ],
    limit: QUEUE,
  })

/** Notes an offer. Closes the race of two slots for one wait: the second offer finds it offered, and goes to the next. */
export const noteOffer = async (
  waitId: string,
  offer: { slotId: string; holdId: string; startsAt: Date; until: Date },
): Promise<boolean> => {
  if ((await waits.change({ _id: waitId, state: 'waiting' }, { ...offer, state: 'offered' })) === 1) return true
  const standing = await waits.get(waitId)
  return standing?.state === 'offered' && standing.holdId === offer.holdId
}

/** An offer was not taken: they wait on, for another slot. */
export const passOn = (holdId: string, slotId: string): Promise<number> =>
  waits.change(
    { holdId, state: 'offered' },
    { state: 'waiting', ...NO_OFFER, passed: _.push({ each: [slotId], slice: -MOST_PASSED }) },
  )

/** The offered slot was booked: the wait is over. */
export const endWait = (holdId: string): Promise<number> =>
  waits.change({ holdId, state: 'offered' }, { state: 'booked', ...NO_OFFER })

/** What is kept for these enterprises at this moment: one round trip. */
export const keptFor = (enterpriseIds: readonly string[], now: Date): Promise<WaitDoc[]> =>
  waits.list({
    where: { enterpriseId: _.in([...enterpriseIds]), state: 'offered', until: _.gt(now) },
    order: [['until', 'asc']],
    limit: 20,
  })

const SWEEP = 100

/** Offers whose time is up. */
export const lapsedOffers = (now: Date): Promise<WaitDoc[]> =>
  waits.list({ where: { state: 'offered', until: _.lte(now) }, order: [['until', 'asc']], limit: SWEEP })
