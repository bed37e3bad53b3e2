/** The demo's branches and people: organisations named in the zone's public reports, persons plainly synthetic. */
import type { Grant } from '@/domain/kit'
import { DAY } from '@/domain/time'
import type { ActorDoc } from '../../cloudfunctions/kernel/actor'
import type { BranchDoc } from '../../cloudfunctions/member/store/branches'
import type { MemberDoc } from '../../cloudfunctions/member/store/members'
import { buildActor, buildBranch, buildMember } from './builders'

/** Enterprises of the zone as public reports name them. */
const ENTERPRISES = [
  '天安智谷', '蒙牛乳业（清远）', '新安天玉有机硅', '豪美新材', '齐力合成革', '佳的美', '世腾包装', '聚石化学', '容大生物', '金禄电子',
  '先导微电子', '亿源通', '华澜浩宇', '富盈电子', '互动电子', '赛肯户外', '顺博铝合金', '华饮供应链', '广汇国际钟表产业城',
] // prettier-ignore

/** 56 primary organisations with 427 members: the zone's public figures. */
export const ORGANISATIONS = 56
export const MEMBERS = 427

const ABOVE = ['清远高新区两新组织党委', '天安智谷科技产业园党总支']

/** `branch-01` is the committee, `branch-02` the park's general branch, `branch-03` the first enterprise's branch. */
export const branches: BranchDoc[] = Array.from({ length: ORGANISATIONS }, (_, at) => {
  const enterprise = ENTERPRISES[at - ABOVE.length]
  const name =
    ABOVE[at] ??
    (enterprise ? `${enterprise}党支部` : `两新组织第${at + 1 - ABOVE.length - ENTERPRISES.length}联合党支部`)
  return buildBranch(at + 1, { name, level: at === 0 ? 'committee' : at === 1 ? 'generalBranch' : 'branch' })
})
const branchAt = (at: number): BranchDoc => branches[at % branches.length] as BranchDoc
export const homeBranch = branchAt(2)
export const partnerBranch = branchAt(9)
const otherBranch = branchAt(4)

export interface DemoPerson {
  openid: string
  name: string
  /** In Chinese, for the list of addresses that the start prints. */
  roles: string
}

interface Cast extends DemoPerson {
  member?: MemberDoc
  actor?: ActorDoc
}

const two = (n: number) => String(n).padStart(2, '0')

const person = (role: string, n: number, word: string, branch: BranchDoc, roles: string, ...grants: Grant[]): Cast => {
  const name = `演示${word}${two(n)}`
  const member = buildMember(`m-${role}-${two(n)}`, name, branch, { phone: `1990000${String(1000 + n).slice(-4)}` })
  return {
    openid: `demo-${role}-${two(n)}`,
    name,
    roles,
    member,
    actor: buildActor(`demo-${role}-${two(n)}`, member, ...grants),
  }
}

const contactOf = (n: number): Grant => ({ role: 'contact', scope: 'enterprise', scopeId: `enterprise-${two(n)}` })

/** Bound, but not (or not yet) confirmed by the branch. */
const waiting = (n: number, state: 'unconfirmed' | 'declined', now: Date): Cast => {
  const name = `演示党员${two(n)}`
  const member = buildMember(`m-member-${two(n)}`, name, homeBranch, {
    state,
    since: new Date(now.getTime() - (n % 5) * DAY),
    declineReason: state === 'declined' ? '名册中没有这个姓名，请核对后重新提交' : '',
  })
  return {
    openid: `demo-member-${two(n)}`,
    name,
    roles: state === 'declined' ? '党员（支部未确认）' : '党员（待支部确认）',
    member,
    actor: buildActor(`demo-member-${two(n)}`, member),
  }
}

const CONFIRMED = 12
const SPECIALISTS = 6

/** Demo people for every role, with the openids that `?as=` takes. */
export const castOf = (now: Date): Cast[] => [
  { openid: 'demo-visitor', name: '访客', roles: '访客（未绑定）' },
  ...Array.from({ length: CONFIRMED }, (_, at) =>
    person('member', at + 1, '党员', at < 8 ? homeBranch : branchAt(at), '党员'),
  ),
  waiting(13, 'unconfirmed', now),
  waiting(14, 'unconfirmed', now),
  waiting(15, 'declined', now),
  person('secretary', 1, '书记', homeBranch, '支部书记', {
    role: 'secretary',
    scope: 'branch',
    scopeId: homeBranch._id,
  }),
  person('secretary', 2, '书记', partnerBranch, '支部书记（另一支部）', {
    role: 'secretary',
    scope: 'branch',
    scopeId: partnerBranch._id,
  }),
  person('staff', 1, '党委工作人员', branchAt(0), '党委工作人员', { role: 'staff', scope: 'zone', scopeId: '' }),
  person('staff', 2, '党委工作人员', branchAt(0), '党委工作人员', { role: 'staff', scope: 'zone', scopeId: '' }),
  person('contact', 1, '联络人', otherBranch, '企业联络人', contactOf(1)),
  person('contact', 2, '联络人', otherBranch, '企业联络人（同一企业）', contactOf(1)),
  person('contact', 3, '联络人', branchAt(3), '企业联络人（另一企业）', contactOf(2)),
  person('contact', 4, '联络人', branchAt(5), '企业联络人（待确认）'),
  ...Array.from({ length: SPECIALISTS }, (_, at) =>
    person('specialist', at + 1, '专员', branchAt(at + 1), '小分队成员', {
      role: 'specialist',
      scope: 'team',
      scopeId: 'team-01',
    }),
  ),
  person('leader', 1, '队长', branchAt(1), '小分队队长', { role: 'teamLeader', scope: 'team', scopeId: 'team-01' }),
  person('volunteer', 1, '志愿者', homeBranch, '志愿者', { role: 'volunteer', scope: 'zone', scopeId: '' }),
  person('editor', 1, '编辑', branchAt(1), '展馆编辑', { role: 'editor', scope: 'zone', scopeId: '' }),
]

export const demoPeople: DemoPerson[] = castOf(new Date(0)).map(({ openid, name, roles }) => ({ openid, name, roles }))

/** The rest of the 427: records imported from a list, without a phone behind them yet; two carry the names of people who wait. */
export const importedMembers = (confirmed: number): MemberDoc[] =>
  Array.from({ length: MEMBERS - confirmed }, (_, at) => {
    const waitingName = ['演示党员13', '演示党员14'][at]
    const name = waitingName ?? `演示名册党员${String(at + 1).padStart(3, '0')}`
    const branch = waitingName ? homeBranch : branchAt(at)
    return buildMember(`m-imported-${String(at + 1).padStart(3, '0')}`, name, branch, {
      state: 'imported',
      consents: [],
    })
  })
