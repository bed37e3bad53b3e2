/** What people of the demo were told: some of it read, some of it waiting. */
import type { MessageKind, MessageParams, Notice } from '@/domain/message/rules'
import { DAY, HOUR } from '@/domain/time'
import type { ContactDoc } from '../../cloudfunctions/enterprise/store/contacts'
import type { EnterpriseDoc } from '../../cloudfunctions/enterprise/store/enterprises'
import type { MessageDoc } from '../../cloudfunctions/message/store/messages'
import { buildMessage, buildNotice } from './message-builders'

/** As it stands in an inbox since `at`; no phone rings for what is of yesterday. */
export const toldBefore = <K extends MessageKind>(
  to: string,
  at: Date,
  told: { kind: K; params: MessageParams[K]; about: Notice['about']; read?: boolean },
): MessageDoc => {
  const { kind, params, about, read = false } = told
  const notice = buildNotice(to, at, { key: `demo-${kind}-${about.id}:${to}`, kind, params, about } as Partial<Notice>)
  const ring: MessageDoc['ring'] = { state: 'inboxAlone', due: at, sentAt: null }
  return buildMessage(notice, { ring, readAt: read ? new Date(at.getTime() + HOUR) : null })
}

const STAFF = ['m-staff-01', 'm-staff-02']
const LATELY_MS = 90 * DAY

/** What followed from who asked to speak for an enterprise: staff were told that they wait, they that they may. */
export const messagesAround = (
  now: Date,
  enterprises: readonly EnterpriseDoc[],
  contacts: readonly ContactDoc[],
): MessageDoc[] =>
  contacts
    .filter(({ since }) => now.getTime() - since.getTime() < LATELY_MS)
    .flatMap(({ enterpriseId, memberId, name: person, state, since }) => {
      const enterprise = enterprises.find(({ _id }) => _id === enterpriseId)?.name ?? ''
      const params = { enterprise, person }
      if (state === 'waiting') {
        const about = { page: 'deskEnterprises', id: enterpriseId } as const
        return STAFF.map((to) => toldBefore(to, since, { kind: 'contactWaiting', params, about }))
      }
      const about = { page: 'enterprises', id: enterpriseId } as const
      if (state !== 'confirmed') return []
      return [toldBefore(memberId, since, { kind: 'contactConfirmed', params, about, read: true })]
    })
