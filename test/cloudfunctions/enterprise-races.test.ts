/** Several people move the same contact at once, through the built functions: one wins, the others hear the truth. */
import { enterprises, type EnterpriseDoc } from '../../cloudfunctions/enterprise/store/enterprises'
import { _ } from '../../cloudfunctions/kernel/db'
import { cloud } from '../support/cloud'
import { letSpeak, MILK, openPark, settleLater, standing, told } from '../support/enterprises'
import { MINUTE, NOW } from '../support/park'

const milk = MILK._id
const over = (who: string) => cloud.over(who)
const join = (who: string) => cloud.as(who).call('enterprise.join', { enterpriseId: milk, position: '主管' })
const confirm = (by: string, who: string) =>
  over(by).call('enterprise.confirmContact', { enterpriseId: milk, memberId: `m-${who}` })
const decline = (by: string, who: string) =>
  over(by).call('enterprise.declineContact', { enterpriseId: milk, memberId: `m-${who}`, reason: '不符' })
const remove = (by: string, who: string) =>
  over(by).call('enterprise.removeContact', { enterpriseId: milk, memberId: `m-${who}`, reason: '已离职' })
const leave = (who: string, successor?: string) =>
  over(who).call('enterprise.leave', { enterpriseId: milk, ...(successor && { successor: `m-${successor}` }) })
const codes = (answers: { ok: boolean; error?: { code: string } }[]) =>
  answers.map((answer) => (answer.ok ? 'ok' : answer.error?.code)).sort()

/** Who speaks by the record holds the right, nobody else does, and the counts say the same. */
const agreed = async () => {
  await settleLater()
  const { states, rights, counts, facts } = await standing()
  const speaking = Object.keys(states).filter((who) => states[who] === 'confirmed')
  const waiting = Object.values(states).filter((state) => state === 'waiting').length
  expect({ rights, counts, facts }).toEqual({ rights: speaking.sort(), counts: [speaking.length, waiting], facts: 0 })
  return states
}

const TURNS = [1, 2, 3, 4]
beforeEach(openPark)

test.each(TURNS)('confirming and declining cross: one is done, the other is told so (%d)', async () => {
  await join('ann')
  const [confirmed, declined] = await Promise.all([confirm('staff', 'ann'), decline('second-staff', 'ann')])
  expect(codes([confirmed, declined])).toEqual(['notWaiting', 'ok'])
  expect(await agreed()).toEqual({ ann: confirmed.ok ? 'confirmed' : 'declined' })
  const word = confirmed.ok ? 'contactConfirmed' : 'contactDeclined'
  expect((await told()).filter((line) => line.endsWith('m-ann'))).toEqual([`${word} → m-ann`])
})

test.each(TURNS)('confirming and giving up cross: who gave up holds nothing (%d)', async () => {
  await join('ann')
  const [, left] = await Promise.all([confirm('staff', 'ann'), leave('ann')])
  expect(left.ok).toBe(true)
  expect(await agreed()).toEqual({ ann: 'left' })
})

test.each(TURNS)('leaving and being removed cross: gone once (%d)', async () => {
  await letSpeak(MILK, 'ann', 'bob')
  const [, left] = await Promise.all([remove('staff', 'ann'), leave('ann', 'bob')])
  expect(left.ok).toBe(true)
  expect(await agreed()).toEqual({ ann: 'left', bob: 'confirmed' })
})

test.each(TURNS)('two who hand over to each other: one goes, the other is told and stays (%d)', async () => {
  await letSpeak(MILK, 'ann', 'bob')
  const answers = await Promise.all([leave('ann', 'bob'), leave('bob', 'ann')])
  expect(codes(answers)).toEqual(['ok', 'successorUnknown'])
  expect(Object.values(await agreed()).sort()).toEqual(['confirmed', 'left'])
  expect(await told()).toEqual([])
})

test.each([1, 2])('three who hand over in a ring: somebody stays (%d)', async () => {
  await letSpeak(MILK, 'ann', 'bob', 'cid')
  const answers = await Promise.all([leave('ann', 'bob'), leave('bob', 'cid'), leave('cid', 'ann')])
  expect(codes(answers).filter((code) => code !== 'ok' && code !== 'successorUnknown')).toEqual([])
  expect(Object.values(await agreed())).toContain('confirmed')
  expect(await told()).toEqual([])
})

test.each([1, 2])('handing over to somebody whom staff remove at that moment: done before, or told (%d)', async () => {
  await letSpeak(MILK, 'ann', 'bob')
  const [left, removed] = await Promise.all([leave('ann', 'bob'), remove('staff', 'bob')])
  expect(removed.ok).toBe(true)
  // Removed first, bob is nobody to hand over to; removed after, the last one is gone and staff hear of it.
  const last = left.ok ? { ann: 'left', bob: 'left' } : { ann: 'confirmed', bob: 'left' }
  expect([codes([left]), await agreed()]).toEqual([[left.ok ? 'ok' : 'successorUnknown'], last])
  const deserted = (await told()).filter((line) => line.startsWith('enterpriseWithoutContact'))
  expect(deserted.length).toBe(left.ok ? 2 : 0)
})

test('a leave that died keeps nobody waiting: its repetition goes on, others do after a minute', async () => {
  await letSpeak(MILK, 'ann', 'bob')
  await enterprises.change({ _id: milk }, { parting: _.set({ by: 'm-ann', at: NOW }) })
  expect(codes([await leave('bob', 'ann')])).toEqual(['busy'])
  cloud.setNow(new Date(NOW.getTime() + MINUTE + 1))
  expect(codes([await leave('bob', 'ann')])).toEqual(['ok'])
  await enterprises.change({ _id: milk }, { parting: _.set({ by: 'm-ann', at: new Date(NOW.getTime() + MINUTE) }) })
  expect(codes([await leave('ann')])).toEqual(['ok'])
  expect((await cloud.all<EnterpriseDoc>('enterprises'))[0]).toMatchObject({ parting: null })
})

test('leaving, asking again and being let again within a minute ends with the right', async () => {
  await letSpeak(MILK, 'ann', 'bob')
  await leave('ann', 'bob')
  await join('ann')
  await confirm('staff', 'ann')
  expect(await agreed()).toEqual({ ann: 'confirmed', bob: 'confirmed' })
})

test('three people are let by two of the staff at once', async () => {
  for (const who of ['ann', 'bob', 'cid']) await join(who)
  const answers = await Promise.all(
    ['ann', 'bob', 'cid'].flatMap((who) => [confirm('staff', who), confirm('second-staff', who)]),
  )
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(3)
  expect(await agreed()).toEqual({ ann: 'confirmed', bob: 'confirmed', cid: 'confirmed' })
})
