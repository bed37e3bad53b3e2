/** How a guidance begins, whoever begins it: one document under its key, and from it the consultation. */
import type { Standing } from '@/domain/consultation/rules'
import { nextStepWords } from '@/domain/guidance/labels'
import { consultationFor, type Opening } from '../../consultation/public'
import type { Fact } from '../../kernel/facts'
import { newFact } from '../../kernel/facts'
import { handOverAll } from '../reactions'
import { FIRST_STEP, guidances, newGuidance, type GuidanceDoc } from '../store/guidances'
import { viewOf, type View } from '../store/views'
import { admit, type Caller } from './perform-change'

/** What it begins with. */
export interface Beginning
  extends
    Omit<Opening, 'by' | 'nextStep'>,
    Pick<GuidanceDoc, 'project'>,
    Pick<GuidanceDoc, 'match'>,
    Partial<Pick<GuidanceDoc, 'request' | 'files'>> {
  /** Whom to tell of it, and what else follows. */
  facts: readonly Fact[]
}

/**
 * Two at once under one key: the first one's stands.
 *
 * @returns whether this one does
 */
export const openGuidance = async (
  { actor, now }: Pick<Caller, 'actor' | 'now'>,
  { project, match, request = '', files = [], facts, ...opening }: Beginning,
): Promise<boolean> => {
  const { id, enterprise } = opening
  const begun: Opening = { ...opening, by: actor.memberId, nextStep: nextStepWords(FIRST_STEP) }
  const all = [newFact('guidanceStarted', begun, now), ...facts]
  const fresh = { _id: id, enterpriseId: enterprise.id, project, match, request, files }
  if ((await guidances.add(newGuidance(fresh, actor.memberId, all, now))) !== 'added') return false
  await handOverAll(all)
  return true
}

/** What stands under a key, whole: what a call that died half way left to be done is done now. */
export const standing = async (call: Caller, id: string, as: readonly Standing[]): Promise<View> => {
  if (!(await consultationFor(id))) await handOverAll((await guidances.get(id))?.facts ?? [])
  return viewOf(await admit(call, id, as), call.now)
}
