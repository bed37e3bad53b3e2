/** Sheets that the demo's leader asked for: one under way, which a timer makes within a minute, one that failed, one that is gone. */
import { documentKindLabels, scopeLabels } from '@/domain/document/labels'
import type { SheetKind } from '@/domain/document/rules'
import { monthAfter, quarterOf } from '@/domain/period'
import { DAY, HOUR, MINUTE, monthKey } from '@/domain/time'
import type { JobDoc } from '../../cloudfunctions/document/store/jobs'
import { buildJob } from './document-builders'

const TEAM = 'team-01'

/** A quarter's sheet of the leader's team. @param quarter its first month */
const ofQuarter = (kind: SheetKind, quarter: string, extra: Record<string, string> = {}): Partial<JobDoc> => {
  const [fromMonth, toMonth] = [quarter, monthAfter(quarter, 2)]
  const months = scopeLabels.months(fromMonth, toMonth)
  return {
    kind,
    ownerName: '演示队长01',
    params: { teamId: TEAM, fromMonth, toMonth, ...extra },
    title: `${documentKindLabels[kind]}·${months}`,
    about: [
      { label: scopeLabels.period, value: months },
      { label: scopeLabels.team, value: scopeLabels.ownTeam },
    ],
    target: { teamId: TEAM },
    reach: [TEAM],
    total: 0,
  }
}

export const jobsAround = (now: Date): JobDoc[] => {
  const ago = (ms: number) => new Date(now.getTime() - ms)
  const quarter = quarterOf(monthKey(now))
  const before = monthAfter(quarter, -3)
  const leader = 'm-leader-01'
  return [
    buildJob('job-under-way', leader, ago(MINUTE), ofQuarter('figures', quarter, { by: 'topic' })),
    buildJob('job-failed', leader, ago(2 * HOUR), {
      ...ofQuarter('outreach', quarter),
      ...{ state: 'failed', finishedAt: ago(2 * HOUR), seenAt: ago(2 * HOUR) },
    }),
    buildJob('job-gone', leader, ago(3 * DAY), {
      ...ofQuarter('consultations', before),
      ...{ state: 'expired', gathered: true, finishedAt: ago(3 * DAY), seenAt: ago(3 * DAY) },
      expiresAt: new Date(now.getTime() + 28 * DAY),
    }),
  ]
}
