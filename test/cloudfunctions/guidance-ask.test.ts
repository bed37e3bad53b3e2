import type { InputFor } from '@/domain/contracts'
import { MAX_OPEN_GUIDANCES } from '@/domain/guidance/rules'
import { buildSpecialist } from '../../config/seed/service-builders'
import { cloud } from '../support/cloud'
import { ok, refused, request, SECRET, stands, told } from '../support/consulting'
import { upload } from '../support/exhibits'
import { begun, finishing, get, guidanceOf, open, put, startInput } from '../support/guiding'
import { raise } from '../support/park'
import { recordsOf } from '../support/records'
import { contactOf, teamOf } from '../support/service'

const finish = finishing('guidance.finish')

const PROJECT = { name: '机密：硅材料中试', programme: 'keyResearch' } as const
const askInput = (overrides: Partial<InputFor<'guidance.ask'>> = {}): InputFor<'guidance.ask'> => ({
  ...{ requestId: request(), enterpriseId: 'enterprise-01', topic: 'policy', project: PROJECT, words: SECRET },
  ...overrides,
})
const ask = (input: Partial<InputFor<'guidance.ask'>> = {}, who = 'contact-1') =>
  cloud.as(who).call('guidance.ask', askInput(input))
const guidances = () => recordsOf<{ _id: string }>(cloud.local, 'guidances', {})
const pdf = Buffer.from('%PDF-1.4 演示')
const paper = async (name: string, who = 'contact-1') =>
  (await upload('guidanceFile', pdf, { as: who, type: 'pdf', name })).ticketId

beforeEach(open)

describe('an enterprise asks', () => {
  test('who fits best is named, with the reasons, and told; the enterprise sees the guidance', async () => {
    const view = ok(await ask())
    expect(view).toMatchObject({ sight: 'full', side: 'enterprise' })
    expect(view.outline).toMatchObject({ state: 'open', stage: 'diagnosis', owner: { id: 'm-bert' } })
    expect(view.full).toMatchObject({
      words: SECRET,
      match: {
        by: 'matching',
        reasons: [
          { kind: 'knowsTopic', at: null, count: null },
          { kind: 'lightLoad', at: null, count: 0 },
        ],
      },
    })
    expect(stands(view.outline.id)).toMatchObject({
      ...{ contactId: 'm-contact-1', teamId: 'team-01', turn: 'team', nextStep: '推进“诊断”' },
      dueAt: new Date('2026-11-25T09:30:00Z'),
    })
    expect(told('guidanceAsked')).toEqual(['guidanceAsked m-bert'])
    expect(ok(await get('bert', view.outline.id)).side).toBe('team')
    expect(ok(await cloud.as('contact-1').call('guidance.mine', { enterpriseId: 'enterprise-01' })).items).toHaveLength(
      1,
    )
  })

  test('whom it says guides it, although others fit better', async () => {
    const view = ok(await ask({ specialistId: 'm-anna' }))
    expect(view.outline.owner.id).toBe('m-anna')
    expect(view.full?.match).toMatchObject({
      by: 'enterprise',
      reasons: [{ kind: 'onlyGeneral' }, { kind: 'lightLoad' }],
    })
  })

  test('the files that come along are the first versions, each a kind of its own', async () => {
    const tickets = [await paper('申报书.pdf'), await paper('审计报告.pdf'), await paper('审计报告.pdf')]
    const { full, outline } = ok(await ask({ tickets }))
    expect(full?.files.map(({ title, versions }) => [title, versions[0]?.name, versions[0]?.side])).toEqual([
      ['申报书', '申报书.pdf', 'enterprise'],
      ['审计报告', '审计报告.pdf', 'enterprise'],
      ['审计报告 3', '审计报告.pdf', 'enterprise'],
    ])
    const versionId = full?.files[0]?.versions[0]?.id ?? ''
    const opened = ok(await cloud.as('bert').call('guidance.openFile', { consultationId: outline.id, versionId }))
    expect(await (await fetch(opened.url)).text()).toBe('%PDF-1.4 演示')
  })

  test('the same request makes one; so do two contacts who ask for one project', async () => {
    await raise('second', [contactOf('enterprise-01')])
    const input = { requestId: request(), tickets: [await paper('申报书.pdf')] }
    const first = ok(await ask(input)).outline.id
    expect(ok(await ask(input)).outline.id).toBe(first)
    expect(await ask({}, 'second')).toMatchObject(refused('alreadyGuided'))
    expect(guidances()).toHaveLength(1)
    // What was refused has taken nothing of the first one's.
    expect(guidanceOf(first).files).toHaveLength(1)
  })

  test('a project that is over can be guided anew', async () => {
    const first = ok(await ask({ specialistId: 'm-anna' })).outline.id
    ok(await finish(first, { state: 'withdrawn', amount: null }))
    const word = { consultationId: first, requestId: request(), verdict: 'solved' as const, words: '' }
    ok(await cloud.as('contact-1').call('consultation.close', word))
    const second = ok(await ask()).outline.id
    expect(second).not.toBe(first)
    expect(guidances()).toHaveLength(2)
  })

  test('refusals', async () => {
    expect(await ask({ words: '【违规】' })).toMatchObject(refused('textRisky'))
    expect(await ask({ specialistId: 'm-nobody' })).toMatchObject(refused('personGone'))
    expect(await ask({ tickets: ['NOSUCHTICKET'] })).toMatchObject(refused('fileUnusable'))
    expect(await ask({ tickets: [await paper('别人的.pdf', 'contact-2')] })).toMatchObject(refused('fileUnusable'))
    put('specialists', 'm-bert', { conflicts: ['enterprise-01'] })
    expect(await ask({ specialistId: 'm-bert' })).toMatchObject(refused('personConflict'))
    expect(ok(await ask()).outline.owner.id).toBe('m-anna')
    for (const who of ['contact-2', 'anna', 'leader', 'staff'])
      expect(await ask({}, who)).toMatchObject(refused('notAllowed'))
    put('specialists', 'm-anna', { active: false })
    const other = { ...PROJECT, name: '另一个项目' }
    expect(await ask({ project: other })).toMatchObject(refused('noGuide'))
  })

  test('so many at one time and no more; what the team began counts', async () => {
    for (let nth = 1; nth < MAX_OPEN_GUIDANCES; nth++) ok(await ask({ project: { ...PROJECT, name: `项目${nth}` } }))
    await begun({ project: PROJECT })
    expect(await ask()).toMatchObject(refused('alreadyGuided'))
    expect(await ask({ project: { ...PROJECT, name: '再一个' } })).toMatchObject(refused('tooManyGuidances'))
  })
})

