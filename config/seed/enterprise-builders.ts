/** Enterprises, their contacts and visits to them as their stores would have written them: see builders.ts. */
import { nameKeyOf, NEVER_MET } from '@/domain/enterprise/rules'
import { atWallClock } from '@/domain/time'
import type { ContactDoc } from '../../cloudfunctions/enterprise/store/contacts'
import type { EnterpriseDoc } from '../../cloudfunctions/enterprise/store/enterprises'
import type { OutreachDoc } from '../../cloudfunctions/enterprise/store/outreach'
import { enterpriseTokens } from '../../cloudfunctions/enterprise/store/tokens'

const LONG_AGO = new Date('2025-11-01T02:00:00Z')

/** `1` is `enterprise-01`. Never met and without contacts unless it is said; the caller counts its contacts. */
export const buildEnterprise = (n: number | string, overrides: Partial<EnterpriseDoc> = {}): EnterpriseDoc => {
  const id = typeof n === 'number' ? `enterprise-${String(n).padStart(2, '0')}` : n
  const name = overrides.name ?? `演示企业${String(n).replace('enterprise-', '')}`
  return {
    _id: id,
    name,
    nameKey: nameKeyOf(name),
    industry: 'newMaterials',
    address: '清远高新区',
    verifiedAt: LONG_AGO,
    verifiedBy: '',
    tokens: enterpriseTokens(name),
    lastMetAt: null,
    lastMetHow: null,
    metSince: overrides.lastMetAt ?? NEVER_MET,
    parting: null,
    confirmed: 0,
    waiting: 0,
    rev: 1,
    facts: [],
    history: [],
    ...overrides,
  }
}

/** Somebody who speaks for an enterprise since long ago. Their grant in `actors` is the caller's to give. */
export const buildContact = (
  enterprise: Pick<EnterpriseDoc, '_id'> | string,
  memberId: string,
  overrides: Partial<ContactDoc> = {},
): ContactDoc => {
  const enterpriseId = typeof enterprise === 'string' ? enterprise : enterprise._id
  return {
    _id: `${enterpriseId}:${memberId}`,
    enterpriseId,
    memberId,
    name: `演示${memberId.replace(/^m-/, '')}`,
    position: '综合部主管',
    state: 'confirmed',
    since: LONG_AGO,
    declineReason: '',
    facts: [],
    history: [],
    ...overrides,
  }
}

/** The `seq`th visit to an enterprise, planned for somebody of `team-01` on a day, `2026-11-21`. */
export const buildOutreach = (
  enterprise: Pick<EnterpriseDoc, '_id'> | string,
  seq: number,
  day: string,
  overrides: Partial<OutreachDoc> = {},
): OutreachDoc => {
  const enterpriseId = typeof enterprise === 'string' ? enterprise : enterprise._id
  return {
    _id: `${enterpriseId}:${seq}`,
    enterpriseId,
    seq,
    requestId: `seeded-${enterpriseId}-${seq}`,
    teamId: 'team-01',
    day,
    dayAt: atWallClock(day, '00:00'),
    by: 'm-specialist-01',
    byName: '演示专员01',
    state: 'planned',
    note: '',
    plannedBy: 'm-leader-01',
    writtenAt: null,
    metAt: null,
    corrections: [],
    facts: [],
    history: [],
    ...overrides,
  }
}
