/** Reads that a neighbour may use. */
import { confirmedContacts, type ContactDoc } from './store/contacts'
import { findEnterprises, type EnterpriseDoc } from './store/enterprises'
import { countVisitsIn, visitsPart, type VisitSpan } from './store/outreach'

export type EnterpriseCard = Pick<EnterpriseDoc, '_id' | 'name' | 'industry' | 'lastMetAt'>
export type ContactCard = Pick<ContactDoc, 'memberId' | 'name'>

/** Who speaks for each of these enterprises: confirmed contacts only. One round trip; none for no ids. */
export const contactsOf = async (enterpriseIds: readonly string[]): Promise<Map<string, ContactCard[]>> => {
  const found = new Map<string, ContactCard[]>(enterpriseIds.map((id) => [id, []]))
  for (const { enterpriseId, memberId, name } of await confirmedContacts(enterpriseIds))
    found.get(enterpriseId)?.push({ memberId, name })
  return found
}

/** Enterprises by id; an unknown one is missing. One round trip; none for no ids. */
export const enterprisesById = async (ids: readonly string[]): Promise<Map<string, EnterpriseCard>> =>
  new Map((await findEnterprises(ids)).map((enterprise) => [enterprise._id, enterprise]))

/** How many visits there are in a span of days, cancelled ones too. One round trip. */
export const countVisits = countVisitsIn

/** A part of the visits of a span of days, the earliest first, without what was said there. One round trip. */
export const visitsSlice = async (span: VisitSpan, after: string | null, size: number) => {
  const { rows, nextCursor } = await visitsPart(span, after, size)
  return {
    rows: rows.map(({ teamId, day, by, byName, state, writtenAt, enterprise }) => ({
      ...{ teamId, day, by, byName, state, writtenAt },
      enterpriseName: enterprise[0]?.name ?? '',
    })),
    nextCursor,
  }
}
