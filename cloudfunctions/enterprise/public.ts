/** Reads that a neighbour may use. */
import { confirmedContacts, type ContactDoc } from './store/contacts'
import { findEnterprises, type EnterpriseDoc } from './store/enterprises'

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
