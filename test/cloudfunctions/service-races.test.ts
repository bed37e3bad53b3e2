/** Many at one moment, through the built functions: slots, enterprises and people are each in one place. */
import type { Answer } from '@/domain/kit'
import { buildServiceDay, buildSpecialist } from '../../config/seed/service-builders'
import { buildContact, buildEnterprise } from '../../config/seed/enterprise-builders'
import { cloud } from '../support/cloud'
import { branch, raise } from '../support/park'
import { buildActor, buildMember } from '../../config/seed/builders'
import { contactOf, enterpriseId, intervalsOf, putDay, stored, teamOf } from '../support/service'

jest.setTimeout(240_000)

type Held = Answer<{ id: string }>
const hold = async (openid: string, enterprise: string, slotId: string): Promise<Held> =>
  await cloud.over(openid).call('service.hold', { slotId, enterpriseId: enterprise })

/** The workers' clock is the real one: a day a week ahead. */
const day = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

const crowd = async (n: number): Promise<string[]> => {
  const numbers = Array.from({ length: n }, (_, at) => at + 1)
  const members = numbers.map((at) => buildMember(`m-crowd-${at}`, `演示${at}`, branch))
  await cloud.put('enterprises', ...numbers.map((at) => buildEnterprise(at)))
  await cloud.put('contacts', ...numbers.map((at) => buildContact(enterpriseId(at), `m-crowd-${at}`)))
  await cloud.put('members', ...members)
  await cloud.put(
    'actors',
    ...members.map((member, at) => buildActor(`crowd-${at + 1}`, member, contactOf(enterpriseId(at + 1)))),
  )
  return numbers.map((at) => `crowd-${at}`)
}

test('a hundred and twenty enterprises race for sixty slots: sixty have one each, sixty are told that the day is full', async () => {
  const people = Array.from({ length: 10 }, (_, at) => buildSpecialist(`m-table-${at}`))
  await cloud.put('specialists', ...people)
  const slots = await putDay(buildServiceDay('day-01', day(), people))
  expect(slots).toHaveLength(60)
  const names = await crowd(120)
  const lies: string[] = []
  /** Asks for a slot, then for whatever is said to be free next, as a person would. */
  const race = async (openid: string, at: number): Promise<string> => {
    let slotId = slots[at % slots.length]?._id ?? ''
    for (let turn = 0; turn < 200; turn++) {
      const answer = await hold(openid, enterpriseId(at + 1), slotId)
      if (answer.ok) return answer.data.id
      if (answer.error.code !== 'slotTaken') return answer.error.code
      const next = String(answer.error.detail?.['next'])
      if (!slots.some(({ _id }) => _id === next) || next === slotId) lies.push(`${openid}: ${slotId} → ${next}`)
      slotId = next
    }
    return 'never answered'
  }
  const answers = await Promise.all(names.map(race))
  const won = answers.filter((one) => one !== 'dayFull')
  expect([won.length, new Set(won).size, lies]).toEqual([60, 60, []])
  const held = stored.slots({ state: 'held' })
  expect(held).toHaveLength(60)
  expect(new Set(held.map((slot) => slot.enterpriseId)).size).toBe(60)
  // Whoever has none has nobody's time either.
  for (const at of names.keys()) {
    const mine = held.find((slot) => slot.enterpriseId === enterpriseId(at + 1))
    expect(intervalsOf(enterpriseId(at + 1))).toEqual(mine ? [`slot~${mine._id}~${mine.holdId}`] : [])
  }
})

test('two telephones of one enterprise never get two slots of one time', async () => {
  const people = Array.from({ length: 8 }, (_, at) => buildSpecialist(`m-table-${at}`))
  await cloud.put('specialists', ...people)
  const slots = await putDay(buildServiceDay('day-01', day(), people))
  await cloud.put('enterprises', buildEnterprise(1))
  const phones = Array.from({ length: 8 }, (_, at) => `phone-${at}`)
  for (const phone of phones) await raise(phone, [contactOf('enterprise-01')])
  const first = slots.filter(({ startsAt }) => startsAt.getTime() === slots[0]?.startsAt.getTime())
  const answers = await Promise.all(phones.map((phone, at) => hold(phone, 'enterprise-01', first[at]?._id ?? '')))
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
  const mine = stored.slots({ state: 'held' })
  expect([mine.length, codes.filter((code) => !['ok', 'busyThen', 'busy'].includes(code))]).toEqual([1, []])
  expect(intervalsOf('enterprise-01')).toEqual([`slot~${mine[0]?._id}~${mine[0]?.holdId}`])
})

test('one person planned on ten days at one time sits on one', async () => {
  await raise('leader', [teamOf('teamLeader')])
  const [anna, bert] = [buildSpecialist('m-anna'), buildSpecialist('m-bert')]
  await cloud.put('specialists', anna, bert)
  const days = Array.from({ length: 10 }, (_, at) =>
    buildServiceDay(`day-${at + 10}`, day(), at % 2 === 0 ? [anna, bert] : [bert, anna], { state: 'draft', rev: 1 }),
  )
  await cloud.put('serviceDays', ...days)
  const publish = async ({ _id }: { _id: string }) =>
    (await cloud.over('leader').call('service.publish', { serviceDayId: _id, rev: 1 })) as Held
  await Promise.all(days.map(publish))
  // All may have been in one another's way; whoever tries again alone is let in, and only one.
  for (const one of days) await publish(one)
  const published = days.filter(({ _id }) => stored.day(_id)?.state === 'published').map(({ _id }) => _id)
  expect(published).toHaveLength(1)
  expect([intervalsOf('m-anna'), intervalsOf('m-bert')]).toEqual([[`day~${published[0]}~1`], [`day~${published[0]}~1`]])
  expect([...new Set(stored.slots().map(({ dayId }) => dayId))]).toEqual(published)
})
