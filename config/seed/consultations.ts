/** Consultations of the demo: one for every booked slot, one of every state for the first enterprise, and half a year behind. */
import { courseWords } from '@/domain/consultation/labels'
import type { Outcome, Verdict } from '@/domain/consultation/rules'
import { outcomeDue, reopenUntil, type Silence } from '@/domain/consultation-clock'
import { atWallClock, DAY, dayKey, HOUR, MINUTE, weekdayOf } from '@/domain/time'
import { dueAfter } from '@/domain/working-time'
import { derivedOf, type ConsultationDoc } from '../../cloudfunctions/consultation/store/document'
import type { LineDoc } from '../../cloudfunctions/consultation/store/lines'
import type { SlotDoc } from '../../cloudfunctions/service/store/slots'
import type { SpecialistDoc } from '../../cloudfunctions/service/store/specialists'
import { buildConsultation, buildLine, placedOn } from './consultation-builders'
import { WORDS, type Words } from './consultation-words'
import { ago } from './past'

export interface ConsultationSeed {
  consultations: ConsultationDoc[]
  lines: LineDoc[]
}
interface Around {
  slots: readonly SlotDoc[]
  specialists: readonly SpecialistDoc[]
  nameOf: (enterpriseId: string) => string
}

const weekdays = (day: string): boolean => ![0, 6].includes(weekdayOf(day))
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

const CONTACTS: Record<string, readonly [id: string, name: string]> = {
  'enterprise-01': ['m-contact-01', '演示联络人01'],
  'enterprise-02': ['m-contact-03', '演示联络人03'],
}
const contactOf = (enterpriseId: string) => {
  const [contactId, contactName] = CONTACTS[enterpriseId] ?? ['', '演示企业联络人']
  return { contactId, contactName }
}

/** What became of it, from the words of its topic. */
const concluded = (words: Words, met: Date, outcome: Outcome): Partial<ConsultationDoc> => ({
  outcome,
  firstAnswerAt: met,
  nextStep: outcome === 'answered' ? '' : words.nextStep,
  ...(outcome === 'answered'
    ? { state: 'answered', waitingSince: met, dueAt: null }
    : { state: 'open', waitingSince: null, dueAt: dueAfter(met, 3, weekdays) }),
})
const closed = (met: Date, verdict: Verdict, stars: number): Partial<ConsultationDoc> => ({
  state: 'closed',
  verdict,
  waitingSince: null,
  dueAt: null,
  closedAt: new Date(met.getTime() + 2 * DAY),
  ...(stars > 0 ? { rating: { stars, words: stars > 4 ? '讲得清楚，跟得紧' : '' }, ratedAt: met } : {}),
})

/** What was said in it until now, as far as its state says that something was. */
const linesOf = (doc: ConsultationDoc, words: Words): LineDoc[] => {
  if (!doc.firstAnswerAt) return []
  const met = doc.firstAnswerAt
  const said = [buildLine(doc, 1, { at: met, kind: 'outcome', side: 'team', text: words.answer })]
  if (doc.nextStep)
    said.push(
      buildLine(doc, 2, { at: new Date(met.getTime() + 1), kind: 'nextStep', side: 'team', text: doc.nextStep }),
    )
  if (doc.closedAt && doc.reopenUntil) {
    const text = courseWords.unanswered('打过两次电话，没有人接。')
    said.push(buildLine(doc, 3, { at: doc.closedAt, kind: 'state', side: 'team', text }))
  } else if (doc.closedAt) {
    const { contactId: by, contactName: byName } = doc
    said.push(buildLine(doc, 3, { at: doc.closedAt, kind: 'verdict', side: 'enterprise', text: '已解决', by, byName }))
  }
  return said
}

const withLines = (doc: ConsultationDoc, words: Words, more: LineDoc[] = []): [ConsultationDoc, LineDoc[]] => {
  const lines = [...linesOf(doc, words), ...more]
  return [{ ...doc, said: lines.length }, lines]
}

