/** The zone's enterprises as public reports name them, the demo's people who speak for them, and visits to them. */
import type { Industry, MeetingWay } from '@/domain/enterprise/rules'
import { DAY, dayKey } from '@/domain/time'
import type { ContactDoc } from '../../cloudfunctions/enterprise/store/contacts'
import type { EnterpriseDoc } from '../../cloudfunctions/enterprise/store/enterprises'
import type { OutreachDoc } from '../../cloudfunctions/enterprise/store/outreach'
import { buildContact, buildEnterprise, buildOutreach } from './enterprise-builders'

/** Days since it was met last and how; null: never. The first is the one that most of the demo is about. */
type Line = [name: string, industry: Industry, met: [days: number, how: MeetingWay] | null]
const LINES: readonly Line[] = [
  ['新安天玉有机硅', 'newMaterials', [12, 'serviceDay']],
  ['蒙牛乳业（清远）', 'other', [35, 'serviceDay']],
  ['豪美新材', 'newMaterials', [8, 'guidance']],
  ['齐力合成革', 'newMaterials', null],
  ['佳的美', 'electronics', [128, 'outreach']],
  ['天安智谷', 'other', [20, 'outreach']],
  ['世腾包装', 'newMaterials', [97, 'serviceDay']],
  ['聚石化学', 'newMaterials', [51, 'serviceDay']],
  ['容大生物', 'biomedicine', [15, 'guidance']],
  ['金禄电子', 'electronics', [64, 'outreach']],
  ['先导微电子', 'electronics', [5, 'outreach']],
  ['亿源通', 'electronics', null],
  ['华澜浩宇', 'equipment', [210, 'outreach']],
  ['富盈电子', 'electronics', [43, 'serviceDay']],
  ['互动电子', 'electronics', [93, 'serviceDay']],
  ['赛肯户外', 'equipment', null],
  ['顺博铝合金', 'newMaterials', [29, 'serviceDay']],
  ['华饮供应链', 'other', [155, 'outreach']],
  ['广汇国际钟表产业城', 'equipment', [77, 'outreach']],
]

/** Who speaks, and who asks to, by the numbers of the enterprises. */
const CONFIRMED: Record<number, number> = { 1: 2, 2: 1 }
const WAITING: Record<number, number> = { 1: 1, 12: 1 }

export const enterprisesAround = (now: Date): EnterpriseDoc[] =>
  LINES.map(([name, industry, met], at) => {
    const n = at + 1
    const lastMetAt = met && new Date(now.getTime() - met[0] * DAY)
    return buildEnterprise(n, {
      name,
      industry,
      address: `清远高新区演示路${n * 2}号`,
      verifiedBy: 'm-staff-01',
      lastMetAt,
      lastMetHow: met && met[1],
      confirmed: CONFIRMED[n] ?? 0,
      waiting: WAITING[n] ?? 0,
    })
  })

export const contactsAround = (now: Date): ContactDoc[] => {
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const contact = (n: number, who: string, name: string, overrides: Partial<ContactDoc> = {}) =>
    buildContact(`enterprise-${String(n).padStart(2, '0')}`, who, { name, ...overrides })
  return [
    contact(1, 'm-contact-01', '演示联络人01', { position: '综合部经理', since: ago(200) }),
    contact(1, 'm-contact-02', '演示联络人02', { position: '财务主管', since: ago(60) }),
    contact(2, 'm-contact-03', '演示联络人03', { position: '行政主管', since: ago(120) }),
    contact(1, 'm-contact-04', '演示联络人04', { position: '技术部工程师', state: 'waiting', since: ago(1) }),
    contact(12, 'm-member-09', '演示党员09', { position: '人事专员', state: 'waiting', since: ago(3) }),
    contact(3, 'm-member-10', '演示党员10', {
      position: '车间主任',
      state: 'declined',
      since: ago(6),
      declineReason: '企业反馈联络人由办公室统一安排，请与办公室确认后再申请',
    }),
  ]
}

/** One visit that is to come, and one that was written up. */
export const outreachAround = (now: Date): OutreachDoc[] => [
  buildOutreach('enterprise-04', 1, dayKey(now.getTime() + 2 * DAY), { byName: '演示专员01' }),
  buildOutreach('enterprise-11', 1, dayKey(now.getTime() - 5 * DAY), {
    byName: '演示专员01',
    state: 'done',
    note: '新产线已投产，缺设备维护技工两名；介绍了链上服务日，企业愿意预约政策咨询。',
    writtenAt: new Date(now.getTime() - 5 * DAY),
    corrections: [
      {
        ...{ at: new Date(now.getTime() - 4 * DAY), by: 'm-specialist-01', own: true },
        ...{ day: dayKey(now.getTime() - 5 * DAY), note: '新产线已投产，缺普工两名；介绍了链上服务日。' },
      },
    ],
  }),
]
