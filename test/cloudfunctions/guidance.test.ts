import type { InputFor } from '@/domain/contracts'
import { MAX_ITEMS, MAX_SLOTS } from '@/domain/guidance/rules'
import { buildItem, buildVersion } from '../../config/seed/guidance-builders'
import { cloud } from '../support/cloud'
import { answered, followedUp, ok, refused, request, stands, told } from '../support/consulting'
import { upload } from '../support/exhibits'
import {
  adding,
  at,
  begun,
  get,
  guidanceOf,
  moving,
  open,
  put,
  startInput,
  sweepAll,
  ticking,
} from '../support/guiding'
import { NOW } from '../support/park'

const add = adding('guidance.addItem')
const move = moving('guidance.moveStage')
const tick = ticking('guidance.tickItem')

beforeEach(open)

describe('beginning', () => {
  test('it is a consultation of its own with an owner, a clock and the enterprise told', async () => {
    const view = ok(await cloud.as('anna').call('guidance.start', startInput()))
    expect(view).toMatchObject({
      sight: 'full',
      side: 'team',
      outline: { mode: 'oneToOne', state: 'open', stage: 'diagnosis' },
    })
    expect(view.outline).toMatchObject({ owner: { id: 'm-anna' }, enterprise: { id: 'enterprise-01' } })
    expect(stands(view.outline.id)).toMatchObject({
      contactId: 'm-contact-1',
      turn: 'team',
      topic: 'projectApplication',
    })
    expect(stands(view.outline.id).dueAt).toEqual(new Date('2026-11-25T09:30:00Z'))
    expect(told('guidanceMoved')).toEqual(['guidanceMoved m-contact-1'])
  })

  test('the same request makes one', async () => {
    const input = startInput()
    const ids = [await begun(input), await begun(input)]
    expect(new Set(ids).size).toBe(1)
    expect(await cloud.all('guidances')).toHaveLength(1)
  })

  test('out of a consultation there is one, with whom asked there; who would begin another is told so', async () => {
    const source = await followedUp(1)
    const from = startInput({ consultationId: source })
    const first = await begun(from)
    expect(await begun(from)).toBe(first)
    const other = startInput({ consultationId: source, project: { name: '另一个项目', programme: 'other' } })
    for (const who of ['anna', 'leader'])
      expect(await cloud.as(who).call('guidance.start', other)).toMatchObject(refused('alreadyBegun'))
    expect(await cloud.all('guidances')).toHaveLength(1)
    expect(stands(first)).toMatchObject({ ownerId: 'm-anna', contactId: 'm-contact-1' })
  })

  test('a leader names who guides, a specialist only themselves', async () => {
    const named = await cloud
      .as('leader')
      .call('guidance.start', startInput({ specialistId: 'm-bert', topic: 'policy' }))
    expect(ok(named).outline.owner.id).toBe('m-bert')
    const other = await cloud.as('anna').call('guidance.start', startInput({ specialistId: 'm-bert' }))
    expect(ok(other).outline.owner.id).toBe('m-anna')
  })

  test('refusals', async () => {
    const foreign = await followedUp(2)
    const start = (who: string, input = {}) => cloud.as(who).call('guidance.start', startInput(input))
    expect(await start('leader', { specialistId: 'm-nobody' })).toMatchObject(refused('notInTeam'))
    expect(await start('staff')).toMatchObject(refused('notAllowed'))
    put('specialists', 'm-anna', { conflicts: ['enterprise-02'] })
    expect(await start('anna', { enterpriseId: 'enterprise-02' })).toMatchObject(refused('personConflict'))
    put('contacts', 'enterprise-03:m-contact-3', { state: 'left' })
    expect(await start('anna', { enterpriseId: 'enterprise-03' })).toMatchObject(refused('noContact'))
    expect(await start('anna', { enterpriseId: 'enterprise-99' })).toMatchObject(refused('notFound'))
    expect(await start('anna', { words: '【违规】' })).toMatchObject(refused('textRisky'))
    expect(await start('anna', { teamId: 'team-02' })).toMatchObject(refused('notAllowed'))
    expect(await start('bert', { consultationId: foreign, enterpriseId: 'enterprise-02' })).toMatchObject(
      refused('notAllowed'),
    )
    expect(await start('anna', { consultationId: foreign })).toMatchObject(refused('notFound'))
    expect(await cloud.all('guidances')).toHaveLength(0)
  })
})

