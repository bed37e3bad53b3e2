import fc from 'fast-check'
import { messageWords, ringWords, templateLabels, wordsOf } from '@/domain/message/labels'
import {
  MESSAGE_KINDS,
  MESSAGE_TEMPLATES,
  MESSAGE_TRAITS,
  mayAsk,
  mayRing,
  subjectOf,
  type MessageKind,
  type MessageParams,
} from '@/domain/message/rules'
import { atWallClock, DAY, HOUR, isNight, MINUTE } from '@/domain/time'
import { notAtNight } from '@/domain/working-time'

const now = atWallClock('2026-11-21', '10:00')
const meeting = { at: atWallClock('2026-11-23', '14:30').getTime(), place: '党群服务中心' }
const who = { enterprise: '演示星河智造有限公司', topic: '税务', person: '演示专员' }
const due = atWallClock('2026-11-22', '17:30').getTime()
const about = { page: 'consultation', id: 'consultation-01' } as const

/** Of each kind what a teller gives. */
const params: MessageParams = {
  contactConfirmed: who,
  contactDeclined: who,
  contactRemoved: who,
  consultationHandedToYou: who,
  slotOffered: { ...who, ...meeting, until: due },
  meetingSoon: { ...who, ...meeting },
  meetingMoved: { ...who, ...meeting },
  meetingLost: { ...who, ...meeting },
  timesOpened: { ...who, ...meeting },
  meetingMissed: { ...who, ...meeting },
  materialAsked: who,
  answerWritten: who,
  wordAwaited: { ...who, days: 3 },
  materialAwaited: { ...who, days: 3 },
  slotAwaited: { ...who, days: 3 },
  closingAnnounced: { ...who, days: 6, until: due },
  closedUnanswered: { ...who, until: due },
  nextStepSet: { ...who, due },
  ownerChanged: who,
  staffLooked: who,
  guidancePlanned: { ...who, ...meeting },
  guidanceDue: { ...who, due },
  meetingUnplaced: { ...who, ...meeting },
  guidanceAsked: who,
  guidanceMoved: { topic: '科技项目申报', stage: '材料清单' },
  bookedWithYou: { ...who, ...meeting },
  bookingCancelled: { ...who, ...meeting },
  bookingMoved: { ...who, ...meeting },
  enterpriseReplied: who,
  transferAsked: who,
  transferAccepted: who,
  transferDeclined: who,
  transferWithdrawn: who,
  transferLapsed: who,
  closedSolved: who,
  closedPartly: who,
  closedNotSolved: who,
  dueSoon: { ...who, due },
  overdue: { ...who, due },
  enterpriseSilent: { ...who, days: 8 },
  mayCloseUnanswered: { ...who, days: 16 },
  reopened: who,
  onTable: meeting,
  overdueEscalated: { ...who, due },
  bookingWithoutPerson: { ...who, ...meeting },
  contactWaiting: who,
  enterpriseWithoutContact: who,
  documentReady: { document: '预约明细' },
  documentFailed: { document: '预约明细' },
}
const paramsOf = (kind: MessageKind) => params[kind] as unknown as Record<string, string | number>

