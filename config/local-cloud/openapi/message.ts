import { isObject } from '../http/message'
import { missing, ok, refusal, type OpenApi } from './answer'

/** Longest values of a subscribe message's fields, by the kind that a key begins with (`thing1`, `phrase2` …). */
const longest: Record<string, number> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 20,
  phrase: 5,
}

/** An openid with this in it has not agreed to any message (43101), so that a product's answer to that can be seen and tested. */
export const unsubscribedMark = 'unsubscribed'

/** `subscribeMessage.send`: checked as WeChat checks it, then kept in the outbox. Whether the person subscribed is not known here. */
export const sendSubscribeMessage: OpenApi = (params) => {
  const lacking = missing(params, ['touser', 'template_id', 'data'])
  if (lacking.includes('touser')) return refusal(40003, 'invalid openid')
  if (lacking.includes('template_id')) return refusal(40037, 'invalid template_id')
  if (!isObject(params.data)) return refusal(47003, 'argument invalid! data')
  const wrong = Object.entries(params.data).find(([key, field]) => !isValid(key, field))
  if (wrong) return refusal(47003, `argument invalid! data.${wrong[0]}.value invalid`)
  if (String(params.touser).includes(unsubscribedMark)) return refusal(43101, 'user refuse to accept the msg')
  return ok({ msgid: Date.now() })
}

function isValid(key: string, field: unknown): boolean {
  const value = isObject(field) ? field.value : undefined
  if (typeof value !== 'string' && typeof value !== 'number') return false
  const kind = key.replace(/\d+$/, '')
  return String(value) !== '' && String(value).length <= (longest[kind] ?? 200)
}

/** `customerServiceMessage.send` */
export const sendCustomerMessage: OpenApi = (params) => {
  const lacking = missing(params, ['touser', 'msgtype'])
  if (lacking.includes('touser')) return refusal(40003, 'invalid openid')
  return lacking.length > 0 ? refusal(40008, 'invalid message type') : ok()
}
