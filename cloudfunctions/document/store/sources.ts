/** Where the rows of each kind of sheet come from: its context's public.ts, in the words that stand in the sheet. */
import { arrivalWayLabels, visitStateLabels } from '@/domain/centre/labels'
import { cellLabels, ERASED } from '@/domain/document/labels'
import {
  columnsOf,
  maskedCell,
  seesWhole,
  type Cell,
  type ColumnKey,
  type Reach,
  type SheetKind,
} from '@/domain/document/rules'
import { attendanceWayLabels, registrationStateLabels } from '@/domain/event/labels'
import { visitsSlice } from '../../centre/public'
import { rosterSlice } from '../../event/public'
import { consultations, figures, outreach, serviceDay } from './service-sources'
import type { Params, Source } from './source'

const eventRoster: Source<'eventRoster'> = async ({ eventId = '' }, after, size) => {
  const { rows, nextCursor } = await rosterSlice(eventId, after, size)
  return {
    rows: rows.map((row) => ({
      subjects: [row.memberId],
      home: row.branchId,
      cells: {
        name: row.name,
        branchName: row.branchName,
        identity: row.confirmed ? cellLabels.confirmed : cellLabels.unconfirmed,
        state: registrationStateLabels[row.state],
        signedUpAt: row.signedUpAt,
        attendedAt: row.attendedAt,
        way: row.attendedBy ? attendanceWayLabels[row.attendedBy] : '',
        reason: row.reason,
      },
    })),
    next: nextCursor,
  }
}

const visitDay: Source<'visitDay'> = async ({ day = '' }, after, size) => {
  const { rows, nextCursor } = await visitsSlice(day, after, size)
  return {
    rows: rows.map((row) => ({
      subjects: [row.memberId],
      home: row.branchId,
      cells: {
        name: row.name,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        branchName: row.branchName,
        groupName: row.groupName,
        size: row.size,
        guide: row.guide ? cellLabels.guide : '',
        state: visitStateLabels[row.state],
        bookedAt: row.bookedAt,
        arrivedAt: row.arrivedAt,
        way: row.arrivedBy ? arrivalWayLabels[row.arrivedBy] : '',
        reason: row.reason,
      },
    })),
    next: nextCursor,
  }
}

const SOURCES: { [K in SheetKind]: Source<K> } = {
  eventRoster,
  visitDay,
  consultations,
  serviceDay,
  outreach,
  figures,
}

/** The next rows of a sheet as somebody with this reach may see them, and the people in them. */
export const readSource = async <K extends SheetKind>(
  { kind, params, reach }: { kind: K; params: Params; reach: Reach },
  after: string | null,
  size: number,
): Promise<{ rows: Cell[][]; subjects: string[]; next: string | null }> => {
  const source: Source<K> = SOURCES[kind]
  const { rows, next } = await source(params, after, size)
  const columns = columnsOf(kind)
  return {
    rows: rows.map(({ cells, home }) => {
      const whole = seesWhole(reach, home)
      return columns.map((column) => {
        const cell = maskedCell(column, cells[column.key as ColumnKey<K>], whole)
        return column.personal === 'name' && cell === '' ? ERASED : cell
      })
    }),
    subjects: [...new Set(rows.flatMap((row) => row.subjects))],
    next,
  }
}