/** What is wrong with words for a person. */
const faults = (words: string): string[] =>
  [
    [!/[\u4e00-\u9fff]{2}/.test(words), 'no Chinese'],
    [/[!！]/.test(words), 'an exclamation mark'],
    [/undefined|null|NaN|Invalid|\[object/.test(words), 'a value that is none'],
    [/[A-Za-z]{2,}/.test(words), 'an internal word'],
    [words.length > 60, 'too long'],
  ].flatMap(([wrong, what]) => (wrong ? [String(what)] : []))

describe('the words of a message', () => {
  test.each(MESSAGE_KINDS)('%s is said short and plainly', (kind) => {
    const { title, text } = wordsOf({ kind, params: paramsOf(kind) }, now)
    expect({ title, text, faults: [...faults(title), ...faults(text)] }).toEqual({ title, text, faults: [] })
    expect(title.length).toBeLessThanOrEqual(20)
    expect(text).toMatch(/。$/)
  })

  test('no two kinds of one reader have the same title', () => {
    const titles = MESSAGE_KINDS.map((kind) => wordsOf({ kind, params: paramsOf(kind) }, now).title)
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
  })

  test('a day is said as seen from the reader', () => {
    const said = (day: string) => messageWords('meetingSoon', params.meetingSoon, atWallClock(day, '10:00')).text
    expect([said('2026-11-23'), said('2026-11-22'), said('2026-11-24')]).toEqual([
      '今天 14:30，党群服务中心，税务。',
      '明天 14:30，党群服务中心，税务。',
      '昨天 14:30，党群服务中心，税务。',
    ])
  })

  test('every template says what a person agrees to', () => {
    const said = MESSAGE_TEMPLATES.flatMap((template) => Object.values(templateLabels[template]).flatMap(faults))
    expect(said).toEqual([])
  })
})

describe('what WeChat shows', () => {
  const rung = MESSAGE_KINDS.filter((kind) => MESSAGE_TRAITS[kind].template !== null)

  test.each(rung)('%s fits its template', (kind) => {
    const words = ringWords({ kind, params: paramsOf(kind), at: now })
    expect(words.when).toMatch(/^2026年11月2[123]日 \d{1,2}:\d\d$/)
    expect([words.subject.length, words.note.length].every((length) => length > 0 && length <= 20)).toBe(true)
  })

  test('says when it is to be, when it is due, or else when it happened', () => {
    const when = (kind: MessageKind) => ringWords({ kind, params: paramsOf(kind), at: now }).when
    expect([when('meetingSoon'), when('dueSoon'), when('answerWritten')]).toEqual([
      '2026年11月23日 14:30',
      '2026年11月22日 17:30',
      '2026年11月21日 10:00',
    ])
  })

  test('names of any length and any characters are cut to what WeChat takes, and never through a character', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(text, text, text, (enterprise, topic, person) => {
        const { note } = ringWords({ kind: 'transferAsked', params: { enterprise, topic, person }, at: now })
        expect(note.length).toBeLessThanOrEqual(20)
        // Half a character has no address.
        expect(() => encodeURIComponent(note)).not.toThrow()
        const whole = `${topic} ${enterprise} ${person}`
        expect(note === whole || (note.endsWith('…') && whole.startsWith(note.slice(0, -1)))).toBe(true)
      }),
    )
  })
})

describe('what a message is about', () => {
  test('is the thing and the group: an answer takes the place of an answer, not of a request', () => {
    const subject = (kind: MessageKind, id: string = about.id) => subjectOf({ kind, about: { ...about, id } })
    expect(subject('nextStepSet')).toBe(subject('answerWritten'))
    expect(subject('meetingMoved')).toBe(subject('meetingSoon'))
    expect(new Set([subject('answerWritten'), subject('materialAsked'), subject('answerWritten', 'other')]).size).toBe(
      3,
    )
  })
})

describe('when a phone rings', () => {
  test('not before it is due, never at night, and not with old news', () => {
    const ring = (time: string, dueAt: Date) => mayRing(dueAt, atWallClock('2026-11-21', time))
    const at = (time: string) => atWallClock('2026-11-21', time)
    expect([ring('10:00', at('10:00')), ring('9:59'.padStart(5, '0'), at('10:00'))]).toEqual(['now', 'later'])
    expect([ring('21:00', at('20:59')), ring('07:59', at('07:00')), ring('08:00', at('08:00'))]).toEqual([
      'later',
      'later',
      'now',
    ])
    expect([ring('20:00', at('08:00')), ring('20:01', at('08:00'))]).toEqual(['now', 'tooLate'])
  })

  test('what is told at any time rings by day, and within the night and a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const told = new Date(now.getTime() + minutes * MINUTE)
        const rings = notAtNight(told)
        expect(isNight(rings)).toBe(false)
        expect(mayRing(rings, rings)).toBe('now')
        expect(rings.getTime() - told.getTime()).toBeLessThanOrEqual(11 * HOUR)
        expect(rings >= told).toBe(true)
      }),
    )
  })
})

describe('whether a person is asked', () => {
  test('as long as few messages are in store, and not in the week after a no', () => {
    const no = (days: number) => new Date(now.getTime() - days * DAY)
    expect([mayAsk(0, null, now), mayAsk(2, null, now), mayAsk(3, null, now)]).toEqual([true, true, false])
    expect([mayAsk(0, no(6), now), mayAsk(0, no(7), now), mayAsk(3, no(7), now)]).toEqual([false, true, false])
  })
})
