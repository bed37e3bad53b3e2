import { followErasure as eraseVisits, followMerge as moveVisits } from '../centre/reactions'
import {
  followErasure as eraseConsultations,
  followMerge as moveConsultations,
  followName as renameInConsultations,
  followServing as handConsultationsOn,
} from '../consultation/reactions'
import { followErasure as eraseFiles, followMerge as moveFiles } from '../document/reactions'
import {
  followErasure as eraseContacts,
  followMerge as moveContacts,
  followName as renameContacts,
} from '../enterprise/reactions'
import { followErasure, followMerge } from '../event/reactions'
import { followErasure as eraseMarks, followMerge as moveMarks } from '../exhibit/reactions'
import {
  followErasure as eraseGuidance,
  followMerge as moveGuidance,
  followName as renameInGuidance,
} from '../guidance/reactions'
import { followErasure as eraseMessages, followMerge as moveMessages } from '../message/reactions'
import {
  followErasure as eraseService,
  followMerge as moveService,
  followName as renameServing,
  followServing,
} from '../service/reactions'
import { settleFacts, type Fact, type Reaction } from '../kernel/facts'
import type { Timers } from '../kernel/serve'
import { followChange, followOwnErasure, followOwnMerge } from './reactions'

/** What each neighbour does when a binding was merged into another record. */
const neighboursOnMerge = [
  followMerge,
  moveVisits,
  moveMarks,
  moveFiles,
  moveMessages,
  moveContacts,
  moveService,
  moveConsultations,
  moveGuidance,
]

/** What each neighbour does when a person's data was erased. */
const neighboursOnErasure = [
  followErasure,
  eraseVisits,
  eraseMarks,
  eraseFiles,
  eraseMessages,
  eraseContacts,
  eraseService,
  eraseConsultations,
  eraseGuidance,
]

/** Who reacts to what happens to a member, in this order: the person's own identity first, so that nothing new comes under the old one. */
const reactions: Record<string, readonly unknown[]> = {
  memberChanged: [followChange, renameContacts, renameServing, renameInConsultations, renameInGuidance],
  memberMerged: [followOwnMerge, ...neighboursOnMerge],
  memberErased: [...neighboursOnErasure, followOwnErasure],
  /** A role was taken away. Their profile first: who serves is decided by it. */
  servingChanged: [followServing, handConsultationsOn],
}

/**
 * Who follows a fact of this kind. The first time, an erasure goes to the neighbours only: the person's own part follows in
 * the action, where its failure is told to them.
 */
export const followers = (kind: string, time: 'first' | 'again'): readonly Reaction<Fact>[] => {
  const all = kind === 'memberErased' && time === 'first' ? neighboursOnErasure : (reactions[kind] ?? [])
  return all as readonly Reaction<Fact>[]
}
const again = (kind: string) => followers(kind, 'again')

export const timers: Timers = {
  settle: async (now) => {
    await settleFacts('members', now, again)
    await settleFacts('actors', now, again)
  },
}
