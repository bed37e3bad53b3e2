/** The service team with its days around this moment: one behind, one at this hour, others to come. */
import { slotTimes, type Topic } from '@/domain/service/rules'
import { atWallClock, DAY, dayKey, HOUR, sayTime, weekdayOf } from '@/domain/time'
import type { AbsenceDoc } from '../../cloudfunctions/service/store/absences'
import type { ServiceDayDoc } from '../../cloudfunctions/service/store/days'
import type { DaySheetDoc } from '../../cloudfunctions/service/store/sheets'
import type { SlotDoc } from '../../cloudfunctions/service/store/slots'
import type { SpecialistDoc } from '../../cloudfunctions/service/store/specialists'
import type { TeamDoc } from '../../cloudfunctions/service/store/teams'
import type { WaitDoc } from '../../cloudfunctions/service/store/waits'
import {
  bookedBy,
  buildAbsence,
  buildDaySheet,
  buildServiceDay,
  buildServiceSlots,
  buildSpecialist,
  buildWait,
  sheetsFor,
} from './service-builders'

const two = (n: number) => String(n).padStart(2, '0')
const LEADER = 'm-leader-01'

const PEOPLE: [title: string, intro: string, topics: Topic[]][] = [
  ['税务志愿者', '熟悉高新技术企业优惠和研发费用加计扣除', ['tax', 'policy']],
  ['政策志愿者', '帮企业读懂省市惠企政策，算清能拿到的支持', ['policy', 'projectApplication']],
  ['企业工程师', '新材料工艺二十年，能到现场看设备', ['technology']],
  ['高校教授党员', '材料学博士，指导科技项目申报', ['technology', 'projectApplication']],
  ['党建指导员', '两新组织建支部、过组织生活的一线指导', ['partyWork', 'talent', 'labour']],
  ['金融志愿者', '科技贷款、知识产权质押和供应链融资', ['finance', 'logistics']],
]

const TEAM_NAME = '高新区链上服务队'

const specialists: SpecialistDoc[] = PEOPLE.map(([title, intro, topics], at) =>
  buildSpecialist(`m-specialist-${two(at + 1)}`, {
    name: `演示专员${two(at + 1)}`,
    title,
    intro,
    topics,
    // The engineer works for an enterprise of the zone: its questions go to somebody else.
    conflicts: at === 2 ? ['enterprise-04'] : [],
  }),
)

const somewhere = (name: string) => ({ name, address: '清远高新区天安智谷科技产业园', latitude: null, longitude: null })

/** A wall clock so many hours from now, kept within today. */
const clockAt = (now: Date, hours: number): string => {
  const today = dayKey(now)
  const at = now.getTime() + hours * HOUR
  if (dayKey(at) < today) return '00:00'
  return dayKey(at) > today ? '23:59' : `${sayTime(at).padStart(5, '0').slice(0, 2)}:00`
}

/** The first Saturday that is at least two days away. */
const nextSaturday = (now: Date): number => {
  let at = now.getTime() + 2 * DAY
  while (weekdayOf(dayKey(at)) !== 6) at += DAY
  return at
}

const daysAround = (now: Date): ServiceDayDoc[] => {
  const on = (days: number) => dayKey(now.getTime() + days * DAY)
  const saturday = nextSaturday(now)
  const whole = { from: '09:00', to: '16:30', breaks: [{ from: '12:00', to: '13:30' }], slotMinutes: 30 }
  const by = { createdBy: LEADER, place: somewhere('党群服务中心多功能服务室') }
  const [first, , , ...last] = specialists
  return [
    buildServiceDay('service-day-past', on(-7), specialists.slice(0, 4), { ...by, title: '税务与政策专场' }),
    buildServiceDay('service-day-today', on(0), specialists.slice(0, 3), {
      ...by,
      title: '天安智谷现场服务日',
      from: clockAt(now, -1),
      to: clockAt(now, 3),
      place: somewhere('天安智谷一楼大厅'),
    }),
    buildServiceDay('service-day-next', dayKey(saturday), specialists, {
      ...by,
      ...whole,
      title: '链上服务日·新材料',
      notes: '请带营业执照复印件和需要讨论的材料；停车从东门进。',
    }),
    buildServiceDay('service-day-later', dayKey(saturday + 14 * DAY), last, {
      ...by,
      title: '党建与融资专场',
      from: '14:00',
      to: '17:00',
    }),
    buildServiceDay('service-day-draft', dayKey(saturday + 21 * DAY), first ? [first] : [], {
      ...by,
      ...whole,
      title: '年末政策专场',
      state: 'draft',
      rev: 1,
    }),
    buildServiceDay('service-day-cancelled', on(4), specialists.slice(1, 3), {
      ...by,
      title: '园区走访服务日',
      state: 'cancelled',
      cancelReason: '场地临时检修，改约下一个服务日',
      rev: 3,
    }),
  ]
}

