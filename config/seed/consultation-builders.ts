/** Consultations and what was said in them as their stores would have written them: see builders.ts. */
import type { LineKind, Side } from '@/domain/consultation/rules'
import { outcomeDue } from '@/domain/consultation-clock'
import { HOUR } from '@/domain/time'
import { newConsultation, type ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import type { LineDoc } from '../../cloudfunctions/consultation/store/lines'
import type { SlotDoc } from '../../cloudfunctions/service/store/slots'

const EVERY_DAY = () => true

/** What a consultation says of a slot that it has booked. */
export const placedOn = (slot: SlotDoc): Partial<ConsultationDoc> => ({
  slotId: slot._id,
  holdId: slot.holdId,
  dayId: slot.dayId,
  startsAt: slot.startsAt,
  endsAt: slot.endsAt,
  placeName: slot.placeName,
  teamId: slot.teamId,
  ownerId: slot.specialistId,
  owner: slot.specialist,
  dueAt: outcomeDue(slot.endsAt, EVERY_DAY),
})

/**
 * A question of `enterprise-01` that was booked with `m-world-specialist` of `team-01`; without a slot unless it is said.
 * What lists and timers go by follows from the rest.
 */
export const buildConsultation = (
  id: string,
  bookedAt: Date,
  overrides: Partial<ConsultationDoc> = {},
): ConsultationDoc => {
  const { enterpriseId = 'enterprise-01', startsAt = null } = overrides
  const doc = newConsultation(
    {
      _id: id,
      mode: 'slot',
      state: 'booked',
      topic: 'tax',
      enterpriseId,
      enterpriseName: `演示企业${enterpriseId.replace('enterprise-', '')}`,
      teamId: 'team-01',
      bookedAt,
      question: '研发费用加计扣除怎么准备材料',
      files: [],
      ownerId: 'm-world-specialist',
      owner: { name: '演示专员', title: '税务志愿者' },
      contactId: 'm-world-contact',
      contactName: '演示联络人',
      startsAt,
      endsAt: startsAt && new Date(startsAt.getTime() + HOUR / 2),
      placeName: startsAt ? '天安智谷一楼大厅' : '',
      ...overrides,
    },
    { by: 'm-world-contact', what: 'booked' },
  )
  return { ...doc, ...overrides }
}

/** Something said in a consultation, by its owner unless it is said. */
export const buildLine = (
  consultation: Pick<ConsultationDoc, '_id' | 'ownerId' | 'owner'>,
  nth: number,
  { at, kind, side, text, ...overrides }: { at: Date; kind: LineKind; side: Side; text: string } & Partial<LineDoc>,
): LineDoc => ({
  _id: `${consultation._id}-line-${String(nth).padStart(2, '0')}`,
  consultationId: consultation._id,
  at,
  kind,
  side,
  by: side === 'team' ? consultation.ownerId : '',
  byName: side === 'team' ? consultation.owner.name : '',
  text,
  files: [],
  ...overrides,
})
