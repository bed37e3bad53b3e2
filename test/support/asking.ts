/** What page tests of the service have in common: a day that can be booked, and the phone in a contact's hand. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/consultations'
import { serviceSlotIdOf } from '@/domain/service/rules'
import { atWallClock } from '@/domain/time'
import { cloud } from './cloud'
import { branch, NOW } from './park'
import { DAY_ID, furnish, raiseEnterprises, raiseTeam, SATURDAY } from './service'

/** The branch, and the day of Saturday with its people and enterprises. */
export const openService = async (): Promise<void> => {
  await cloud.put('branches', branch)
  await furnish()
}

/** The people and enterprises without any day. */
export const openWithoutDays = async (): Promise<void> => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raiseTeam()
  await raiseEnterprises(1)
}

/** A slot of Saturday's day, `slotAt('anna', '09:30')`. */
export const slotAt = (person: 'anna' | 'bert', time: string): string =>
  serviceSlotIdOf(DAY_ID, `m-${person}`, atWallClock(SATURDAY, time))

/** Books a slot for `enterprise-0<n>` past the pages; gives the consultation's id. */
export const bookPast = async (n: number, slotId: string, question = '演示问题：研发费用怎么归集'): Promise<string> => {
  const contact = cloud.as(`contact-${n}`)
  const enterpriseId = `enterprise-0${n}` as never
  const held = await contact.call('service.hold', { slotId, enterpriseId })
  if (!held.ok) throw new Error(`not held: ${held.error.code}`)
  const booked = await contact.call('consultation.book', { slotId, enterpriseId, topic: 'tax', question } as never)
  if (!booked.ok) throw new Error(`not booked: ${booked.error.code}`)
  return (booked.data as unknown as { outline: { id: string } }).outline.id
}

/** What is stored of the consultations, in few words. */
export const consultations = async () =>
  (await cloud.all<ConsultationDoc>('consultations')).map(
    ({ enterpriseId, slotId, state, topic, question, ownerId }) => ({
      enterpriseId,
      slotId,
      state,
      topic,
      question,
      ownerId,
    }),
  )

export const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
export const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
export const says = (words: string | RegExp) => screen.findByText(words)
