/** WeChat's subscribe messages: which templates the operator has, and the one call that sends. */
import { MESSAGE_TEMPLATES, type MessageTemplate } from '@/domain/message/rules'
import type { RingWords } from '@/domain/message/labels'
import { cloud } from './db'

/** A template that WeChat gave, with its own names of the three fields that every one of ours has. */
export interface Template {
  template: MessageTemplate
  id: string
  fields: Record<keyof RingWords, string>
}

/**
 * `reminder=<id>/<subject>/<when>/<note>,progress=…,todo=…`, as the templates stand in WeChat's console: the numbers in
 * the fields' names differ from account to account. `none` sends nothing.
 */
const settingOf = (): string =>
  process.env.SUBSCRIBE_TEMPLATES ??
  MESSAGE_TEMPLATES.map((template) => `${template}=local-${template}/thing1/time2/thing3`).join(',')

const readTemplate = (part: string): Template[] => {
  const [name, value = ''] = part.trim().split('=')
  const template = MESSAGE_TEMPLATES.find((one) => one === name)
  const [id, subject, when, note] = value.split('/')
  return template && id && subject && when && note ? [{ template, id, fields: { subject, when, note } }] : []
}

/** The templates that can be sent; none when the operator has none. */
export const templates = (): Template[] => settingOf().split(',').flatMap(readTemplate)

/** WeChat's answer when the person has not agreed, or has taken it back. */
const NOT_AGREED = 43101

/** `refused` by the person; `failed` when WeChat answered that it did not send; what else went wrong is thrown. */
export type Sent = 'sent' | 'refused' | 'failed'

const codeOf = (answer: unknown): number => {
  const code = Number(Object(answer).errCode)
  return Number.isFinite(code) ? code : -1
}

/** @param page opened by a tap on the message, without a slash in front */
export const sendRing = async (
  { id, fields }: Template,
  { openid, page, words }: { openid: string; page: string; words: RingWords },
): Promise<Sent> => {
  const data = {
    [fields.subject]: { value: words.subject },
    [fields.when]: { value: words.when },
    [fields.note]: { value: words.note },
  }
  try {
    await cloud.openapi.subscribeMessage.send({ touser: openid, templateId: id, page, lang: 'zh_CN', data })
    return 'sent'
  } catch (error) {
    const code = codeOf(error)
    if (code === NOT_AGREED) return 'refused'
    // WeChat's own codes are positive; the SDK's, below zero, leave open whether it was sent.
    if (code > 0) return 'failed'
    throw error
  }
}
