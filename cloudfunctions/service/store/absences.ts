/** Collection `absences`: when a specialist is away. */
import { overlaps } from '@/domain/service/rules'
import { _, collection } from '../../kernel/db'
import { SETTLE_MS, withFact, type Fact, type WithFacts } from '../../kernel/facts'

export interface AbsenceDoc extends WithFacts {
  specialistId: string
  teamId: string
  from: Date
  to: Date
  note: string
  /** They are there after all; the document goes once everything has followed. */
  removedAt: Date | null
}

export const absences = collection<AbsenceDoc>('absences')

const MOST = 500

/** Absences of these people that are not over, soonest first. */
export const absencesOf = (specialistIds: readonly string[], now: Date): Promise<AbsenceDoc[]> =>
  specialistIds.length === 0
    ? Promise.resolve([])
    : absences.list({
        where: { specialistId: _.in([...specialistIds]), to: _.gt(now), removedAt: null },
        order: [['to', 'asc']],
        limit: MOST,
        without: ['facts'],
      })

/** Everything of a person, whenever it was. */
export const allAbsencesOf = (specialistId: string): Promise<AbsenceDoc[]> =>
  absences.list({ where: { specialistId }, order: [['to', 'desc']], limit: MOST, without: ['facts'] })

/** Another absence that keeps a slot closed, when one is taken back. */
export const absentThen = (
  rows: readonly AbsenceDoc[],
  slot: { startsAt: Date; endsAt: Date },
): AbsenceDoc | undefined => rows.find((row) => overlaps(row, { from: slot.startsAt, to: slot.endsAt }))

/** Takes an absence back. Of two at once the first writes the fact. */
export const markRemoved = async (id: string, specialistId: string, fact: Fact): Promise<boolean> =>
  (await absences.change({ _id: id, specialistId, removedAt: null }, { removedAt: fact.at, ...withFact(fact) })) === 1

/** What was taken back goes once nobody has to follow any more; what is long over too. */
export const forgetAbsences = async (now: Date, keptMs: number): Promise<void> => {
  await absences.remove({ removedAt: _.lt(new Date(now.getTime() - SETTLE_MS)), facts: [] })
  await absences.remove({ to: _.lt(new Date(now.getTime() - keptMs)), facts: [] })
}
