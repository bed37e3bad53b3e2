/** From the meeting to the enterprise's word: what may follow what, who is told, and that no request is carried out twice. */
import { atWallClock, HOUR } from '@/domain/time'
import { cloud } from '../support/cloud'
import {
  answered,
  atMeeting,
  booked,
  followedUp,
  linesIn,
  ok,
  open,
  refused,
  request,
  slotAt,
  stands,
  told,
} from '../support/consulting'
import { MINUTE, NOW } from '../support/park'

const anna = () => cloud.as('anna')
const contact = () => cloud.as('contact-1')
const mark = (id: string, as: 'arrived' | 'started' | 'noShow') =>
  anna().call('consultation.mark', { consultationId: id, as })
const conclude = (id: string, overrides = {}, who = 'anna') =>
  cloud.as(who).call('consultation.conclude', {
    consultationId: id,
    requestId: request(),
    outcome: 'followUp',
    words: '机密：会后核对',
    nextStep: '机密：核对后回电',
    ...overrides,
  })
const close = (id: string, verdict: 'solved' | 'partly' | 'notSolved', words = '', requestId = request()) =>
  contact().call('consultation.close', { consultationId: id, requestId, verdict, words })
const say = (id: string, who: string, text = '机密：补充说明', requestId = request(), tickets: string[] = []) =>
  cloud.as(who).call('consultation.say', { consultationId: id, requestId, text, tickets })
const ask = (id: string, text = '机密：请带上申报表', requestId = request()) =>
  anna().call('consultation.ask', { consultationId: id, requestId, text })

beforeEach(open)

describe('the meeting', () => {
  test('arrives, starts, and whoever was missed may still come', async () => {
    const id = await booked(1, slotAt('anna', '09:30'))
    expect(await mark(id, 'arrived')).toMatchObject(refused('tooEarly'))
    cloud.setNow(atMeeting('09:30'))
    expect(await mark(id, 'noShow')).toMatchObject(refused('tooEarly'))
    cloud.setNow(new Date(atMeeting('09:30').getTime() + 10 * MINUTE))
    expect(ok(await mark(id, 'noShow')).outline).toMatchObject({ state: 'noShow', dueAt: null })
    expect(ok(await mark(id, 'noShow')).outline.state).toBe('noShow')
    expect(linesIn(id)).toHaveLength(1)
    expect(told('meetingMissed')).toEqual(['meetingMissed m-contact-1'])
    expect(ok(await mark(id, 'arrived')).outline.state).toBe('arrived')
    expect(ok(await mark(id, 'started')).outline.state).toBe('started')
    ok(await conclude(id))
    expect(await mark(id, 'started')).toMatchObject(refused('notBooked'))
  })

  test.each(['arrived', 'started'] as const)(
    '%s by mistake can still become a no-show, which the enterprise hears',
    async (as) => {
      const id = await booked(1, slotAt('anna', '09:30'))
      cloud.setNow(atMeeting('09:30'))
      ok(await mark(id, as))
      expect(await mark(id, 'noShow')).toMatchObject(refused('tooEarly'))
      cloud.setNow(new Date(atMeeting('09:30').getTime() + 10 * MINUTE))
      expect(ok(await mark(id, 'noShow')).outline).toMatchObject({ state: 'noShow', dueAt: null })
      expect(told('meetingMissed')).toEqual(['meetingMissed m-contact-1'])
    },
  )

  test('its outcome follows it: the next step and its due time for the enterprise, the enterprise counts as met', async () => {
    const id = await followedUp(1)
    expect(stands(id)).toMatchObject({
      state: 'open',
      nextStep: '核对口径后回电',
      // Saturday the 28th is no working day: Monday and Tuesday are two.
      dueAt: atWallClock('2026-12-01', '17:30'),
      firstAnswerAt: atMeeting('09:30'),
    })
    expect(
      linesIn(id)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['nextStep', 'outcome'])
    expect(told('nextStepSet')).toEqual(['nextStepSet m-contact-1'])
    const [enterprise] = (await cloud.all<{ _id: string; lastMetAt: Date }>('enterprises')).filter(
      ({ _id }) => _id === 'enterprise-01',
    )
    expect(enterprise?.lastMetAt).toEqual(atMeeting('09:30'))
  })

  test('an answer waits for the enterprise; a chain problem keeps its statement', async () => {
    expect(stands(await answered(1))).toMatchObject({ state: 'answered', dueAt: null, turn: 'enterprise' })
    cloud.setNow(NOW)
    const id = await booked(2, slotAt('anna', '10:30'))
    cloud.setNow(atMeeting('10:30'))
    const problem = { kind: 'finance' as const, statement: '机密：贷款缺抵押' }
    expect(ok(await conclude(id, { outcome: 'chainProblem', problem })).full?.problem).toEqual(problem)
    expect(JSON.stringify(await cloud.all('messages'))).not.toContain('机密')
  })

  test.each([
    ['tooEarly', {}],
    ['nextStepMissing', { nextStep: '' }],
    ['nextStepMissing', { outcome: 'chainProblem', problem: { kind: 'talent', statement: '招工难' }, nextStep: '' }],
    ['personMissing', { outcome: 'handedOver' }],
    ['reasonMissing', { outcome: 'handedOver', to: 'm-bert' }],
    ['samePerson', { outcome: 'handedOver', to: 'm-anna', reason: '更合适' }],
    ['problemMissing', { outcome: 'chainProblem' }],
    ['notInTeam', { outcome: 'handedOver', to: 'm-foreign-specialist', reason: '更合适' }],
    ['personConflict', { outcome: 'handedOver', to: 'm-carl', reason: '更合适', override: true }],
    ['offTopic', { outcome: 'handedOver', to: 'm-dora', reason: '更合适' }],
    ['textRisky', { outcome: 'handedOver', to: 'm-bert', reason: '【违规】' }],
    ['textRisky', { words: '【违规】' }],
  ])('an outcome is refused: %s', async (code, input) => {
    const { buildSpecialist } = await import('../../config/seed/service-builders')
    await cloud.put(
      'specialists',
      buildSpecialist('m-carl', { conflicts: ['enterprise-01'] }),
      buildSpecialist('m-dora', { topics: ['talent'] }),
    )
    const id = await booked(1, slotAt('anna', '09:30'))
    if (code !== 'tooEarly') cloud.setNow(atMeeting('09:30'))
    expect(await conclude(id, input)).toMatchObject(refused(code))
    expect(stands(id)).toMatchObject({ state: 'booked', said: 0 })
  })

  test('is concluded once; repeating the request is harmless, another is refused', async () => {
    const id = await booked(1, slotAt('anna', '09:30'))
    cloud.setNow(atMeeting('09:30'))
    const requestId = request()
    ok(await conclude(id, { requestId }))
    expect(ok(await conclude(id, { requestId, words: '别的话' })).outline.state).toBe('open')
    expect(await conclude(id)).toMatchObject(refused('alreadyConcluded'))
    expect(linesIn(id)).toHaveLength(2)
    cloud.setNow(NOW)
    const other = await booked(2, slotAt('anna', '10:30'))
    ok(await cloud.as('contact-2').call('consultation.cancel', { consultationId: other }))
    expect(await conclude(other)).toMatchObject(refused('notBooked'))
  })
})

