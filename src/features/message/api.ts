import type { InputFor } from '@/domain/contracts'
import { call } from '@/lib/cloud'

/** Everything the app asks of context `message`, one line per action; what an action means stands in its contract. */
export const readMessage = (messageId: string) => call('message.read', { messageId })
export const readAllMessages = (until: number) => call('message.readAll', { until })
export const enterAnswers = (input: InputFor<'message.accepted'>) => call('message.accepted', input)
