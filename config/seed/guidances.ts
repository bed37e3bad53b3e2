/** One-to-one guidance of the demo: one under way, one that has just begun, one that waits for the enterprise's word, one that is over. */
import { atWallClock, DAY, dayKey, weekdayOf } from '@/domain/time'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import type { LineDoc } from '../../cloudfunctions/consultation/store/lines'
import type { GuidanceDoc, MatchDoc, SlotDoc, StageLine } from '../../cloudfunctions/guidance/store/guidances'
import { meetingKey } from '../../cloudfunctions/guidance/store/facts'
import { meetingInterval, type DaySheetDoc } from '../../cloudfunctions/service/store/sheets'
import { buildConsultation, buildLine } from './consultation-builders'
import { buildGuidance, buildItem, buildMeeting, buildVersion } from './guidance-builders'
import { ago } from './past'
import { buildDaySheet } from './service-builders'

export interface GuidanceSeed {
  consultations: ConsultationDoc[]
  lines: LineDoc[]
  guidances: GuidanceDoc[]
  daySheets: DaySheetDoc[]
}
interface Around {
  now: Date
  nameOf: (enterpriseId: string) => string
  /** A paper that can be opened. */
  paper: { fileId: string; size: number }
}

const on = (now: Date, days: number): string => dayKey(now.getTime() + days * DAY)
/** A working day so many days ahead, or the Monday after. */
const workday = (now: Date, days: number): string => {
  const day = on(now, days)
  return weekdayOf(day) === 6 ? on(now, days + 2) : weekdayOf(day) === 0 ? on(now, days + 1) : day
}

const GUIDE = {
  ownerId: 'm-specialist-04',
  owner: { name: '演示专员04', title: '高校教授党员' },
}
const guide = { by: 'm-specialist-04', byName: '演示专员04' }
const contact = { contactId: 'm-contact-01', contactName: '演示联络人01' }
const asker = { by: 'm-contact-01', byName: '演示联络人01' }
const meetingOf = { specialistId: 'm-specialist-04', specialistName: '演示专员04' }

const opened = (id: string, bookedAt: Date, nameOf: Around['nameOf'], overrides: Partial<ConsultationDoc> = {}) => {
  const { enterpriseId = 'enterprise-01' } = overrides
  const enterprise = { enterpriseId, enterpriseName: nameOf(enterpriseId) }
  const base = { mode: 'oneToOne', state: 'open', topic: 'projectApplication', ...GUIDE, ...contact } as const
  return buildConsultation(id, bookedAt, { ...base, ...enterprise, ...overrides })
}

/** Chosen by the matching: who knows the topic, and what speaks for them besides. */
const matched = (besides: MatchDoc['reasons'][number]): MatchDoc => ({
  ...{ personId: GUIDE.ownerId, by: 'matching', words: '' },
  reasons: [{ kind: 'knowsTopic', at: null, count: null }, besides],
})

const stages = (now: Date, ...moves: [days: number, from: StageLine['from'], to: StageLine['to'], reason?: string][]) =>
  moves.map(([days, from, to, reason = '']) => ({ at: ago(now, days), ...guide, from, to, reason }))

/** The application in three versions, and a paper beside it. */
const papers = ({ now, paper }: Around): SlotDoc[] => {
  const version = (nth: number, days: number, side: 'enterprise' | 'team', note: string) =>
    buildVersion(`version-demo-${nth}`, `申报书第${nth}稿.png`, ago(now, days), {
      ...{ ...paper, side, note },
      ...(side === 'team' ? guide : asker),
    })
  return [
    {
      id: 'slot-demo-01',
      title: '申报书',
      versions: [
        version(1, 14, 'enterprise', ''),
        version(2, 9, 'team', '批注了技术路线和预算'),
        version(3, 4, 'enterprise', '按批注改过'),
      ],
    },
    {
      id: 'slot-demo-02',
      title: '知识产权清单',
      versions: [buildVersion('version-demo-9', '知识产权清单.png', ago(now, 12), { ...paper, ...asker })],
    },
  ]
}

/** In the middle of it: the draft is being reviewed, something of either side is open, a meeting is planned. */
const underWay = (around: Around): [ConsultationDoc, GuidanceDoc] => {
  const { now, nameOf } = around
  const doc = opened('guidance-demo-01', ago(now, 32), nameOf, {
    question: '想申报省重点领域研发计划，请帮忙看条件、理材料、改申报书',
    nextStep: '企业：近三年研发费用专项审计报告',
    waitingSince: ago(now, 3),
    stepWaits: true,
    dueAt: atWallClock(workday(now, 2), '17:30'),
    firstAnswerAt: ago(now, 30),
  })
  const done = (days: number, who: { by: string; byName: string }) => ({
    ...{ doneAt: ago(now, days), doneBy: who.by, doneByName: who.byName },
  })
  return [
    doc,
    buildGuidance(doc, now, {
      project: { name: '有机硅新材料中试及产业化', programme: 'keyResearch' },
      match: matched({ kind: 'metBefore', at: ago(now, 60).getTime(), count: null }),
      looks: [
        { at: ago(now, 8), by: 'm-staff-01', byName: '演示党委工作人员01', reason: '协助队员办理', key: 'seeded' },
      ],
      stage: 'draft',
      stageHistory: stages(now, [28, 'diagnosis', 'materials'], [10, 'materials', 'draft']),
      items: [
        buildItem('item-demo-01', '知识产权清单和证书', 'enterprise', on(now, -12), done(12, asker)),
        buildItem('item-demo-02', '申报书模板和填写说明', 'specialist', on(now, -20), done(22, guide)),
        buildItem('item-demo-03', '近三年研发费用专项审计报告', 'enterprise', workday(now, 2)),
        buildItem('item-demo-04', '第三稿的审阅意见', 'specialist', workday(now, 3)),
        buildItem('item-demo-05', '合作高校的盖章承诺书', 'enterprise', workday(now, 9)),
      ],
      files: papers(around),
      meetings: [
        buildMeeting('meeting-demo-01', atWallClock(workday(now, -30), '10:00'), {
          ...meetingOf,
          state: 'held',
          note: '符合“新材料”专题的申报条件，研发投入占比达标；缺第三方检测报告，月底前补上。',
        }),
        buildMeeting('meeting-demo-02', atWallClock(workday(now, -11), '14:30'), {
          ...meetingOf,
          state: 'held',
          note: '逐条核对了材料清单，预算按设备、材料、测试三类重排。',
        }),
        buildMeeting('meeting-demo-03', atWallClock(workday(now, 5), '14:30'), meetingOf),
      ],
    }),
  ]
}

