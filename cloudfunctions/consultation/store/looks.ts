/** Who looked with a reason, as the enterprise reads it. */
import { _ } from '../../kernel/db'
import { consultations } from './consultations'
import type { ConsultationDoc } from './document'
import { forgetLooksOf, looksOf } from './lines'

const TURNS = 3

/** Of an erased person what they gave as a reason stays, and that somebody looked then; who it was is forgotten. Safe to repeat. */
export const forgetLooker = async (memberId: string): Promise<void> => {
  for (;;) {
    const ids = [...new Set((await looksOf(memberId)).map(({ consultationId }) => consultationId))]
    if (ids.length === 0) return
    for (const id of ids) await forgetIn(id, memberId)
    // The lines lead here, so they go last.
    await forgetLooksOf(memberId, ids)
  }
}

const forgetIn = async (id: string, memberId: string): Promise<void> => {
  for (let turn = 0; turn < TURNS; turn++) {
    const doc = await consultations.get(id)
    if (!doc || (await forgotten(doc, memberId)) === 1) return
  }
  throw new Error(`consultation ${id} changes under our hands`)
}

const forgotten = ({ _id, rev, looks }: ConsultationDoc, memberId: string): Promise<number> =>
  consultations.change(
    { _id, rev },
    { looks: looks.map((look) => (look.by === memberId ? { ...look, by: '', byName: '' } : look)), rev: _.inc(1) },
  )
