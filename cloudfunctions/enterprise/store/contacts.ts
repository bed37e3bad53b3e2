/** Collection `contacts`: one document per enterprise and person, whatever became of their wish to speak for it. */
import type { ContactState } from '@/domain/enterprise/rules'
import { _, collection } from '../../kernel/db'
import type { WithFacts } from '../../kernel/facts'

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