describe('stages', () => {
  test('on by one, and back with a reason that the enterprise reads', async () => {
    const id = await begun()
    expect(ok(await move(id)).outline.stage).toBe('materials')
    const back = ok(await move(id, { from: 'materials', to: 'diagnosis', reason: '计划类别要换' }))
    expect(back.full?.stageHistory.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['diagnosis', 'materials', ''],
      ['materials', 'diagnosis', '计划类别要换'],
    ])
    expect(ok(await get('contact-1', id)).full?.stageHistory).toHaveLength(2)
    expect(told('guidanceMoved')).toHaveLength(3)
  })

  test('the same move twice is one move', async () => {
    const id = await begun()
    await move(id)
    expect(ok(await move(id)).full?.stageHistory).toHaveLength(1)
  })

  test('refusals', async () => {
    const id = await begun()
    expect(await move(id, { to: 'draft' })).toMatchObject(refused('stageSkipped'))
    expect(await move(id, { from: 'materials', to: 'draft' })).toMatchObject(refused('changedMeanwhile'))
    await move(id)
    expect(await move(id, { from: 'materials', to: 'diagnosis' })).toMatchObject(refused('reasonMissing'))
    const risky = { from: 'materials' as const, to: 'diagnosis' as const, reason: '【违规】' }
    expect(await move(id, risky)).toMatchObject(refused('textRisky'))
  })
})

