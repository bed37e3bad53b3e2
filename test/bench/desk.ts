import type { LocalCloud } from '../../config/local-cloud'
import { ask } from './caller'
import { secretary } from './stage'

/** The text in the QR code that an event's desk shows at this moment. @throws Error when it shows none */
export async function codeOnDesk(cloud: LocalCloud, eventId: string): Promise<string> {
  const { code, data } = await ask(cloud, secretary, 'event.desk', { eventId })
  if (!data?.code) throw new Error(`the desk of ${eventId} shows no code (${code})`)
  return data.code.text
}
