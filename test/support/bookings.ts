/** Consultations in numbers, for figures. */
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import { buildConsultation } from '../../config/seed/consultation-builders'

export const buildBooking = (id: string, bookedAt: Date, overrides: Partial<ConsultationDoc> = {}): ConsultationDoc =>
  buildConsultation(id, bookedAt, {
    question: '演示问题：不该出现在统计里',
    ownerId: 'm-specialist-01',
    owner: { name: '演示专员01', title: '税务志愿者' },
    contactId: 'm-contact-01',
    contactName: '演示联络人01',
    ...overrides,
    // Somebody may be given another moment than the day's own.
    bookedAt: overrides.bookedAt ?? bookedAt,
  })
