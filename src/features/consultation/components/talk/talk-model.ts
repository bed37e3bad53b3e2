import type { OutputFor } from '@/domain/contracts'
import { lineKindLabels } from '@/domain/consultation/labels'
import type { LineKind } from '@/domain/consultation/rules'

/** A consultation as its reader sees it. */
export type ConsultationView = OutputFor<'consultation.get'>
export type TalkLine = ConsultationView['lines'][number]
export type TalkFile = TalkLine['files'][number]

/**
 * The lines known so far with those that an answer brought, which are always the last ones. Where the two do not meet,
 * too much was said in between, and only the new ones stand.
 */
export const joined = (known: readonly TalkLine[], last: readonly TalkLine[]): readonly TalkLine[] => {
  const ids = new Set(last.map(({ id }) => id))
  const before = known.filter(({ id }) => !ids.has(id))
  return before.length === known.length ? last : [...before, ...last]
}

/** How a line is drawn: as one's own words, the other side's, or as something that happened. */
export type LineLook = 'own' | 'theirs' | 'event'

const EVENTS: readonly LineKind[] = ['state', 'look', 'transfer']

export const lookOf = ({ kind, side }: TalkLine, own: 'enterprise' | 'team'): LineLook => {
  if (side === 'system' || EVENTS.includes(kind)) return 'event'
  return side === own || (own === 'team' && side === 'staff') ? 'own' : 'theirs'
}

/** What kind of words these are; nothing for plain ones. */
export const kindWords = ({ kind }: TalkLine): string =>
  kind === 'words' || kind === 'state' ? '' : lineKindLabels[kind]

/** On which side of the talk a reader stands. */
export const ownSide = ({ side }: ConsultationView): 'enterprise' | 'team' =>
  side === 'enterprise' ? 'enterprise' : 'team'
