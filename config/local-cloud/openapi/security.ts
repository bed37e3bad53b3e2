import { randomUUID } from 'node:crypto'
import { limits } from '../limits'
import { ok, refusal, type OpenApi, type OpenApiParams } from './answer'

/** A text with this in it is risky to the local cloud, so that a product's refusal can be seen and tested. */
export const riskyMark = '【违规】'
/** A text with this in it is one that a person should look at (`suggest: 'review'`). */
export const reviewMark = '【待审】'

/** Labels of the content check: 100 is normal, 20006 "illegal or criminal", 21000 "other". */
const verdicts = { pass: 100, risky: 20006, review: 21000 } as const

function verdictOf(text: string): keyof typeof verdicts {
  if (text.includes(riskyMark)) return 'risky'
  return text.includes(reviewMark) ? 'review' : 'pass'
}

/** `security.msgSecCheck`: version 2 answers a verdict, version 1 (no `version`) the error 87014 for a risky text. */
export const msgSecCheck: OpenApi = (params) => {
  const { content } = params
  if (typeof content !== 'string' || content === '') return refusal(44004, 'empty content')
  if (Number(params.version) !== 2) {
    return verdictOf(content) === 'pass' ? ok() : refusal(87014, 'risky content')
  }
  if (content.length > limits.checkedText) return refusal(45002, 'content size out of limit')
  if (typeof params.openid !== 'string' || params.openid === '') return refusal(40003, 'invalid openid')
  if (![1, 2, 3, 4].includes(Number(params.scene))) return refusal(40097, 'invalid args: scene')
  return ok(verdict([content, params.title, params.nickname, params.signature].join('\n')))
}

function verdict(text: string): Record<string, unknown> {
  const suggest = verdictOf(text)
  const label = verdicts[suggest]
  return {
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    trace_id: randomUUID(),
  }
}

/** `security.mediaCheckAsync`: accepts the picture or sound; WeChat would push its verdict later, nothing comes here. */
export const mediaCheckAsync: OpenApi = (params) => {
  if (typeof params.media_url !== 'string' || params.media_url === '') return refusal(40097, 'invalid args: media_url')
  if (![1, 2].includes(Number(params.media_type))) return refusal(40097, 'invalid args: media_type')
  return ok({ trace_id: randomUUID() })
}

/** `security.imgSecCheck` (old): every picture passes. */
export const imgSecCheck: OpenApi = (params: OpenApiParams) =>
  params.media === undefined ? refusal(41005, 'media data missing') : ok()
