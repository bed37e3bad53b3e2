/** Several people move the same contact at once, through the built functions: one wins, the others hear the truth. */
import { cloud } from '../support/cloud'
import { letSpeak, MILK, openPark, settleLater, standing, told } from '../support/enterprises'

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

test.each(TURNS)('two who hand over to each other: nobody is left, and staff hear of it once (%d)', async () => {
  await letSpeak(MILK, 'ann', 'bob')
  const answers = await Promise.all([leave('ann', 'bob'), leave('bob', 'ann')])
  const states = await agreed()
  // Whoever comes second is told when the other has gone already, and is then the last one.
  const stayed = Object.keys(states).filter((who) => states[who] === 'confirmed')
  expect(codes(answers)).toEqual(stayed.length === 0 ? ['ok', 'ok'] : ['ok', 'successorUnknown'])
  expect(await told()).toEqual(
    stayed.length === 0 ? ['enterpriseWithoutContact → m-second-staff', 'enterpriseWithoutContact → m-staff'] : [],
  )
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
