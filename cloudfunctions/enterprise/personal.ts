/** What this context keeps of a person, for them to read and take out. Erasure happens in reactions.ts. */
import { contactStateLabels, outreachStateLabels } from '@/domain/enterprise/labels'
import { dayKey } from '@/domain/time'
import { allContactsOf } from './store/contacts'
import { findEnterprises } from './store/enterprises'
import { allVisitsBy } from './store/outreach'

export const collect = async (memberId: string) => {
  const [contacts, visits] = await Promise.all([allContactsOf(memberId), allVisitsBy(memberId)])
  const ids = [...contacts, ...visits].map(({ enterpriseId }) => enterpriseId)
  const names = new Map((await findEnterprises(ids)).map(({ _id, name }) => [_id, name]))
  return {
    title: '企业联络与走访',
    rows: [
      ...contacts.map(({ enterpriseId, position, state, since, declineReason }) => ({
        企业: names.get(enterpriseId) ?? '',
        职务: position,
        联络人: contactStateLabels[state],
        日期: dayKey(since),
        原因: declineReason,
      })),
      ...visits.map(({ enterpriseId, day, state, note }) => ({
        企业: names.get(enterpriseId) ?? '',
        走访: outreachStateLabels[state],
        日期: day,
        记录: note,
      })),
    ],
  }
}
