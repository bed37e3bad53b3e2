/** Collection `contacts`: one document per enterprise and person, whatever became of their wish to speak for it. */
import { mayMove, type ContactState } from '@/domain/enterprise/rules'
import {
  _,
  afterCursor,
  collection,
  dateCursor,
  equalsVariable,
  every,
  pageOf,
  subPipeline,
  type Terms,
} from '../../kernel/db'
import { withFact, type Fact, type WithFacts } from '../../kernel/facts'
import type { EnterpriseDoc } from './enterprises'

export interface ContactDoc extends WithFacts {
  enterpriseId: string
  memberId: string
  /** As the member record says it; empty when the person is gone. */
  name: string
  /** What they are there (职务), in their own words. */
  position: string
  state: ContactState
  /** When the present state began. */
  since: Date
  declineReason: string
  history: { at: Date; by: string; what: string }[]
}

export const contacts = collection<ContactDoc>('contacts')

/** The natural key: asking twice is asking once. */
export const contactIdOf = (enterpriseId: string, memberId: string): string => `${enterpriseId}:${memberId}`

const MOST_CONTACTS = 1000

/** Who speaks for these enterprises, by name. */
export const confirmedContacts = (enterpriseIds: readonly string[]): Promise<ContactDoc[]> =>
  enterpriseIds.length === 0
    ? Promise.resolve([])
    : contacts.list({
        where: { enterpriseId: _.in([...new Set(enterpriseIds)]), state: 'confirmed' },
        order: [['_id', 'asc']],
        limit: MOST_CONTACTS,
        without: ['history', 'facts'],
      })

const HISTORY = 20

export const newContact = (
  who: Pick<ContactDoc, 'enterpriseId' | 'memberId' | 'name' | 'position'>,
  fact: Fact,
  now: Date,
): ContactDoc => ({
  ...who,
  _id: contactIdOf(who.enterpriseId, who.memberId),
  state: 'waiting',
  since: now,
  declineReason: '',
  facts: [fact],
  history: [{ at: now, by: who.memberId, what: 'waiting' }],
})

/**
 * The one write of every move of a contact: from the state that was read, with who moved it and the fact by which the
 * right, the counts and the messages follow. Of two at once one wins; `since` tells a state from the same one come again.
 *
 * @returns whether it was made
 */
export const moveContact = async (
  read: Pick<ContactDoc, '_id' | 'state' | 'since'>,
  state: ContactState,
  change: { at: Date; by: string; data?: Terms; fact: Fact },
): Promise<boolean> => {
  if (!mayMove(read.state, state)) return false
  const { at, by, data = {}, fact } = change
  const line = { at, by, what: state }
  const updated = await contacts.change(
    { _id: read._id, state: read.state, since: read.since },
    { ...data, state, since: at, history: _.push({ each: [line], slice: -HISTORY }), ...withFact(fact) },
  )
  return updated === 1
}

/** Notes down that somebody who speaks for an enterprise is about to be let go; false when they no longer do. */
export const markLeaving = async ({ _id, state, since }: ContactDoc, mark: Fact): Promise<boolean> =>
  (await contacts.change({ _id, state, since }, withFact(mark))) === 1

export const countAsked = (memberId: string): Promise<number> => contacts.count({ memberId, state: 'waiting' })

const SHOWN = 100

/** Everybody who speaks for an enterprise or asks to, and who was declined; the longest first. */
export const contactsAround = (enterpriseId: string, states: readonly ContactState[]): Promise<ContactDoc[]> =>
  contacts.list({
    where: { enterpriseId, state: _.in([...states]) },
    order: [
      ['since', 'asc'],
      ['_id', 'asc'],
    ],
    limit: SHOWN,
    without: ['history', 'facts'],
  })

export interface OwnContact extends ContactDoc {
  enterprise: Pick<EnterpriseDoc, '_id' | 'name' | 'industry' | 'address'>[]
  others: Pick<ContactDoc, 'memberId' | 'name' | 'position'>[]
}

const withEnterprise = { from: 'enterprises', localField: 'enterpriseId', foreignField: '_id', as: 'enterprise' }

/** A person's enterprises with those who speak for them: one round trip. */
export const ownContacts = (memberId: string, narrowed: Terms = {}): Promise<OwnContact[]> =>
  contacts.pipeline((start) =>
    start
      .match({ memberId, state: _.neq('left'), ...narrowed })
      .sort({ since: -1, _id: -1 })
      .limit(SHOWN)
      .lookup(withEnterprise)
      .lookup({
        from: 'contacts',
        let: { enterpriseId: '$enterpriseId' },
        pipeline: subPipeline()
          .match(every({ state: 'confirmed' }, equalsVariable('enterpriseId', 'enterpriseId')))
          .limit(SHOWN)
          .done(),
        as: 'others',
      }),
  )

const PAGE = 30

/** Who asks to speak for an enterprise, the longest wait first, with its name: one round trip. */
export const waitingContacts = async (cursor: string | null) => {
  const rows = await contacts.pipeline<ContactDoc & { enterprise: Pick<EnterpriseDoc, 'name'>[] }>((start) =>
    start
      .match(every({ state: 'waiting' }, afterCursor(cursor, 'since', 'asc')))
      .sort({ since: 1, _id: 1 })
      .limit(PAGE + 1)
      .lookup(withEnterprise),
  )
  return pageOf(rows, PAGE, (row) => dateCursor(row.since, row._id))
}

const MOST_OF_ONE = 100

/** Every wish of one person to speak for an enterprise, whatever became of it. */
export const allContactsOf = (memberId: string): Promise<ContactDoc[]> =>
  contacts.list({ where: { memberId }, order: [['since', 'desc']], limit: MOST_OF_ONE })

/** When somebody last left an enterprise; the beginning of time when nobody ever did. */
export const lastLeft = async (enterpriseId: string): Promise<Date> => {
  const [last] = await contacts.list({ where: { enterpriseId, state: 'left' }, order: [['since', 'desc']], limit: 1 })
  return last?.since ?? new Date(0)
}

export const renameContact = (memberId: string, name: string): Promise<number> =>
  contacts.change({ memberId, name: _.neq(name) }, { name })
