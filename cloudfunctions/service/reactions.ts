/** What `service` does when a fact arrives, its own or a neighbour's. Each may arrive twice. */
import { topicLabels } from '@/domain/service/labels'
import { isFree, offerUntil } from '@/domain/service/rules'
import { contactsOf } from '../enterprise/public'
import { handOver } from '../kernel/facts'
import { randomId } from '../kernel/secrets'
import { tell } from '../message/reactions'
import { reserve, slotInterval, takenThen, unreserve, type Interval } from './store/sheets'
import { letGo, offerSlot, serviceSlots, type FreedFact, type OfferedFact, type SlotDoc } from './store/slots'
import { specialists } from './store/specialists'
import { noteOffer, passOn, queueFor, waits, type WaitDoc } from './store/waits'

const enterpriseSheet = (enterpriseId: string) => ({ owner: 'enterprise', ownerId: enterpriseId }) as const

/** A slot was let go of: whoever had it has that time again, and the first of the waiting list is asked. */
export const followFreed = async ({ data }: FreedFact): Promise<void> => {
  const { slotId, former } = data
  if (former) {
    const { key } = slotInterval({ _id: slotId, startsAt: former.startsAt, endsAt: former.startsAt }, former.holdId)
    await unreserve(enterpriseSheet(former.enterpriseId), key, former.startsAt)
    if (former.offered) await passOn(former.holdId, slotId)
  }
  await offerNext(slotId, new Date())
}

/** Offers a free slot to the first who waits for it and can come. */
export const offerNext = async (slotId: string, now: Date): Promise<void> => {
  const slot = await serviceSlots.get(slotId)
  const until = slot && offerUntil(slot, now)
  if (!slot || !until || slot.withdrawnBy !== null || !isFree(slot, now)) return
  for (const wait of await ableToCome(slot)) {
    const holdId = randomId()
    const interval = slotInterval(slot, holdId)
    if (!(await reserve(enterpriseSheet(wait.enterpriseId), interval, now)).ok) continue
    await offerTo(slot, wait, { holdId, until, interval }, now)
    return
  }
}

/** Who waits for the slot, in order, without those who are elsewhere then or must not be advised by this person. */
const ableToCome = async (slot: SlotDoc): Promise<WaitDoc[]> => {
  const queue = await queueFor(slot.topics, slot._id)
  if (queue.length === 0) return []
  const times = { from: slot.startsAt, to: slot.endsAt }
  const [specialist, taken] = await Promise.all([
    specialists.get(slot.specialistId),
    takenThen(
      queue.map(({ enterpriseId }) => enterpriseSheet(enterpriseId)),
      times,
    ),
  ])
  return queue.filter(({ enterpriseId }) => !taken.has(enterpriseId) && !specialist?.conflicts.includes(enterpriseId))
}

const offerTo = async (
  slot: SlotDoc,
  { _id: waitId, memberId, enterpriseId }: WaitDoc,
  { holdId, until, interval }: { holdId: string; until: Date; interval: Interval },
  now: Date,
): Promise<void> => {
  const offered = await offerSlot(slot, { memberId, enterpriseId, holdId, until, waitId }, now)
  // Somebody took it meanwhile: they have it, and the time is given back.
  if (!offered) await unreserve(enterpriseSheet(enterpriseId), interval.key, interval.from)
  else await handOver(offered.fact as OfferedFact, [followOffered])
}

/** A slot is kept for who waits: the list notes it, and everyone who speaks for the enterprise is told. */
export const followOffered = async ({ id, at, data }: OfferedFact): Promise<void> => {
  const { slotId, holdId, waitId, until } = data
  const slot = await serviceSlots.get(slotId)
  if (slot?.state !== 'held' || slot.holdId !== holdId || !slot.enterpriseId) return
  const noted = await noteOffer(waitId, { slotId, holdId, startsAt: slot.startsAt, until })
  if (!noted) {
    // They left the list, or were offered another at the same moment: the next one is asked.
    const freed = await letGo(slot, 'released', new Date())
    if (freed) await handOver(freed.fact as FreedFact, [followFreed])
    return
  }
  const topic = (await waits.get(waitId))?.topic ?? slot.topics[0] ?? 'other'
  const contacts = (await contactsOf([slot.enterpriseId])).get(slot.enterpriseId) ?? []
  await tell(
    contacts.map(({ memberId }) => ({
      key: `${id}:${memberId}`,
      to: memberId,
      kind: 'slotOffered' as const,
      params: {
        topic: topicLabels[topic],
        at: slot.startsAt.getTime(),
        place: slot.placeName,
        until: until.getTime(),
      },
      about: { page: 'serviceDay' as const, id: slot.dayId },
      at,
    })),
  )
}
