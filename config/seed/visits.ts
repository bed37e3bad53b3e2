/** The centre as its editor describes it, and visits around the day on which the demo is made. */
import { slotsOn, type SlotTimes } from '@/domain/centre/rules'
import { DAY, dayKey, HOUR, MINUTE, sayDate } from '@/domain/time'
import type { CentreDoc } from '../../cloudfunctions/centre/store/centres'
import type { SlotDoc } from '../../cloudfunctions/centre/store/slots'
import type { VisitDoc } from '../../cloudfunctions/centre/store/visits'
import { buildCentre, buildVisit, buildVisitSlot, countedIn } from './centre-builders'

const EDITOR = 'm-editor-01'
const WEEKDAY = { opens: '09:00', closes: '21:00' }

/** Open every day, on weekdays into the evening, so that whoever tries the demo by day finds the door open. */
export const centreAround = (now: Date): CentreDoc => {
  const day = (days: number) => dayKey(now.getTime() + days * DAY)
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  return buildCentre({
    intro:
      '党群服务中心在天安智谷科技产业园里，2021 年 11 月启用，面积 1,039 平方米，设三区三室一吧一廊。' +
      '党员、职工和企业都可以来：看展览、上党课、办事咨询、读书听书。',
    address: '广东省清远高新区天安智谷科技产业园',
    latitude: 23.6,
    longitude: 113.06,
    directions: '进园区后跟着“党群服务中心”的指示牌走，红色屋檐的就是。开车请停在划好的车位，不要占用消防通道。',
    phone: '19900001000',
    week: [
      { opens: '09:00', closes: '17:00' },
      ...Array.from({ length: 5 }, () => WEEKDAY),
      { opens: '09:00', closes: '18:00' },
    ],
    closures: [{ from: day(9), to: day(9), reason: '消防设施年度检测' }],
    notices: [
      {
        title: '消防设施检测，闭馆一天',
        text: `${sayDate(now.getTime() + 9 * DAY)}，消防设施年度检测，全天不开放。已经预约这一天的，请改约其他日子。`,
        at: ago(1),
      },
      {
        title: 'VR 体验请先看注意事项',
        text: '有癫痫病史、怀孕、当天发烧或喝了酒的，请不要戴头显。不戴头显也可以在手机上看全景。',
        at: ago(6),
      },
      { title: '团体参观可以约讲解', text: '五人以上建议提前两天预约，预约时选“需要讲解”。', at: ago(25) },
    ],
    visiting: { slotMinutes: 60, capacity: 40, guides: 2, daysAhead: 14, closesBefore: 30 },
    rev: 1,
    history: [{ at: ago(6), by: EDITOR, what: 'changed', digest: '' }],
  })
}

interface Party extends Partial<Pick<VisitDoc, 'size' | 'guide' | 'groupName' | 'state'>> {
  member: string
  /** Minutes after the slot's start at which they came; none for who has not come. */
  came?: number
  by?: Partial<Pick<VisitDoc, 'arrivedBy' | 'reason' | 'recordedBy'>>
}
interface Booked {
  slot: SlotTimes
  parties: Party[]
  closedReason?: string
}

const visitOf = (slot: SlotTimes, { member, came, by, ...party }: Party, now: Date): VisitDoc => {
  const bookedAt = new Date(Math.min(slot.startsAt.getTime(), now.getTime()) - 26 * HOUR)
  return buildVisit({ ...slot, _id: slot.id }, member, {
    ...party,
    bookedAt,
    history: [{ at: bookedAt, by: member, what: 'booked' }],
    ...(came === undefined
      ? {}
      : { arrivedAt: new Date(slot.startsAt.getTime() + came * MINUTE), arrivedBy: 'scan', ...by }),
  })
}

const GROUP = { size: 18, guide: true, groupName: '演示企业参观团' }

/** Today: who came earlier, who is expected in this hour and the next ones. */
const today = (slots: SlotTimes[], now: Date): Booked[] => {
  const at = slots.findIndex(({ endsAt }) => endsAt > now)
  const running = slots[at]
  const earlier = at < 0 ? slots.at(-2) : slots[at - 1]
  const later = at < 0 ? undefined : slots[at + 1]
  const here = running !== undefined && running.startsAt <= now
  return [
    ...(earlier ? [{ slot: earlier, parties: earlierParties }] : []),
    ...(running
      ? [
          {
            slot: running,
            parties: [
              { member: 'm-member-01', size: 2 },
              { member: 'm-member-02', ...(here ? { came: -5 } : {}) },
              { member: 'm-secretary-01', ...GROUP, groupName: '演示支部参观' },
              { member: 'm-member-11', size: 3, state: 'cancelled' as const },
            ],
          },
        ]
      : []),
    ...(later ? [{ slot: later, parties: [{ member: 'm-member-08', size: 4, guide: true }] }] : []),
  ]
}

const earlierParties: Party[] = [
  { member: 'm-member-03', size: 2, came: -4 },
  { member: 'm-member-04', came: 3, by: { arrivedBy: 'digits' } },
  {
    member: 'm-member-05',
    ...GROUP,
    came: 12,
    by: { arrivedBy: 'manual', reason: '带队人手机没电，现场核对人数', recordedBy: EDITOR },
  },
  { member: 'm-member-06', size: 2 },
]

/** The days around: one slot full, one closed after somebody had booked, what member 01 has ahead and behind. */
const around = (slotAt: (days: number, index: number) => SlotTimes | undefined): Booked[] => {
  const plan: [days: number, index: number, parties: Party[], closedReason?: string][] = [
    [1, 1, [{ member: 'm-member-02', size: 30, guide: true, groupName: '演示商会参观团' }, { member: 'm-member-07', size: 10, guide: true }]],
    [1, 3, [{ member: 'm-member-01', size: 2, state: 'cancelled' }, { member: 'm-member-09', size: 6 }]],
    [2, 4, [{ member: 'm-member-10', size: 5 }], '当天有集体活动，这一场暂停预约'],
    [3, 2, [{ member: 'm-member-01', ...GROUP }]],
    [5, 1, [{ member: 'm-secretary-02', size: 12, guide: true, groupName: '演示第二支部' }]],
    [-3, 2, [{ member: 'm-member-02', came: 1 }, { member: 'm-member-12', size: 8, came: 6 }]],
    [-21, 1, [{ member: 'm-member-01', size: 3, came: -2 }, { member: 'm-member-06', size: 2, came: 15 }]],
  ] // prettier-ignore
  return plan.flatMap(([days, index, parties, closedReason]) => {
    const slot = slotAt(days, index)
    return slot ? [{ slot, parties, closedReason }] : []
  })
}

/** Slots that somebody booked or closed, with their visits. */
export const visitsAround = (centre: CentreDoc, now: Date): { slots: SlotDoc[]; visits: VisitDoc[] } => {
  const on = (days: number) => slotsOn(centre, centre.visiting, dayKey(now.getTime() + days * DAY))
  const booked = [...today(on(0), now), ...around((days, index) => on(days)[index])]
  const { capacity, guides } = centre.visiting
  const filled = booked.map(({ slot, parties, closedReason = '' }) => {
    const visits = parties.map((party) => visitOf(slot, party, now))
    const closed = closedReason ? { closedReason, rev: 1, history: [{ at: now, by: EDITOR, what: 'closed' }] } : {}
    return { slot: buildVisitSlot(slot.startsAt, { capacity, guides, ...countedIn(visits), ...closed }), visits }
  })
  return { slots: filled.map(({ slot }) => slot), visits: filled.flatMap(({ visits }) => visits) }
}
