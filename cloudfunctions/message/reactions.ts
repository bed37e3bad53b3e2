/** What `message` does when a neighbour has something to tell. Each may arrive twice. */
import type { MessageKind, MessageParams, Notice } from '@/domain/message/rules'
import type { Fact } from '../kernel/facts'
import { inChunks } from '../kernel/in-chunks'
import { moveCredits, removeCredits } from './store/credits'
import { addMessage, moveMessages, removeMessages } from './store/messages'

/**
 * Puts each notice into its recipient's inbox; phones ring later, by the timer. Telling again what was told changes
 * nothing. One round trip for each notice.
 */
export const tell = async (notices: readonly Notice[]): Promise<void> => {
  await inChunks(notices, addMessage)
}

/** Something told to several: a fact, in the words of its kind. */
type Telling = { [K in MessageKind]: { kind: K; params: MessageParams[K] } }[MessageKind]

/** Tells each of these people once of one fact, under the key of the fact and the person. */
export const tellEach = (
  { id, at, data: { kind, params } }: Pick<Fact<string, Telling>, 'id' | 'at' | 'data'>,
  to: readonly string[],
  about: Notice['about'],
): Promise<void> =>
  tell([...new Set(to)].map((member) => ({ key: `${id}:${member}`, to: member, kind, params, about, at }) as Notice))

/** A binding was merged into an imported record: what the person was told, and agreed to, comes along. */
export const followMerge = async ({ data }: Fact<'memberMerged', { from: string; to: string }>): Promise<void> => {
  await moveMessages(data.from, data.to)
  await moveCredits(data.from, data.to)
}

/** A person's data was erased: nobody keeps what they were told or agreed to. */
export const followErasure = async ({ data }: Fact<'memberErased', { memberId: string }>): Promise<void> => {
  await removeMessages(data.memberId)
  await removeCredits(data.memberId)
}