/** How the meeting of a booked slot stands at this moment. */
const courseOf = (slot: SlotDoc, nth: number, words: Words, now: Date): Partial<ConsultationDoc> => {
  if (slot.startsAt > now) return slot.startsAt.getTime() - now.getTime() <= 40 * MINUTE ? { state: 'arrived' } : {}
  if (slot.endsAt > now) return { state: 'started' }
  if (now.getTime() - slot.endsAt.getTime() < 2 * HOUR)
    return nth % 2 === 0 ? concluded(words, slot.endsAt, 'answered') : {}
  if (nth % 7 === 6) return { state: 'noShow', dueAt: null }
  if (nth % 3 === 2) return { ...concluded(words, slot.endsAt, 'followUp'), dueAt: dueAfter(now, 2, weekdays) }
  return { ...concluded(words, slot.endsAt, 'answered'), ...closed(slot.endsAt, 'solved', nth % 2 ? 5 : 0) }
}

const ofSlots = (now: Date, { slots, specialists, nameOf }: Around) =>
  slots
    .filter(({ state, consultationId }) => state === 'booked' && consultationId !== null)
    .map((slot, nth) => {
      const person = specialists.find(({ _id }) => _id === slot.specialistId)
      const [topic, words] = WORDS.find(([known]) => person?.topics.includes(known)) ?? at(WORDS, 0)
      const enterpriseId = slot.enterpriseId ?? ''
      const booked = new Date(Math.min(now.getTime() - HOUR, slot.startsAt.getTime() - 3 * DAY))
      const doc = buildConsultation(slot.consultationId ?? '', booked, {
        ...placedOn(slot),
        dueAt: outcomeDue(slot.endsAt, weekdays),
        topic,
        enterpriseId,
        enterpriseName: nameOf(enterpriseId),
        ...contactOf(enterpriseId),
        question: words.question,
        ...courseOf(slot, nth, words, now),
      })
      return withLines(doc, words)
    })

const HISTORY = 60
const DAYS_APART = 3

/** Half a year of meetings that are over: most are solved, some were missed or given up. */
const ofHalfAYear = (now: Date, { specialists, nameOf }: Around) =>
  Array.from({ length: HISTORY }, (_, nth) => {
    const [topic, words] = at(WORDS, nth * nth + nth)
    const able = specialists.filter(({ topics }) => topics.includes(topic))
    const owner = at(able.length > 0 ? able : specialists, nth)
    const startsAt = atWallClock(dayKey(ago(now, 9 + nth * DAYS_APART)), at(['09:30', '10:30', '14:30'], nth))
    const enterpriseId = `enterprise-${String((nth % 19) + 1).padStart(2, '0')}`
    const met = new Date(startsAt.getTime() + HOUR / 2)
    const course: Partial<ConsultationDoc> =
      nth % 11 === 10
        ? { state: 'noShow' }
        : nth % 17 === 16
          ? { state: 'cancelled' }
          : { ...concluded(words, met, 'answered'), ...closed(met, nth % 9 === 8 ? 'partly' : 'solved', (nth % 3) + 2) }
    const doc = buildConsultation(`consultation-history-${nth + 1}`, ago(startsAt, 2 + (nth % 4)), {
      topic,
      enterpriseId,
      enterpriseName: nameOf(enterpriseId),
      ...contactOf(enterpriseId),
      question: words.question,
      ownerId: owner._id,
      owner: { name: owner.name, title: owner.title },
      startsAt,
      dueAt: null,
      ...course,
    })
    return withLines(doc, words)
  })

type Course = (met: Date, words: Words) => Partial<ConsultationDoc>

/** One of the first enterprise, met so many days ago. @param nth its topic */
const oneOfFirst =
  (now: Date, { specialists, nameOf }: Around) =>
  (id: string, nth: number, days: number, course: Course) => {
    const enterpriseId = 'enterprise-01'
    const [topic, words] = at(WORDS, nth)
    const owner = specialists.find(({ topics }) => topics.includes(topic)) ?? at(specialists, 0)
    const startsAt = atWallClock(dayKey(ago(now, days)), at(['09:30', '10:30', '14:30'], nth))
    const doc = buildConsultation(`consultation-${id}`, ago(startsAt, 3), {
      topic,
      enterpriseId,
      enterpriseName: nameOf(enterpriseId),
      ...contactOf(enterpriseId),
      question: words.question,
      ownerId: owner._id,
      owner: { name: owner.name, title: owner.title },
      startsAt,
      ...course(new Date(startsAt.getTime() + HOUR / 2), words),
    })
    return { doc, words }
  }

