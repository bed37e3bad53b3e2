/** The way that every change of a guidance goes: who stands how to it, what is decided, one write, hand over. */
import type { Standing } from '@/domain/consultation/rules'
import type { ActionSpec } from '@/domain/kit'
import { consultationFor, standingsIn } from '../../consultation/public'
import type { Actor } from '../../kernel/actor'
import type { Fact } from '../../kernel/facts'
import type { Refusal } from '../../kernel/refusal'
import { handOverAll } from '../reactions'
import { change, guidances, type Core } from '../store/guidances'
import { viewOf, type Known, type View } from '../store/views'

/** The part of a call that access needs, whichever action it is of. */
export interface Caller {
  actor: Actor & { memberId: string }
  now: Date
  allow: ActionSpec['allow']
  refusal(code: 'notFound' | 'notAllowed' | 'busy'): Refusal
  mustReach(target: { enterpriseId: string; teamId: string }): void
}

/** The sides of the team that answer for a guidance. */
export const TEAM: readonly Standing[] = ['owner', 'leader']
export const BOTH: readonly Standing[] = ['enterprise', ...TEAM]
export const ALL: readonly Standing[] = [...BOTH, 'asked', 'staff']

/** A guidance as far as the caller stands to it; a specialist of the team who is not responsible is kept out as a stranger is. */
export const admit = async (call: Caller, id: string, as: readonly Standing[]): Promise<Known> => {
  const [guidance, consultation] = await Promise.all([guidances.get(id), consultationFor(id)])
  if (!guidance || !consultation) throw call.refusal('notFound')
  call.mustReach({ enterpriseId: consultation.enterpriseId, teamId: consultation.teamId })
  const standings = standingsIn(consultation, call.actor).filter((standing) => as.includes(standing))
  if (standings.length === 0) throw call.refusal('notAllowed')
  return { guidance, consultation, standings }
}

/** What was decided; null when it was carried out before. */
export type Decision = {
  patch: Partial<Core>
  what: string
  facts?: readonly Fact[]
  /** Further people whom it names. */
  people?: readonly string[]
} | null

const TURNS = 4

/** Decides on what stands and writes; whoever was faster makes it decide anew on what stands then. */
export const perform = async (
  call: Caller,
  id: string,
  as: readonly Standing[],
  decide: (known: Known) => Promise<Decision> | Decision,
): Promise<View> => {
  const { actor, now } = call
  for (let turn = 0; turn < TURNS; turn++) {
    const known = await admit(call, id, as)
    const act = await decide(known)
    if (!act) return viewOf(known, now)
    const { patch, ...deed } = act
    const changed = await change(known.guidance, patch, { at: now, by: actor.memberId, ...deed })
    if (changed) {
      await handOverAll(changed.facts)
      const effects = changed.facts.some(({ kind }) => kind.startsWith('guidance'))
      // What follows in the consultation is to be seen in the answer.
      const consultation = effects ? ((await consultationFor(id)) ?? known.consultation) : known.consultation
      return viewOf({ ...known, guidance: changed.guidance, consultation }, now)
    }
  }
  throw call.refusal('busy')
}

interface OpenCall {
  refusal(code: 'notOpen'): Refusal
}
/** Only what the team is at work on is changed: not what waits for the enterprise's word or has it. */
export const mustBeOpen = (call: OpenCall, { consultation }: Known): void => {
  if (consultation.state !== 'open') throw call.refusal('notOpen')
}