describe('an open item', () => {
  test('has its next step planned and is answered', async () => {
    const id = await followedUp(1)
    const plan = { consultationId: id, nextStep: '约税务所现场看', dueDays: 5 }
    expect(
      await anna().call('consultation.plan', { ...plan, requestId: request(), nextStep: '【违规】' }),
    ).toMatchObject(refused('textRisky'))
    const planned = ok(await anna().call('consultation.plan', { ...plan, requestId: request() }))
    expect(planned.full?.nextStep).toBe('约税务所现场看')
    expect(planned.outline.dueAt).toBe(atWallClock('2026-12-04', '17:30').getTime())
    const answer = (words: string) => ({ consultationId: id, requestId: request(), words })
    expect(await anna().call('consultation.answer', answer('【违规】'))).toMatchObject(refused('textRisky'))
    expect(ok(await anna().call('consultation.answer', answer('可以享受，材料见附件'))).outline.state).toBe('answered')
    expect(await anna().call('consultation.answer', answer('再答一次'))).toMatchObject(refused('notOpen'))
    expect(await anna().call('consultation.plan', { ...plan, requestId: request() })).toMatchObject(refused('notOpen'))
    expect(told('answerWritten')).toEqual(['answerWritten m-contact-1'])
  })

  test('stands still while the enterprise is asked for material, and goes on with its words', async () => {
    const id = await followedUp(1)
    const monday = atWallClock('2026-11-30', '10:00')
    cloud.setNow(monday)
    expect(await ask(id, '【违规】')).toMatchObject(refused('textRisky'))
    const requestId = request()
    expect(ok(await ask(id, '请补材料', requestId)).outline.waitingSince).toBe(monday.getTime())
    ok(await ask(id, '请补材料', requestId))
    expect(told('materialAsked')).toEqual(['materialAsked m-contact-1'])
    cloud.setNow(atWallClock('2026-12-02', '10:00'))
    const said = ok(await say(id, 'contact-1'))
    // It stood for Tuesday and Wednesday: what was due on Tuesday is due on Thursday.
    expect(said.outline).toMatchObject({ waitingSince: null, dueAt: atWallClock('2026-12-03', '17:30').getTime() })
    expect(told('enterpriseReplied')).toEqual(['enterpriseReplied m-anna'])
    expect(said.lines.map(({ kind, side }) => `${side} ${kind}`)).toEqual([
      'team outcome',
      'team nextStep',
      'team materialAsked',
      'enterprise words',
    ])
  })

  test('says the same thing once, with its files; nothing is said after the end', async () => {
    const id = await booked(1, slotAt('anna', '09:30'))
    const requestId = request()
    for (let turn = 0; turn < 3; turn++) ok(await say(id, 'contact-1', '三次', requestId))
    expect(linesIn(id).map(({ text }) => text)).toEqual(['三次'])
    expect(await say(id, 'contact-1', '【违规】')).toMatchObject(refused('textRisky'))
    expect(await say(id, 'contact-1', '图', request(), ['NOSUCHTICKET'])).toMatchObject(refused('fileUnusable'))
    ok(await contact().call('consultation.cancel', { consultationId: id }))
    expect(await say(id, 'contact-1')).toMatchObject(refused('over'))
    expect(await ask(id)).toMatchObject(refused('over'))
  })
})

