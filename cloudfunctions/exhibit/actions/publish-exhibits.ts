import type { Contracts } from '@/domain/contracts'
import { draftProblems } from '@/domain/exhibit/rules'
import { Refusal } from '../../kernel/refusal'
import type { Handler } from '../../kernel/serve'
import { contentOf } from '../store/content'
import { roomForDesk } from '../store/desk-lists'
import { exhibits, published, type ExhibitDoc } from '../store/exhibits'
import { findVersion, keepVersion, leaveLastVersion } from '../store/versions'
import { carryOut, deskView, log, mustFind, standsAlready, type EditorCall, type Plan } from './manage-exhibits'

type C = Contracts['exhibit']

/** Whether a change without a content of its own was made by this very call before, whose answer was lost. */
const isRepeated = (call: EditorCall, exhibit: ExhibitDoc, plan: Omit<Plan, 'next'>, next: Plan['next'] = {}) =>
  standsAlready(call, exhibit, { ...plan, next })

/** There is nothing to publish: all of it is public already. */
const isOut = ({ state, draft }: ExhibitDoc): boolean => state === 'published' && draft === null

export const publish: Handler<C['publish']> = async (call, { exhibitId, rev, at }) => {
  const exhibit = await mustFind(call, exhibitId)
  const what = at ? ('planned' as const) : ('published' as const)
  if (isRepeated(call, exhibit, { rev, what }, at ? { publishAt: at } : {})) {
    await log(call, what, exhibitId, rev)
    return deskView(exhibit)
  }
  if (exhibit.rev !== rev) throw call.refusal('changedMeanwhile')
  if (isOut(exhibit)) return deskView(exhibit)
  const [problem] = draftProblems({ kind: exhibit.kind, ...contentOf(exhibit) })
  if (problem) throw call.refusal('draftIncomplete', { problem })
  if (at && at <= call.now) throw call.refusal('timePassed')
  const next = at ? { publishAt: at } : published(exhibit)
  return deskView(await carryOut(call, exhibit, { rev, what, next }))
}

export const unschedule: Handler<C['unschedule']> = async (call, { exhibitId, rev }) => {
  const exhibit = await mustFind(call, exhibitId)
  const plan = { rev, what: 'unplanned' as const, next: { publishAt: null } }
  if (exhibit.rev === rev && exhibit.publishAt === null) return deskView(exhibit)
  return deskView(await carryOut(call, exhibit, plan))
}

export const withdraw: Handler<C['withdraw']> = async (call, { exhibitId, rev }) => {
  const exhibit = await mustFind(call, exhibitId)
  if (exhibit.kind === 'hall') throw call.refusal('hallStays')
  const plan = { rev, what: 'withdrawn' as const, next: { state: 'withdrawn' as const, publishAt: null } }
  // What was never published has nothing to take away, what is withdrawn already nothing more.
  if (exhibit.rev === rev && exhibit.state !== 'published') return deskView(exhibit)
  return deskView(await carryOut(call, exhibit, plan))
}

export const restore: Handler<C['restore']> = async (call, { exhibitId, rev, version }) => {
  const exhibit = await mustFind(call, exhibitId)
  const found = await findVersion(exhibitId, version)
  if (!found) throw call.refusal('versionGone')
  const next = { draft: found.content, publishAt: null }
  return deskView(await carryOut(call, exhibit, { rev, what: 'restored', next, keeps: true }))
}

/** What was never published goes altogether; of it the version that was given up stays, so that a repetition finds it. */
const giveUp = async (call: EditorCall, exhibit: ExhibitDoc): Promise<void> => {
  const { _id, rev } = exhibit
  await keepVersion(exhibit)
  if ((await exhibits.remove({ _id, rev, live: null })) === 0 && (await exhibits.get(_id)) !== null) {
    throw new Refusal('changedMeanwhile')
  }
  await finishGoing(call, _id, rev)
}

/** What is left to do once it is gone; a repetition whose first call died in between does it again. */
const finishGoing = async (call: EditorCall, exhibitId: string, rev: number): Promise<void> => {
  await leaveLastVersion(exhibitId, rev)
  await log(call, 'discarded', exhibitId, rev)
}

export const discard: Handler<C['discard']> = async (call, { exhibitId, rev }) => {
  call.mustReach({})
  const exhibit = await exhibits.get(exhibitId)
  if (!exhibit) {
    if (!(await findVersion(exhibitId, rev))) throw call.refusal('notFound')
    await finishGoing(call, exhibitId, rev)
    return { gone: true }
  }
  if (exhibit.rev === rev && exhibit.live === null && exhibit.kind !== 'hall') {
    await giveUp(call, exhibit)
    return { gone: true }
  }
  const nothingToGiveUp = exhibit.rev === rev && (exhibit.draft === null || exhibit.live === null)
  if (!nothingToGiveUp) {
    const next = { draft: null, publishAt: null }
    await carryOut(call, exhibit, { rev, what: 'discarded', next, keeps: true })
  }
  return { gone: false }
}

export const order: Handler<C['order']> = async (call, { hallId, rev, exhibitIds }) => {
  const hall = await mustFind(call, hallId)
  const displays = (await roomForDesk(hallId)).filter(({ kind }) => kind === 'display').map(({ _id }) => _id)
  const named = new Set<string>(exhibitIds)
  const complete = exhibitIds.length === displays.length && displays.every((id) => named.has(id))
  if (!complete) throw call.refusal('orderIncomplete')
  const same = hall.order.join() === exhibitIds.join()
  const plan = { rev, what: 'ordered' as const, next: {}, data: { order: [...exhibitIds] } }
  if (same && hall.rev === rev) return deskView(hall)
  if (same && isRepeated(call, hall, plan)) {
    await log(call, 'ordered', hallId, rev)
    return deskView(hall)
  }
  // Whoever reads another order than this call's has been overtaken, even by a change of the same kind.
  if (hall.rev !== rev) throw call.refusal('changedMeanwhile')
  return deskView(await carryOut(call, hall, plan))
}