describe('the checklist', () => {
  test('each side ticks its own; the enterprise’s tick is told to who guides', async () => {
    const id = await begun()
    await add(id)
    await add(id, { title: '申报书模板', owner: 'specialist' })
    const [item = '', own = ''] = guidanceOf(id).items.map((one) => one.id)
    expect(await tick(id, item, 'anna')).toMatchObject(refused('notYours'))
    expect(await tick(id, own, 'contact-1')).toMatchObject(refused('notYours'))
    expect(ok(await tick(id, item, 'contact-1')).full?.items[0]).toMatchObject({ doneBy: '演示contact-1' })
    expect(ok(await tick(id, own, 'leader')).full?.items[1]?.doneAt).toBe(NOW.getTime())
    expect(told('enterpriseReplied')).toEqual(['enterpriseReplied m-anna'])
    expect(ok(await tick(id, item, 'contact-1', false)).full?.items[0]).toMatchObject({ doneAt: null, doneBy: '' })
  })

  test('what the enterprise has to do stops the clock; when it is done the clock goes on', async () => {
    const id = await begun()
    const item = ok(await add(id)).full?.items[0]?.id ?? ''
    expect(stands(id)).toMatchObject({ nextStep: '企业：近三年审计报告', waitingSince: NOW, turn: 'enterprise' })
    expect(stands(id).dueAt).toEqual(new Date(at('17:30')))
    await tick(id, item, 'contact-1')
    expect(stands(id)).toMatchObject({ nextStep: '推进“诊断”', waitingSince: null, turn: 'team' })
  })

  test('words leave the clock to it; what it is asked for besides is waited for until it speaks', async () => {
    const id = await begun()
    const say = (text: string) =>
      cloud.as('contact-1').call('consultation.say', { consultationId: id, requestId: request(), text })
    await add(id)
    cloud.setNow(new Date(at('09:00', '2026-11-23')))
    ok(await say('收到，明天给'))
    expect(stands(id)).toMatchObject({ turn: 'enterprise', waitingSince: new Date(at('09:00', '2026-11-23')) })
    await sweepAll(new Date(at('18:00', '2026-11-30')))
    expect(told('dueSoon', 'overdue', 'overdueEscalated')).toEqual([])
    const other = await begun({ topic: 'policy' })
    const ask = { consultationId: other, requestId: request(), text: '请补财务报表' }
    ok(await cloud.as('anna').call('consultation.ask', ask))
    ok(await add(other, { owner: 'specialist', dueDay: '2026-12-02' }))
    expect(stands(other)).toMatchObject({ turn: 'enterprise', nextStep: '辅导员：近三年审计报告' })
    const words = { consultationId: other, requestId: request(), text: '补好了' }
    ok(await cloud.as('contact-1').call('consultation.say', words))
    expect(stands(other)).toMatchObject({ turn: 'team', waitingSince: null })
  })

  test('its next step and its end are its own: neither is written past it', async () => {
    const id = await begun()
    const of = { consultationId: id, requestId: request() }
    expect(await cloud.as('anna').call('consultation.answer', { ...of, words: '办好了' })).toMatchObject(
      refused('guided'),
    )
    const plan = { ...of, nextStep: '再核对', dueDays: 2 }
    expect(await cloud.as('anna').call('consultation.plan', plan)).toMatchObject(refused('guided'))
    expect(stands(id)).toMatchObject({ state: 'open', outcome: null })
  })

  test('of two who change one item the second is told; changes of two items both hold', async () => {
    const id = await begun()
    await add(id)
    const items = ok(await add(id, { title: '专利清单' })).full?.items ?? []
    const [a, b] = items
    const edit = (item: typeof a, title: string) =>
      cloud.as('anna').call('guidance.changeItem', {
        ...{ consultationId: id, itemId: item?.id ?? '', rev: item?.rev ?? 0 },
        ...{ title, owner: 'enterprise', dueDay: null },
      })
    ok(await edit(a, '近三年财务报表'))
    expect(await edit(a, '别的')).toMatchObject(refused('changedMeanwhile'))
    expect(ok(await edit(a, '近三年财务报表')).full?.items[0]?.rev).toBe(2)
    expect(ok(await edit(b, '专利和软著清单')).full?.items.map(({ title }) => title)).toEqual([
      '近三年财务报表',
      '专利和软著清单',
    ])
  })

  test('refusals, and removing twice', async () => {
    const id = await begun()
    const item = ok(await add(id)).full?.items[0]?.id ?? ''
    const edit = (input: object) =>
      cloud.as('anna').call('guidance.changeItem', {
        ...{ consultationId: id, itemId: item, rev: 1, title: '新标题', owner: 'enterprise', dueDay: null },
        ...input,
      })
    expect(await add(id, { dueDay: '2026-11-20' })).toMatchObject(refused('dayPassed'))
    expect(await edit({ dueDay: '2026-11-20' })).toMatchObject(refused('dayPassed'))
    expect(await add(id, { title: '【违规】' })).toMatchObject(refused('textRisky'))
    expect(await edit({ title: '【违规】' })).toMatchObject(refused('textRisky'))
    const remove = () => cloud.as('anna').call('guidance.removeItem', { consultationId: id, itemId: item })
    expect(ok(await remove()).full?.items).toEqual([])
    expect(ok(await remove()).full?.items).toEqual([])
    expect(await edit({})).toMatchObject(refused('itemGone'))
    expect(await tick(id, item, 'contact-1')).toMatchObject(refused('itemGone'))
    const full = Array.from({ length: MAX_ITEMS }, (_, n) => buildItem(`item-${n}`, '材料', 'enterprise', null))
    put('guidances', id, { items: full })
    expect(await add(id)).toMatchObject(refused('tooManyItems'))
  })

  test('the same request adds one item', async () => {
    const id = await begun()
    const requestId = request()
    await add(id, { requestId })
    expect(ok(await add(id, { requestId })).full?.items).toHaveLength(1)
  })

  test('what comes due is told once to whose turn it is, on the morning before', async () => {
    const id = await begun()
    await add(id)
    await add(id, { title: '专利清单' })
    await add(id, { title: '审阅意见', owner: 'specialist' })
    await sweepAll(new Date(at('08:59', '2026-11-23')))
    expect(told('guidanceDue')).toEqual([])
    await sweepAll(new Date(at('09:00', '2026-11-23')))
    await sweepAll(new Date(at('09:10', '2026-11-23')))
    expect(told('guidanceDue')).toEqual(['guidanceDue m-anna', 'guidanceDue m-contact-1'])
    expect(guidanceOf(id).remindAt).toBeNull()
  })
})