describe('who could guide', () => {
  const guides = (who: string, input: Partial<InputFor<'guidance.guides'>> = {}) =>
    cloud.as(who).call('guidance.guides', { enterpriseId: 'enterprise-01', topic: 'policy', ...input })
  const ids = async (...args: Parameters<typeof guides>) =>
    ok(await guides(...args)).items.map(({ specialist }) => specialist.id)

  test('best first: who knows the topic, then who has met the enterprise, then who has less to do', async () => {
    expect(await ids('contact-1')).toEqual(['m-bert', 'm-anna'])
    expect(await ids('contact-1', { topic: 'tax' })).toEqual(['m-anna', 'm-bert'])
    await begun({ enterpriseId: 'enterprise-02' })
    expect(await ids('contact-1', { topic: 'tax' })).toEqual(['m-bert', 'm-anna'])
  })

  test('of their team for its leader; whoever must not advise is not among them', async () => {
    await cloud.put('specialists', buildSpecialist('m-other', { topics: ['policy'], teamId: 'team-02' }))
    expect(await ids('contact-1')).toEqual(['m-bert', 'm-other', 'm-anna'])
    expect(await ids('leader', { teamId: 'team-01' })).toEqual(['m-bert', 'm-anna'])
    put('specialists', 'm-bert', { conflicts: ['enterprise-01'] })
    expect(await ids('leader', { teamId: 'team-01' })).toEqual(['m-anna'])
    for (const [who, input] of [
      ['leader', {}],
      ['leader', { teamId: 'team-02' }],
      ['contact-2', {}],
      ['nobody', {}],
    ] as const)
      expect(await guides(who, input)).toMatchObject({ ok: false })
  })
})

describe('a leader begins it', () => {
  const start = (input: Partial<InputFor<'guidance.start'>> = {}) =>
    cloud.as('leader').call('guidance.start', startInput({ topic: 'policy', ...input }))
  const operations = () =>
    recordsOf<{ what: string; subjects: string[] }>(cloud.local, 'operations', {}).map(({ what, subjects }) => [
      what,
      subjects,
    ])

  test('with whom the matching names, who is told', async () => {
    const view = ok(await start())
    expect(view.outline.owner.id).toBe('m-bert')
    expect(view.full?.match).toMatchObject({ by: 'matching', words: '' })
    expect(told('guidanceAsked')).toEqual(['guidanceAsked m-bert'])
    expect(operations()).toEqual([])
  })

  test('with somebody else: logged; who does not know the topic only with words that the enterprise reads', async () => {
    expect(await start({ specialistId: 'm-anna' })).toMatchObject(refused('offTopic'))
    const view = ok(await start({ specialistId: 'm-anna', reason: '上一次申报就是安娜辅导的' }))
    expect(view.full?.match).toMatchObject({ by: 'leader', words: '上一次申报就是安娜辅导的' })
    expect(ok(await get('contact-1', view.outline.id)).full?.match?.words).toBe('上一次申报就是安娜辅导的')
    expect(operations()).toEqual([['guidance.override', ['m-anna', 'm-bert']]])
    ok(await start({ topic: 'tax', specialistId: 'm-bert' }))
    expect(operations()).toHaveLength(1)
    // Both know it and have one each: the first by name is the matching’s.
    ok(await start({ topic: 'tax', specialistId: 'm-bert' }))
    expect(operations()).toHaveLength(2)
  })

  test('a leader who serves too guides themselves unless they name somebody', async () => {
    await raise('both', [teamOf('teamLeader'), teamOf('specialist')])
    await cloud.put('specialists', buildSpecialist('m-both', { topics: [] }))
    const view = ok(await cloud.as('both').call('guidance.start', startInput({ topic: 'policy' })))
    expect([view.outline.owner.id, view.full?.match?.by]).toEqual(['m-both', 'self'])
  })

  test('nobody is there to guide', async () => {
    for (const id of ['m-anna', 'm-bert']) put('specialists', id, { active: false })
    expect(await start()).toMatchObject(refused('noGuide'))
  })
})
