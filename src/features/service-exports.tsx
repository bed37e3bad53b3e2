import { View } from '@tarojs/components'
import type { By } from '@/domain/figure/rules'
import { monthAfter } from '@/domain/period'
import { monthKey } from '@/domain/time'
import { now } from '@/lib/clock'
import { useSession, type Session } from '@/lib/session'
import { Card } from '@/ui/card'
import { ExportButton } from './export-button'

/** Whose sheets somebody can have made: staff those of all teams, a leader those of the team they lead; null for others. */
const teamOf = (grants: Session['grants']): { teamId?: string } | null => {
  if (grants.some(({ role }) => role === 'staff')) return {}
  const led = grants.find(({ role, scope }) => role === 'teamLeader' && scope === 'team')
  return led ? { teamId: led.scopeId } : null
}

/** Whether the records behind the service's figures are this person's to see. */
export const useSeesRecords = (): boolean => teamOf(useSession().grants) !== null

interface Months {
  /** `2026-11`, both included. */
  fromMonth: string
  toMonth: string
}

/** A period's figures and the consultations that they count, as files. */
export function FigureExports({ by, fromMonth, toMonth }: Months & { by: By }) {
  const team = teamOf(useSession().grants)
  if (!team) return null
  const months = { ...team, fromMonth, toMonth }
  return (
    <Card>
      <View key={`${fromMonth} ${toMonth} ${by}`}>
        <ExportButton wanted={{ kind: 'figures', ...months, by }}>导出统计表（Excel）</ExportButton>
        <ExportButton wanted={{ kind: 'consultations', ...months }}>导出咨询台账（Excel）</ExportButton>
      </View>
    </Card>
  )
}

const A_YEAR = 11

/** The visits to enterprises of the last twelve months, as a file. */
export function OutreachExport() {
  const team = teamOf(useSession().grants)
  if (!team) return null
  const toMonth = monthKey(now())
  const months = { fromMonth: monthAfter(toMonth, -A_YEAR), toMonth }
  return (
    <Card>
      <ExportButton wanted={{ kind: 'outreach', ...team, ...months }}>导出近一年走访（Excel）</ExportButton>
    </Card>
  )
}