describe('the enterprise’s word', () => {
  test('solved ends it; it is rated once', async () => {
    const id = await answered(1)
    const rate = (stars: number, words = '') =>
      contact().call('consultation.rate', { consultationId: id, stars, words })
    expect(await rate(5)).toMatchObject(refused('notClosed'))
    const requestId = request()
    expect(ok(await close(id, 'solved', '', requestId)).outline).toMatchObject({ state: 'closed', verdict: 'solved' })
    ok(await close(id, 'solved', '', requestId))
    expect(await close(id, 'solved')).toMatchObject(refused('notAnswered'))
    expect(told('closedSolved')).toEqual(['closedSolved m-anna'])
    expect(await rate(5, '【违规】')).toMatchObject(refused('textRisky'))
    ok(await rate(5, '很耐心'))
    expect(ok(await rate(5, '很耐心')).full?.rating).toEqual({ stars: 5, words: '很耐心' })
    expect(await rate(1)).toMatchObject(refused('alreadyRated'))
  })

  test('partly keeps the rest open with its words, due in three working days', async () => {
    const id = await answered(1)
    expect(await close(id, 'partly')).toMatchObject(refused('wordsMissing'))
    expect(await close(id, 'partly', '【违规】')).toMatchObject(refused('textRisky'))
    const view = ok(await close(id, 'partly', '还差备案表'))
    expect(view.full).toMatchObject({
      state: 'open',
      nextStep: '还差备案表',
      verdict: 'partly',
      owner: { id: 'm-anna' },
    })
    expect(view.outline.dueAt).toBe(atWallClock('2026-12-02', '17:30').getTime())
    expect(stands(id).reopened).toBe(0)
  })

  test('not solved goes back to the same person in two, and is on record', async () => {
    const id = await answered(1)
    ok(await close(id, 'notSolved', '机密：还是不懂'))
    expect(stands(id)).toMatchObject({ state: 'open', reopened: 1, dueAt: atWallClock('2026-12-01', '17:30') })
    expect(await cloud.all('operations')).toMatchObject([{ what: 'consultation.notSolved', subjects: ['m-anna'] }])
    expect(JSON.stringify(await cloud.all('operations'))).not.toContain('机密')
    expect(told('closedNotSolved')).toEqual(['closedNotSolved m-anna'])
    ok(await anna().call('consultation.answer', { consultationId: id, requestId: request(), words: '再解释' }))
    cloud.setNow(new Date(atMeeting('09:30').getTime() + HOUR))
    expect(ok(await close(id, 'solved')).outline.state).toBe('closed')
  })

  test('closing against saying: whichever comes first, no word is lost and the item is closed', async () => {
    const id = await answered(1)
    const [closed, said] = await Promise.all([
      cloud
        .over('contact-1')
        .call('consultation.close', { consultationId: id, requestId: request(), verdict: 'solved' }),
      cloud.over('anna').call('consultation.say', { consultationId: id, requestId: request(), text: '补一句' }),
    ])
    expect(closed.ok).toBe(true)
    expect(stands(id)).toMatchObject({ state: 'closed', over: true, dueAt: null })
    expect(linesIn(id).filter(({ kind }) => kind === 'words')).toHaveLength(said.ok ? 1 : 0)
    if (!said.ok) expect(said).toMatchObject(refused('over'))
  }, 60_000)
})
