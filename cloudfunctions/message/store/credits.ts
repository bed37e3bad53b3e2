/** Collection `credits`: what each person agreed to be sent: one document per member and template. */
import { MESSAGE_TEMPLATES, type MessageTemplate } from '@/domain/message/rules'
import { _, collection, type Stored } from '../../kernel/db'

export interface CreditDoc extends Stored {
  memberId: string
  template: MessageTemplate
  /** How many messages may still be sent. */
  credits: number
  accepted: number
  refused: number
  spent: number
  lastAskedAt: Date
  /** When they last said no, here or by switching it off in WeChat; null after a yes. */
  refusedAt: Date | null
  /** The last requests that were entered, so that a repeated one is not entered twice. */
  requests: string[]
  /** Set while it moves to another member id: from then on nothing is entered or spent here. */
  movedTo: string | null
  /** Member ids whose ledger was added to this one. */
  mergedFrom: string[]
}

export const credits = collection<CreditDoc>('credits')
const REQUESTS_KEPT = 20

const creditId = (memberId: string, template: MessageTemplate): string => `${memberId}:${template}`

/** One answer of a person to WeChat's question. */
export interface Answered {
  template: MessageTemplate
  accepted: boolean
}

/** Enters an answer once, however often it is sent. */
export const enterAnswer = async (
  memberId: string,
  { template, accepted }: Answered,
  requestId: string,
  now: Date,
): Promise<void> => {
  const _id = creditId(memberId, template)
  const [yes, no] = accepted ? [1, 0] : [0, 1]
  const refusedAt = accepted ? null : now
  const enter = () =>
    credits.change(
      { _id, movedTo: null, requests: _.neq(requestId) },
      {
        ...{ credits: _.inc(yes), accepted: _.inc(yes), refused: _.inc(no), lastAskedAt: now, refusedAt },
        requests: _.push({ each: [requestId], slice: -REQUESTS_KEPT }),
      },
    )
  if ((await enter()) > 0) return
  const fresh: CreditDoc = {
    ...{ _id, memberId, template, credits: yes, accepted: yes, refused: no, spent: 0, lastAskedAt: now, refusedAt },
    ...{ requests: [requestId], movedTo: null, mergedFrom: [] },
  }
  // Of two first answers at once one adds, and the other finds it there. A repeated request finds itself, and changes nothing.
  if ((await credits.add(fresh)) === 'exists') await enter()
}

export const creditsOf = (memberIds: readonly string[]): Promise<CreditDoc[]> =>
  memberIds.length === 0
    ? Promise.resolve([])
    : credits.list({
        where: { memberId: _.in([...new Set(memberIds)]) },
        limit: memberIds.length * MESSAGE_TEMPLATES.length,
      })

/** Takes one credit in one atomic step: of two messages that want the last one a single one is sent. */
export const spendCredit = async (memberId: string, template: MessageTemplate): Promise<boolean> =>
  (await credits.change(
    { _id: creditId(memberId, template), credits: _.gt(0), movedTo: null },
    { credits: _.inc(-1), spent: _.inc(1) },
  )) === 1

/** WeChat said that it did not send: what was spent for it comes back. */
export const returnCredit = (memberId: string, template: MessageTemplate): Promise<number> =>
  credits.change({ _id: creditId(memberId, template), spent: _.gt(0) }, { credits: _.inc(1), spent: _.inc(-1) })

/** WeChat said that the person does not want them: what stands in the ledger is worth nothing. */
export const voidCredits = (memberId: string, template: MessageTemplate, now: Date): Promise<number> =>
  credits.change({ _id: creditId(memberId, template) }, { credits: 0, refusedAt: now })

/**
 * Moves a person's ledger to another member id, safe to repeat: it is closed first, so that the numbers that are carried
 * over are the last ones; they are added once; then it goes.
 */
export const moveCredits = async (from: string, to: string): Promise<void> => {
  await credits.change({ memberId: from, movedTo: null }, { movedTo: to })
  for (const old of await creditsOf([from])) {
    const _id = creditId(to, old.template)
    const moved = { ...old, _id, memberId: to, movedTo: null, mergedFrom: [...old.mergedFrom, from] }
    if ((await credits.add(moved)) === 'exists')
      await credits.change(
        { _id, mergedFrom: _.neq(from) },
        {
          ...{ credits: _.inc(old.credits), accepted: _.inc(old.accepted), refused: _.inc(old.refused) },
          ...{ spent: _.inc(old.spent), mergedFrom: _.push([from]) },
        },
      )
    await credits.remove({ _id: old._id })
  }
}

export const removeCredits = (memberId: string): Promise<number> => credits.remove({ memberId })
