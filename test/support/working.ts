/** What page tests of the team's desk have in common: the service's day, and the clock on it. */
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ConsultationDoc } from '../../cloudfunctions/consultation/store/consultations'
import { atWallClock } from '@/domain/time'
import { bookPast, slotAt } from './asking'
import { cloud } from './cloud'
import { SATURDAY } from './service'
import { phone } from './taro/phone'

/** Sets the clock of phone and cloud to a time of Saturday, the day of the service. */
export const onSaturday = (time: string): void => cloud.setNow(atWallClock(SATURDAY, time))

export const QUESTION = '演示问题：研发费用怎么归集'

/** `enterprise-01` books anna's slot at 9:30; gives the consultation's id. */
export const bookAnna = (enterprise = 1, time = '09:30') => bookPast(enterprise, slotAt('anna', time), QUESTION)

/** Calls an action as somebody, past the pages; throws when it is refused. */
export const past = async (openid: string, action: string, input: object): Promise<unknown> => {
  const answer = await cloud.as(openid).call(action as never, input as never)
  if (!answer.ok) throw new Error(`${action}: ${answer.error.code}`)
  return answer.data
}

let requests = 0
/** Something that is sent once. */
export const once = (input: object): object => ({ ...input, requestId: `request-${(requests += 1)}` })

export const stands = async (id: string): Promise<ConsultationDoc> => {
  const found = (await cloud.all<ConsultationDoc>('consultations')).find(({ _id }) => _id === id)
  if (!found) throw new Error(`no consultation ${id}`)
  return found
}

/** The sheet that lies over the page. */
export const sheet = async (name: string) => within(await screen.findByRole('dialog', { name }))

export const typeInto = async (label: string, words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name: label }), words)

let underWay = 0

/** Counts from now on what the phone asks, so that a test can wait until everything has been answered. */
export const watchPhone = (): void => {
  const { cloud: ask } = phone
  underWay = 0
  phone.cloud = (name, data) => {
    underWay += 1
    return ask(name, data).finally(() => (underWay -= 1))
  }
}

/** Waits until everything that the watched phone asked has been answered and drawn. */
export const settled = async (): Promise<void> => {
  do {
    await waitFor(() => expect(underWay).toBe(0))
    // What was drawn may ask for something else.
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  } while (underWay > 0)
}