describe('files', () => {
  const pdf = Buffer.from('%PDF-1.4 演示')
  const send = async (id: string, who: string, input: Partial<InputFor<'guidance.addFile'>> = {}) => {
    const { ticketId } = await upload('guidanceFile', pdf, { as: who, type: 'pdf' })
    return cloud.as(who).call('guidance.addFile', {
      ...{ consultationId: id, slot: '申报书', name: '申报书初稿.pdf', ticketId, note: '' },
      ...input,
    })
  }

  test('a kind of file has versions, the newest first, and either side adds', async () => {
    const id = await begun()
    await send(id, 'contact-1')
    const view = ok(await send(id, 'anna', { name: '申报书批注.pdf', note: '见第三页' }))
    expect(
      view.full?.files.map(({ title, versions }) => [title, versions.map((one) => [one.name, one.side, one.note])]),
    ).toEqual([
      [
        '申报书',
        [
          ['申报书批注.pdf', 'team', '见第三页'],
          ['申报书初稿.pdf', 'enterprise', ''],
        ],
      ],
    ])
    expect(told('enterpriseReplied')).toEqual(['enterpriseReplied m-anna'])
    const versionId = view.full?.files[0]?.versions[0]?.id ?? ''
    const opened = ok(await cloud.as('contact-1').call('guidance.openFile', { consultationId: id, versionId }))
    expect(opened.name).toBe('申报书批注.pdf')
    expect(await (await fetch(opened.url)).text()).toBe('%PDF-1.4 演示')
  })

  test('the same upload is one version', async () => {
    const id = await begun()
    const { ticketId } = await upload('guidanceFile', pdf, { as: 'anna', type: 'pdf' })
    const input = { consultationId: id, slot: '申报书', name: '初稿.pdf', ticketId }
    await cloud.as('anna').call('guidance.addFile', input)
    expect(ok(await cloud.as('anna').call('guidance.addFile', input)).full?.files[0]?.versions).toHaveLength(1)
  })

  test('refusals', async () => {
    const id = await begun()
    expect(await send(id, 'anna', { ticketId: 'NOSUCHTICKET' })).toMatchObject(refused('fileUnusable'))
    const { ticketId } = await upload('consultationFile', pdf, { as: 'anna', type: 'pdf' })
    expect(await send(id, 'anna', { ticketId })).toMatchObject(refused('fileUnusable'))
    expect(await send(id, 'anna', { name: '【违规】.pdf' })).toMatchObject(refused('textRisky'))
    const versions = [buildVersion('version-01', 'a.pdf', NOW)]
    const slots = Array.from({ length: MAX_SLOTS }, (_, n) => ({ id: `slot-${n}`, title: `种类${n}`, versions }))
    put('guidances', id, { files: slots })
    expect(await send(id, 'anna')).toMatchObject(refused('tooManyFiles'))
    const none = { consultationId: id, versionId: 'version-none' }
    expect(await cloud.as('anna').call('guidance.openFile', none)).toMatchObject(refused('notFound'))
  })
})

test('a person’s name goes from it when their data is erased, and moves with a merge', async () => {
  const id = await begun()
  const item = ok(await add(id)).full?.items[0]?.id ?? ''
  await tick(id, item, 'contact-1')
  const { followErasure, followMerge } = await import('../../cloudfunctions/guidance/reactions')
  const fact = { id: 'fact-0001', at: NOW }
  await followMerge({ ...fact, kind: 'memberMerged', data: { from: 'm-contact-1', to: 'm-imported' } })
  expect(guidanceOf(id).items[0]).toMatchObject({ doneBy: 'm-imported', doneByName: '演示contact-1' })
  await followErasure({ ...fact, kind: 'memberErased', data: { memberId: 'm-imported' } })
  expect(guidanceOf(id).items[0]).toMatchObject({ doneBy: '', doneByName: '', doneAt: NOW })
  expect(guidanceOf(id).people).toEqual(['m-anna'])
})

test('an answered consultation can be the beginning too', async () => {
  const source = await answered(1)
  expect(stands(await begun({ consultationId: source })).enterpriseId).toBe('enterprise-01')
})
