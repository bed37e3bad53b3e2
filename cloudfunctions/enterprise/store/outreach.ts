/** Collection `outreach`: visits that a team means to pay to an enterprise, and what came of them. */
import type { OutreachState } from '@/domain/enterprise/rules'
import { collection } from '../../kernel/db'
import type { WithFacts } from '../../kernel/facts'

export interface OutreachDoc extends WithFacts {
  enterpriseId: string
  teamId: string
  /** `2026-11-21` at the park, and its midnight. */
  day: string
  dayAt: Date
  /** Member id of who goes. */
  by: string
  byName: string
  state: OutreachState
  /** What was said there: for who went and the team's leader. */
  note: string
  plannedBy: string
  writtenAt: Date | null
  history: { at: Date; by: string; what: string }[]
}

export const outreach = collection<OutreachDoc>('outreach')
