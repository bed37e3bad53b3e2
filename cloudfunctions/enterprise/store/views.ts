/** What leaves the server of an enterprise, a contact and a visit. The contract strips whatever it does not declare. */
import type { Holder } from '@/domain/access'
import { isOwnVisit } from '@/domain/enterprise/rules'
import type { ContactDoc, OwnContact } from './contacts'
import type { EnterpriseDoc } from './enterprises'
import type { OutreachDoc } from './outreach'

export const enterpriseView = (enterprise: EnterpriseDoc) => ({ ...enterprise, id: enterprise._id })

/** An enterprise that is gone has no name. */
export const contactView = (contact: ContactDoc, enterprise: Pick<EnterpriseDoc, 'name'> | null | undefined) => ({
  ...contact,
  enterpriseName: enterprise?.name ?? '',
})

/** Who else speaks for it is told only to those who do themselves. */
export const ownView = (own: OwnContact) =>
  own.enterprise.map((enterprise) => ({
    ...own,
    enterprise: { ...enterprise, id: enterprise._id },
    others: own.state === 'confirmed' ? own.others.filter(({ memberId }) => memberId !== own.memberId) : [],
  }))

/** What was said there is for who went and the team's leader. */
export const outreachView = (visit: OutreachDoc, enterpriseName: string, reader: Holder) => {
  const mine = isOwnVisit(reader, visit)
  const { _id: id, note, corrections } = visit
  return { ...visit, id, enterpriseName, note: mine ? note : null, corrections: mine ? corrections : null, mine }
}
