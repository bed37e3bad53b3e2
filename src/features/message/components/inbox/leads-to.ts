import type { MessageAbout, MessagePage } from '@/domain/message/rules'
import { isPageName, openPage, type PageName } from '@/lib/routes'

/** The page of the app that each kind of thing is seen on, and what its address calls the id. */
const places: Record<MessagePage, { page: string; id: string } | null> = {
  consultation: { page: 'consultation', id: 'consultationId' },
  workItem: { page: 'workItem', id: 'consultationId' },
  guidance: { page: 'guidance', id: 'consultationId' },
  deskGuidance: { page: 'deskGuidance', id: 'consultationId' },
  serviceDay: { page: 'serviceDay', id: 'serviceDayId' },
  deskDay: { page: 'deskServiceDay', id: 'serviceDayId' },
  enterprises: { page: 'myEnterprises', id: 'enterpriseId' },
  deskEnterprises: { page: 'deskEnterprises', id: 'enterpriseId' },
  documents: { page: 'documents', id: 'jobId' },
  none: null,
}

/** Where a message leads to. */
interface Lead {
  page: PageName
  query: Record<string, string>
}

/** Null when it leads nowhere: the message says all there is, or this version of the app has no such page. */
export const leadOf = ({ page, id }: MessageAbout): Lead | null => {
  const place = places[page] ?? null
  if (!place || !isPageName(place.page)) return null
  return { page: place.page, query: id === '' ? {} : { [place.id]: id } }
}

/** Opens what a message is about; nothing when it leads nowhere. */
export const openLead = async (about: MessageAbout): Promise<void> => {
  const lead = leadOf(about)
  if (lead) await openPage(lead.page, lead.query)
}
