/** The demo's events: every state, around the moment at which the demo is made. */
import { DAY, HOUR, MINUTE, atWallClock, dayKey, sayTime } from '@/domain/time'
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import { buildEvent, buildRegistration } from './builders'
import { branches, homeBranch, partnerBranch } from './people'

export interface Happening {
  event: EventDoc
  registrations: RegistrationDoc[]
}

const PARK = { name: '天安智谷科技产业园', address: '清远高新区', latitude: 23.6, longitude: 113.06 }
const CENTRE = { ...PARK, name: '党群服务中心多功能服务室' }
const HALL = { ...PARK, name: '党群服务中心多屏互动电教室' }
const LIBRARY = { ...PARK, name: '党群服务中心智慧党建书吧' }

/** Roadshow contest: the seven categories of the zone's 党建项目路演. */
const ROADSHOW = [
  '构建和谐劳动关系',
  '基层党组织战斗堡垒建设',
  '促进企业文化建设',
  '促进企业文明建设',
  '为职工群众办实事解难题',
  '推动产业高质量发展',
  '引领科技创新发展',
]

const named = ({ _id, name }: { _id: string; name: string }) => ({ id: _id, name })
const joint = [named(homeBranch), named(partnerBranch)]

/** Fills an event with people: the first of them have come already, those above the capacity wait. */
const fill = (event: EventDoc, people: string[], came: number, cancelled: string[] = []): Happening => {
  const capacity = event.capacity ?? people.length
  const start = event.startsAt.getTime()
  const registrations = people.map((memberId, at) => {
    const attendedAt = at < came ? new Date(start - 12 * MINUTE + at * 40_000) : null
    return buildRegistration(event, memberId, {
      state: at < capacity ? 'registered' : 'waitlisted',
      signedUpAt: new Date(event.signUp.opensAt.getTime() + (at + 1) * 7 * MINUTE),
      attendedAt,
      attendedBy: attendedAt ? (at % 9 === 8 ? 'digits' : 'scan') : null,
    })
  })
  const gone = cancelled.map((memberId) => buildRegistration(event, memberId, { state: 'cancelled' }))
  const taken = Math.min(capacity, people.length)
  return { event: { ...event, taken, queueing: people.length > capacity }, registrations: [...registrations, ...gone] }
}

/** Demo people who signed up for the event that runs now, and stand before its door. */
const signedUp = ['m-member-05', 'm-member-06', 'm-member-07', 'm-member-08']

/** The half hour before this moment, as organisers set their clocks. */
const halfHour = (now: Date): number => Math.floor(now.getTime() / (30 * MINUTE)) * 30 * MINUTE

/** Times around the moment at which the demo is made, and the people who fill its events. */
const scene = (now: Date, people: string[]) => {
  const base = halfHour(now)
  const day = (days: number, time: string) => atWallClock(dayKey(now.getTime() + days * DAY), time)
  return {
    day,
    at: (ms: number) => new Date(base + ms),
    /** Sign-up until the start that has stood open for some days, as it must where people have signed up. */
    opened: (closesAt: Date) => ({ opensAt: day(-4, '09:00'), closesAt }),
    upTo: (n: number, from = 0) => people.slice(from, from + n),
  }
}
type Scene = ReturnType<typeof scene>

/** Running now, or beginning within the hour. */
const today = ({ at, upTo }: Scene): Happening[] => [
  fill(
    buildEvent('HLT0001', homeBranch, at(0), {
      title: '共建主题党日：走进天安智谷',
      summary:
        '两个支部一起参观党建成果展示区，重温入党誓词，交流车间班组党员先锋岗的做法。\n\n请提前 10 分钟到场，在门口扫屏幕上的码签到。',
      place: CENTRE,
      hosts: joint,
      capacity: 80,
      agenda: [
        { at: sayTime(at(0)), title: '签到入场' },
        { at: sayTime(at(10 * MINUTE)), title: '参观党建成果展示区与党史长廊' },
        { at: sayTime(at(50 * MINUTE)), title: '重温入党誓词' },
        { at: sayTime(at(70 * MINUTE)), title: '“一支部、一特色、一品牌”交流' },
      ],
    }),
    ['m-member-01', 'm-member-13', ...upTo(46, 4), ...signedUp],
    23,
    ['m-member-11'],
  ),
  fill(
    buildEvent('HLT0002', homeBranch, at(50 * MINUTE), {
      title: '青年党员读书会',
      kind: 'meeting',
      place: LIBRARY,
      capacity: 30,
    }),
    upTo(12, 60),
    2,
  ),
  fill(
    buildEvent('HLT0003', partnerBranch, at(40 * MINUTE), {
      title: '安全生产专题讲座（仅限报名人员）',
      kind: 'lecture',
      place: HALL,
      capacity: 40,
      walkIns: false,
    }),
    upTo(35, 80),
    3,
  ),
]

