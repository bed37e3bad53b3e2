/** The rows of the sheets about the team's service: consultations, its days, visits to enterprises, figures. */
import { consultationStateLabels, modeLabels, outcomeLabels, verdictLabels } from '@/domain/consultation/labels'
import { cellLabels } from '@/domain/document/labels'
import { outreachStateLabels } from '@/domain/enterprise/labels'
import { groupLabel } from '@/domain/figure/labels'
import { exactFigures, type By } from '@/domain/figure/rules'
import type { Period } from '@/domain/period'
import { topicLabels } from '@/domain/service/labels'
import { dayKey, monthRange } from '@/domain/time'
import { bookedSlice, daySlice, figureRows } from '../../consultation/public'
import { visitsSlice } from '../../enterprise/public'
import { isWorkingDay } from '../../kernel/working-days'
import type { Params, Source } from './source'

export const periodOf = ({ fromMonth = '', toMonth = '' }: Params): Period => ({ from: fromMonth, to: toMonth })
/** Whose, and from when to when. */
export const spanOf = (params: Params) => ({
  teamId: params['teamId'] ?? null,
  from: monthRange(periodOf(params).from).from,
  to: monthRange(periodOf(params).to).to,
})

type Booked = Awaited<ReturnType<typeof bookedSlice>>['rows'][number]

const bookedCells = (row: Booked) => ({
  enterprise: row.enterpriseName,
  topic: topicLabels[row.topic],
  owner: row.owner.name,
  state: consultationStateLabels[row.state],
  bookedAt: row.bookedAt,
  startsAt: row.startsAt,
})
const bookedBy = (row: Booked) => ({
  subjects: [row.ownerId, row.contactId].filter((id) => id !== ''),
  home: row.teamId,
})

export const consultations: Source<'consultations'> = async (params, after, size) => {
  const { rows, nextCursor } = await bookedSlice(spanOf(params), after, size)
  return {
    rows: rows.map((row) => ({
      ...bookedBy(row),
      cells: {
        ...bookedCells(row),
        mode: modeLabels[row.mode],
        place: row.placeName,
        dueAt: row.dueAt,
        firstAnswerAt: row.firstAnswerAt,
        outcome: row.outcome ? outcomeLabels[row.outcome] : '',
        verdict: row.verdict ? verdictLabels[row.verdict] : '',
        closedAt: row.closedAt,
      },
    })),
    next: nextCursor,
  }
}

export const serviceDay: Source<'serviceDay'> = async ({ serviceDayId = '' }, after, size) => {
  const { rows, nextCursor } = await daySlice(serviceDayId, after, size)
  return {
    rows: rows.map((row) => ({ ...bookedBy(row), cells: { ...bookedCells(row), endsAt: row.endsAt } })),
    next: nextCursor,
  }
}

export const outreach: Source<'outreach'> = async (params, after, size) => {
  const { rows, nextCursor } = await visitsSlice(spanOf(params), after, size)
  return {
    rows: rows.map((row) => ({
      subjects: [row.by],
      home: row.teamId,
      cells: {
        day: row.day,
        enterprise: row.enterpriseName,
        goer: row.byName,
        state: outreachStateLabels[row.state],
        writtenAt: row.writtenAt,
      },
    })),
    next: nextCursor,
  }
}

/** A year has fewer groups than a slice has rows: they are added up at once. */
export const figures: Source<'figures'> = async (params) => {
  const by = (params['by'] ?? 'month') as By
  const { teamId, from, to } = spanOf(params)
  const rows = await figureRows({ by, from, to, teams: teamId === null ? 'all' : [teamId] })
  const asked = { by, period: periodOf(params), today: dayKey(new Date()), isWorkingDay }
  const { total, groups } = exactFigures(rows, asked)
  // A day stays one, so that the sheet can be sorted and filtered by it.
  const labelled = groups.map(({ key, figures: of }) => ({ group: by === 'day' ? key : groupLabel(by, key), of }))
  return {
    rows: [...labelled, { group: cellLabels.total, of: total }].map(({ group, of }) => ({
      subjects: [],
      home: teamId ?? '',
      cells: {
        group,
        bookings: of.bookings,
        noShows: of.noShows,
        judged: of.judged,
        solved: of.solved,
        answered: of.answered,
        firstAnswerMinutes: of.firstAnswerMinutes,
      },
    })),
    next: null,
  }
}