/** Somebody else who knows the topic is asked to take it over. */
const handedOn = (doc: ConsultationDoc, { specialists }: Around, now: Date): ConsultationDoc => {
  const [to] = specialists.filter(({ _id, topics }) => _id !== doc.ownerId && topics.includes(doc.topic))
  if (!to) return doc
  const transfer = {
    to: { id: to._id, name: to.name, title: to.title },
    from: { id: doc.ownerId, ...doc.owner },
    by: doc.ownerId,
    reason: '申报书的技术部分需要懂材料的人把关',
    override: false,
    at: new Date(now.getTime() - 90 * MINUTE),
  }
  return { ...doc, transfer, ...derivedOf({ ...doc, transfer }, doc, now) }
}

/** Reminded twice, the enterprise has not answered: the team knows, and soon may close it. */
const worn = (doc: ConsultationDoc, now: Date): ConsultationDoc => {
  const silence: Silence = { level: 'silent', at: ago(now, 2), lapsesAt: dueAfter(now, 4, weekdays) }
  return { ...doc, ...derivedOf(doc, { reminded: doc.reminded, silence }, now) }
}

/** One of every kind for the enterprise that most of the demo is about. */
const ofFirst = (now: Date, around: Around) => {
  const one = oneOfFirst(now, around)
  const dueIn =
    (days: number, more: Partial<ConsultationDoc> = {}): Course =>
    (met, words) => ({ ...concluded(words, met, 'followUp'), dueAt: dueAfter(now, days, weekdays), ...more })
  const waiting = one('waiting', 0, 4, dueIn(2, { waitingSince: ago(now, 1) }))
  const overdue = one('overdue', 2, 9, dueIn(0, { dueAt: dueAfter(ago(now, 3), 0, weekdays) }))
  const handing = one('handing', 3, 3, dueIn(3))
  const statement = '产业链上多家企业缺少可抵押资产，订单融资难'
  const problem = one('problem', 4, 6, dueIn(4, { outcome: 'chainProblem', problem: { kind: 'finance', statement } }))
  const unplaced = one('unplaced', 5, 2, () => ({
    state: 'unplaced',
    startsAt: null,
    dueAt: null,
    waitingSince: ago(now, 1),
  }))
  const toJudge = one('answered', 1, 2, (met, words) => concluded(words, met, 'answered'))
  const silent = one('silent', 6, 15, (met, words) => concluded(words, met, 'answered'))
  const unanswered = one('unanswered', 7, 30, (met, words) => ({
    ...concluded(words, met, 'answered'),
    ...{ state: 'closed', waitingSince: null, closedAt: ago(now, 2), reopenUntil: reopenUntil(ago(now, 2), weekdays) },
  }))
  const asked = { at: ago(now, 1), kind: 'materialAsked', side: 'team', text: '请补充委托研发合同的登记编号' } as const
  return [
    withLines(waiting.doc, waiting.words, [buildLine(waiting.doc, 8, asked)]),
    withLines(handedOn(handing.doc, around, now), handing.words),
    withLines(worn(silent.doc, now), silent.words),
    ...[overdue, problem, unplaced, toJudge, unanswered].map(({ doc, words }) => withLines(doc, words)),
  ]
}

/** All that this context keeps in the demo around this moment. */
export const consultationsAround = (now: Date, around: Around): ConsultationSeed => {
  const all = [...ofSlots(now, around), ...ofFirst(now, around), ...ofHalfAYear(now, around)]
  return { consultations: all.map(([doc]) => doc), lines: all.flatMap(([, lines]) => lines) }
}
