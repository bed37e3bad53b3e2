/** Words for every refusal. A code without words does not compile. */
import type { ActionName } from './contracts'
import { centreRefusals } from './centre/labels'
import { consultationRefusals } from './consultation/labels'
import { documentRefusals } from './document/labels'
import { enterpriseRefusals } from './enterprise/labels'
import { eventRefusals } from './event/labels'
import { exhibitRefusals } from './exhibit/labels'
import { figureRefusals } from './figure/labels'
import { fileRefusals } from './file/labels'
import { guidanceRefusals } from './guidance/labels'
import { memberRefusals } from './member/labels'
import { messageRefusals } from './message/labels'
import { serviceRefusals } from './service/labels'
import type { CommonRefusal, Contract, RefusalDetail } from './kit'

type Phrase = string | ((detail: RefusalDetail) => string)
type CodesOf<C extends Contract> = C[keyof C]['refusals'][number]
/** One phrase for each refusal that a context declares. */
export type Words<C extends Contract> = Record<CodesOf<C>, Phrase>

const commonRefusals: Record<CommonRefusal | 'offline', Phrase> = {
  badInput: '有内容填写得不对，请检查后再提交',
  notBound: '请先绑定身份，再继续',
  notAllowed: '您没有这项权限，可以请党委工作人员授予',
  notFound: '没有找到，可能已被删除或您无权查看',
  busy: '同时操作的人太多，请稍等几秒再试',
  failed: '服务暂时出了问题，请稍后再试',
  unknownAction: '当前版本不支持这个操作，请更新后再试',
  offline: '网络不通，请检查网络后再试',
}

const byContext: Record<string, Record<string, Phrase>> = {
  centre: centreRefusals,
  consultation: consultationRefusals,
  document: documentRefusals,
  enterprise: enterpriseRefusals,
  event: eventRefusals,
  exhibit: exhibitRefusals,
  figure: figureRefusals,
  file: fileRefusals,
  guidance: guidanceRefusals,
  member: memberRefusals,
  message: messageRefusals,
  service: serviceRefusals,
}

const phraseIn = (words: Record<string, Phrase>, code: string): Phrase | undefined =>
  Object.prototype.hasOwnProperty.call(words, code) ? words[code] : undefined

/**
 * What to tell the person about a refusal: what to do now, never an internal code.
 *
 * @param action where it was refused, such as `event.checkIn`
 */
export const refusalWords = (action: ActionName, code: string, detail: RefusalDetail = {}): string => {
  const own = byContext[action.slice(0, action.indexOf('.'))] ?? {}
  const phrase = phraseIn(own, code) ?? phraseIn(commonRefusals, code) ?? commonRefusals.failed
  return typeof phrase === 'function' ? phrase(detail) : phrase
}
