/** The way that every change of a standing consultation goes: who stands how to it, what is decided, one write, hand over. */
import { standingsOf, type Standing } from '@/domain/consultation/rules'
import type { ActionSpec } from '@/domain/kit'
import type { Actor } from '../../kernel/actor'
import type { Refusal } from '../../kernel/refusal'
import { consultations } from '../store/consultations'
import type { ConsultationDoc } from '../store/document'
import { confidential, viewOf, type View } from '../store/views'
import { handOverToAll } from '../timers'

/** The part of a call that access needs, whichever action it is of. */
export interface Caller {
  actor: Actor & { memberId: string }
  now: Date
  allow: ActionSpec['allow']
  refusal(code: 'notFound' | 'notAllowed' | 'busy'): Refusal
  mustReach(target: { enterpriseId: string; teamId: string }): void
}

/** What was decided: a change that writes, or null when this very request was carried out before. */
export type Decision = (() => Promise<ConsultationDoc | null>) | null

const TURNS = 3

/**
 * A consultation as far as the caller stands to it. A specialist of the team who is neither responsible nor asked stands
 * on no side of it, and is kept out as a stranger is.
 */
export const admit = async (
  call: Caller,
  id: string,
  as: readonly Standing[],
): Promise<{ doc: ConsultationDoc; standings: Standing[] }> => {
  const doc = await consultations.get(id)
  if (!doc) throw call.refusal('notFound')
  call.mustReach({ enterpriseId: doc.enterpriseId, teamId: doc.teamId })
  const standings = standingsOf(call.actor, confidential(doc)).filter((standing) => as.includes(standing))
  if (standings.length === 0) throw call.refusal('notAllowed')
  return { doc, standings }
}

/**
 * Decides on what stands and writes; whoever was faster makes it decide anew on what stands then.
 *
 * @param as the sides from which this may be done
 * @param decide refuses by throwing
 */
export const perform = async (
  call: Caller,
  id: string,
  as: readonly Standing[],
  decide: (doc: ConsultationDoc, standings: readonly Standing[]) => Promise<Decision> | Decision,
): Promise<View> => {
  for (let turn = 0; turn < TURNS; turn++) {
    const { doc, standings } = await admit(call, id, as)
    const act = await decide(doc, standings)
    if (!act) return viewOf(doc, call.actor, call.now)
    const changed = await act()
    if (changed) {
      await handOverToAll(changed.facts.slice(doc.facts.length))
      return viewOf(changed, call.actor, call.now)
    }
  }
  throw call.refusal('busy')
}

/** The sides of the team that answer for a consultation. */
export const TEAM: readonly Standing[] = ['owner', 'leader']
export const ENTERPRISE: readonly Standing[] = ['enterprise']
export const BOTH: readonly Standing[] = [...ENTERPRISE, ...TEAM]