/** The next days: full, open, for members, for the hosts alone. */
const comingDays = ({ day, opened, upTo }: Scene): Happening[] => [
  fill(
    buildEvent('HLT0004', branches[1] ?? homeBranch, day(1, '09:00'), {
      title: '劳动关系协调员培训班',
      kind: 'training',
      summary: '面向园区企业人事与工会干部。全区已培训劳动关系协调员 215 名。',
      place: HALL,
      capacity: 20,
    }),
    ['m-member-02', ...upTo(24, 120)],
    0,
  ),
  fill(
    buildEvent('HLT0005', branches[0] ?? homeBranch, day(3, '14:30'), {
      title: '党建项目路演',
      signUp: opened(day(3, '14:30')),
      kind: 'contest',
      summary: '七个类别，现场展示支部项目，观众可旁听。',
      place: CENTRE,
      capacity: 120,
      agenda: ROADSHOW.map((title, index) => ({
        at: `${14 + Math.floor((30 + index * 20) / 60)}:${String((30 + index * 20) % 60).padStart(2, '0')}`,
        title,
      })),
    }),
    ['m-member-01', ...upTo(64, 150)],
    0,
  ),
  fill(
    buildEvent('HLT0006', homeBranch, day(5, '15:00'), {
      title: '支部党员大会',
      signUp: opened(day(5, '15:00')),
      kind: 'meeting',
      audience: 'hosts',
      place: CENTRE,
      capacity: null,
    }),
    upTo(6),
    0,
  ),
  fill(
    buildEvent('HLT0007', partnerBranch, day(6, '19:30'), {
      title: '新材料产业链技术沙龙',
      signUp: opened(day(6, '19:30')),
      kind: 'lecture',
      audience: 'members',
      place: HALL,
      capacity: 50,
    }),
    upTo(18, 220),
    0,
  ),
]

/** Not open yet, closed, cancelled, a draft, moved. */
const unusual = ({ at, day, opened, upTo }: Scene): Happening[] => [
  fill(
    buildEvent('HLT0008', homeBranch, day(20, '09:30'), {
      title: '冬季党史学习教育主题党日',
      place: CENTRE,
      signUp: { opensAt: day(10, '09:00'), closesAt: day(20, '09:30') },
    }),
    [],
    0,
  ),
  fill(
    buildEvent('HLT0009', branches[3] ?? homeBranch, day(2, '10:00'), {
      title: '生物医药产业链联席会（旁听）',
      kind: 'meeting',
      place: HALL,
      capacity: 25,
      waitlist: false,
      signUp: { opensAt: day(-8, '09:00'), closesAt: day(0, '00:00') },
    }),
    upTo(19, 250),
    0,
  ),
  fill(
    buildEvent('HLT0010', homeBranch, day(2, '16:00'), {
      title: '园区义诊与健康讲座',
      signUp: opened(day(2, '16:00')),
      kind: 'lecture',
      place: CENTRE,
      state: 'cancelled',
      cancelReason: '讲师行程有变，改期另行通知',
    }),
    ['m-member-01', ...upTo(15, 280)],
    0,
  ),
  fill(
    buildEvent('HLT0011', homeBranch, day(12, '14:30'), {
      title: '十二月主题党日（筹备中）',
      place: CENTRE,
      state: 'draft',
      rev: 0,
    }),
    [],
    0,
  ),
  fill(
    buildEvent('HLT0012', homeBranch, day(8, '14:00'), {
      title: '志愿服务进车间',
      signUp: opened(day(8, '14:00')),
      place: { ...PARK, name: '园区 A 区车间' },
      movedAt: at(-26 * HOUR),
      capacity: 25,
    }),
    ['m-member-01', 'm-member-03', ...upTo(21, 300)],
    0,
  ),
]

const MONTHS_BACK = 12
const PAST_TITLES = [
  '学习贯彻全会精神主题党日',
  '“两优一先”表彰暨七一活动',
  '技术攻关建议征集会',
  '“我为群众办实事”主题党日',
  '党课：从党史中汲取力量',
  '消防应急演练',
]
const PAST_KINDS = ['themeDay', 'ceremony', 'meeting', 'themeDay', 'lecture', 'training'] as const

/** Three events a month over the last year, with those who came. */
const past = (now: Date, people: string[]): Happening[] =>
  Array.from({ length: MONTHS_BACK * 3 }, (_, at) => {
    const startsAt = atWallClock(dayKey(now.getTime() - (4 + at * 10) * DAY), at % 2 === 0 ? '14:30' : '09:00')
    const branch = at % 3 === 0 ? homeBranch : (branches[(at * 5) % branches.length] ?? homeBranch)
    const index = at % PAST_TITLES.length
    const event = buildEvent(`HLTP${String(at + 1).padStart(3, '0')}`, branch, startsAt, {
      title: PAST_TITLES[index] ?? '主题党日',
      kind: PAST_KINDS[index] ?? 'themeDay',
      place: CENTRE,
    })
    const guests = people.slice((at * 11) % 300, ((at * 11) % 300) + 18 + (at % 9))
    return fill(event, at % 3 === 0 ? ['m-member-01', ...guests] : guests, 15 + (at % 9))
  })

/** Every event of the demo with its registrations. `people` are ids of members who may have taken part. */
export const happenings = (now: Date, people: string[]): Happening[] => {
  const here = scene(now, people)
  return [...today(here), ...comingDays(here), ...unusual(here), ...past(now, people)]
}