const begun = ({ now, nameOf }: Around): [ConsultationDoc, GuidanceDoc] => {
  const doc = opened('guidance-demo-02', ago(now, 1), nameOf, {
    ...{ enterpriseId: 'enterprise-02', contactId: 'm-contact-03', contactName: '演示联络人03' },
    question: '准备申报高新技术企业认定，想先看看条件够不够',
    nextStep: '推进“诊断”',
    dueAt: atWallClock(workday(now, 4), '17:30'),
  })
  const project = { name: '高新技术企业认定', programme: 'highTechEnterprise' as const }
  return [doc, buildGuidance(doc, now, { project, match: matched({ kind: 'lightLoad', at: null, count: 1 }) })]
}

const answered = ({ now, nameOf }: Around): [ConsultationDoc, GuidanceDoc] => {
  const doc = opened('guidance-demo-03', ago(now, 150), nameOf, {
    question: '申报市级工程技术研究中心',
    ...{ state: 'answered', outcome: 'answered', waitingSince: ago(now, 1), firstAnswerAt: ago(now, 140) },
  })
  const result = {
    ...{ state: 'approved' as const, amount: 500_000_00, decidedOn: on(now, -2), key: 'seeded' },
    words: '列入本年度市级工程技术研究中心认定名单',
  }
  return [
    doc,
    buildGuidance(doc, now, {
      project: { name: '市级工程技术研究中心认定', programme: 'technologyCentre' },
      stage: 'result',
      stageHistory: stages(
        now,
        [140, 'diagnosis', 'materials'],
        [120, 'materials', 'draft'],
        [90, 'draft', 'submission'],
        [1, 'submission', 'result'],
      ),
      result,
    }),
  ]
}

const over = ({ now, nameOf }: Around): [ConsultationDoc, GuidanceDoc] => {
  const doc = opened('guidance-demo-04', ago(now, 200), nameOf, {
    question: '科技成果转化项目',
    ...{
      state: 'closed',
      outcome: 'answered',
      verdict: 'solved',
      firstAnswerAt: ago(now, 190),
      closedAt: ago(now, 40),
    },
    ...{ over: true, turn: 'nobody', nextAt: ago(now, 40) },
  })
  const result = {
    ...{ state: 'rejected' as const, amount: null, decidedOn: on(now, -45), key: 'seeded' },
    words: '差在产业化指标，明年补足后再报，已留下改进清单',
  }
  return [
    doc,
    buildGuidance(doc, now, {
      project: { name: '废硅料回收成果转化', programme: 'achievement' },
      stage: 'result',
      stageHistory: stages(now, [180, 'diagnosis', 'materials'], [45, 'submission', 'result']),
      result,
    }),
  ]
}

/** The time of both sides that the planned meetings take. */
const sheetsOf = (all: readonly [ConsultationDoc, GuidanceDoc][]): DaySheetDoc[] =>
  all.flatMap(([{ _id, enterpriseId }, { meetings }]) =>
    meetings
      .filter(({ state }) => state === 'planned')
      .flatMap((meeting) => {
        const interval = meetingInterval(meetingKey(_id, meeting), { from: meeting.startsAt, to: meeting.endsAt })
        return [
          buildDaySheet('enterprise', enterpriseId, [interval], meeting.startsAt),
          buildDaySheet('specialist', meeting.specialistId, [interval], meeting.startsAt),
        ]
      }),
  )

/** Sheets of one owner and day are one. */
export const mergedSheets = (...all: readonly DaySheetDoc[]): DaySheetDoc[] => {
  const sheets = new Map<string, DaySheetDoc>()
  for (const sheet of all) {
    const known = sheets.get(sheet._id)
    sheets.set(sheet._id, known ? { ...known, intervals: [...known.intervals, ...sheet.intervals] } : sheet)
  }
  return [...sheets.values()]
}

export const guidancesAround = (around: Around): GuidanceSeed => {
  const all = [underWay(around), begun(around), answered(around), over(around)]
  const answers = all.flatMap(([doc, { result }]) =>
    result
      ? [
          buildLine(doc, 1, {
            at: doc.waitingSince ?? doc.closedAt ?? around.now,
            kind: 'outcome',
            side: 'team',
            text: result.words,
          }),
        ]
      : [],
  )
  return {
    consultations: all.map(([doc]) => ({
      ...doc,
      said: answers.filter((line) => line.consultationId === doc._id).length,
    })),
    lines: answers,
    guidances: all.map(([, guidance]) => guidance),
    daySheets: sheetsOf(all),
  }
}
