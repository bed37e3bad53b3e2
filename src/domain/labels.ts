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
import type { CommonRefusal, Contract, RefusalDetail, TextFault } from './kit'

type Phrase = string | ((detail: RefusalDetail) => string)
type CommonPhrase = string | ((detail: RefusalDetail, context: string) => string)
type CodesOf<C extends Contract> = C[keyof C]['refusals'][number]
/** One phrase for each refusal that a context declares. */
export type Words<C extends Contract> = Record<CodesOf<C>, Phrase>

const phraseIn = <P>(words: Record<string, P>, code: string): P | undefined =>
  Object.prototype.hasOwnProperty.call(words, code) ? words[code] : undefined

/** What a text field is called, by its own name, or by `context.name` where that context calls it otherwise. */
export const fieldLabels: Record<string, string> = {
  address: '地址',
  alt: '图片说明',
  answer: '答复',
  contact: '联系方式',
  directions: '交通指引',
  groupName: '团队名称',
  intro: '简介',
  label: '名目',
  name: '名称',
  nextStep: '下一步',
  note: '备注',
  notes: '备注',
  number: '编号',
  placeName: '地点',
  position: '职务',
  question: '问题',
  reason: '原因',
  slot: '材料',
  source: '来源',
  statement: '问题陈述',
  summary: '简介',
  text: '内容',
  title: '标题',
  unit: '单位',
  words: '说明',
  'enterprise.note': '走访记录',
  'enterprise.words': '查找的文字',
  'event.words': '查找的文字',
  'exhibit.words': '查找的文字',
  'guidance.note': '纪要',
  'member.name': '姓名',
  'member.words': '查找的文字',
}

/** The fault and the field come with the refusal; the words name both, since a form may have ten fields. */
const faultWords: Record<TextFault, string> = {
  empty: '还没有填写',
  tooLong: '写得太长，请缩短后再提交',
  hidden: '里有看不见的特殊字符（多半是粘贴带来的），请删掉后重新输入',
}

/** A path such as `draft.agenda.0.title` is about its last name. */
const fieldWords = (context: string, path: string): string => {
  const name = path.split('.').reduce((last, part) => (/^\d+$/.test(part) ? last : part), '')
  return phraseIn(fieldLabels, `${context}.${name}`) ?? phraseIn(fieldLabels, name) ?? '填写的内容'
}

const badInputWords: CommonPhrase = ({ field = '', wrong = '' }, context) => {
  const fault = phraseIn<string>(faultWords, String(wrong))
  return fault === undefined ? '有内容填写得不对，请检查后再提交' : `“${fieldWords(context, String(field))}”${fault}`
}

const commonRefusals: Record<CommonRefusal | 'offline', CommonPhrase> = {
  badInput: badInputWords,
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

/**
 * What to tell the person about a refusal: what to do now, never an internal code.
 *
 * @param action where it was refused, such as `event.checkIn`
 */
export const refusalWords = (action: ActionName, code: string, detail: RefusalDetail = {}): string => {
  const context = action.slice(0, action.indexOf('.'))
  const phrase =
    phraseIn<CommonPhrase>(byContext[context] ?? {}, code) ?? phraseIn(commonRefusals, code) ?? commonRefusals.failed
  return typeof phrase === 'function' ? phrase(detail, context) : phrase
}
