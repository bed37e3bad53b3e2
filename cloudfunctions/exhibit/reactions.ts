/** What `exhibit` does when a neighbour's fact arrives. Each may arrive twice. */
import type { Fact } from '../kernel/facts'
import { allMarks, moveMark, removeMarks } from './store/marks'

/** A binding was merged into an imported record: what the person kept comes along. */
export const followMerge = async (fact: Fact<'memberMerged', { from: string; to: string }>): Promise<void> => {
  const { from, to } = fact.data
  for (const mark of await allMarks(from)) await moveMark(mark, to)
}

/** A person's data was erased: nobody keeps where they have been. */
export const followErasure = async (fact: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  await removeMarks(fact.data.memberId)
}