const ENTERPRISES = 19
/** Which slots of a table are booked, by day: enough for every list to show something, and something left to book. */
const BOOKED: Record<string, readonly number[]> = {
  'service-day-past': [0, 1, 2, 4],
  'service-day-today': [0, 1, 2, 3, 5],
  'service-day-next': [0, 3, 4, 8],
  'service-day-later': [1],
}

/** Who has a slot: at one time each table has another enterprise, so that none is at two places at once. */
const enterpriseAt = (table: number, at: number): number => ((table * 3 + at) % ENTERPRISES) + 1

const slotsOf = (day: ServiceDayDoc, nameOf: (enterpriseId: string) => string): SlotDoc[] => {
  if (day.state === 'draft') return []
  const perTable = slotTimes(day).length
  return buildServiceSlots(day).map((slot, index) => {
    if (day.state === 'cancelled') return { ...slot, state: 'withdrawn' as const, withdrawnBy: 'cancelled' }
    const [table, at] = [Math.floor(index / perTable), index % perTable]
    if (!BOOKED[day._id]?.includes(at)) return slot
    const n = enterpriseAt(table, at)
    const enterpriseId = `enterprise-${two(n)}`
    const memberId = n === 1 ? 'm-contact-01' : n === 2 ? 'm-contact-03' : ''
    const consultationId = `consultation-${day._id.replace('service-day-', '')}-${table + 1}-${at + 1}`
    return { ...slot, ...bookedBy(enterpriseId, consultationId, memberId), enterpriseName: nameOf(enterpriseId) }
  })
}

export interface ServiceSeed {
  teams: TeamDoc[]
  specialists: SpecialistDoc[]
  absences: AbsenceDoc[]
  serviceDays: ServiceDayDoc[]
  serviceSlots: SlotDoc[]
  daySheets: DaySheetDoc[]
  waits: WaitDoc[]
}

/**
 * All that this context keeps in the demo. Every slot that is `booked` names the consultation that it is to have.
 *
 * @param nameOf an enterprise's name by its id
 */
export const serviceAround = (now: Date, nameOf: (enterpriseId: string) => string): ServiceSeed => {
  const serviceDays = daysAround(now).map((day) => ({ ...day, teamName: TEAM_NAME }))
  const serviceSlots = serviceDays.flatMap((day) => slotsOf(day, nameOf))
  const sunday = atWallClock(dayKey(nextSaturday(now) + DAY), '09:00')
  const absence = buildAbsence('absence-demo-01', 'm-specialist-03', sunday, {
    to: new Date(sunday.getTime() + 9 * HOUR),
    note: '外出授课',
  })
  const away = {
    key: `absence~${absence._id}`,
    group: `absence~${absence._id}`,
    from: absence.from,
    to: absence.to,
  }
  return {
    teams: [{ _id: 'team-01', name: TEAM_NAME, facts: [] }],
    specialists,
    absences: [absence],
    serviceDays,
    serviceSlots,
    daySheets: [
      ...sheetsFor(serviceDays, serviceSlots),
      buildDaySheet('specialist', absence.specialistId, [away], absence.from),
    ],
    waits: [
      buildWait('enterprise-02', 'finance', new Date(now.getTime() - 5 * HOUR), { memberId: 'm-contact-03' }),
      buildWait('enterprise-01', 'talent', new Date(now.getTime() - DAY), { memberId: 'm-contact-01' }),
    ],
  }
}
