/** Nothing that visits ask of the database reads a whole collection. */
import { buildVisit, buildVisitSlot } from '../../config/seed/centre-builders'
import { FIRST_CENTRE } from '@/domain/centre/rules'
import { cloud } from '../support/cloud'
import { HOUR, MINUTE, raiseMembers } from '../support/park'
import { recordsOf } from '../support/records'
import { doorCode, MONDAY, mondaySlot, openCentre, SLOT } from '../support/visiting'

test('every request of every action and of the sweeper goes by an index', async () => {
  await openCentre({ closesBefore: 0 })
  const [person = ''] = await raiseMembers(1)
  const slots = Array.from({ length: 40 }, (_, n) => buildVisitSlot(new Date(MONDAY.getTime() + (n - 20) * 24 * HOUR)))
  await cloud.put('visitSlots', ...slots.filter(({ _id }) => _id !== SLOT), mondaySlot({ taken: 1 }))
  await cloud.put('visits', ...slots.map((slot) => buildVisit(slot, 'm-other')))
  cloud.setNow(new Date(MONDAY.getTime() - 30 * MINUTE))
  const visitId = `${SLOT}:m-${person}`
  const me = cloud.as(person)
  const desk = cloud.as('editor')
  const answers: { ok: boolean }[] = [
    await me.call('centre.get', {}),
    await me.call('centre.slots', {}),
    await me.call('centre.book', { slotId: SLOT, size: 2, guide: true }),
    await me.call('centre.myVisits', {}),
    await me.call('centre.cancelVisit', { visitId }),
    await me.call('centre.book', { slotId: SLOT, size: 2, guide: true }),
    await me.call('centre.arrive', { code: (await doorCode()).text }),
    await me.call('member.myData', {}),
    await desk.call('centre.visitsOn', { day: '2026-11-23' }),
    await desk.call('centre.recordArrival', { visitId: `${SLOT}:m-other`, reason: '手机没电' }),
    await desk.call('centre.closeSlot', { slotId: SLOT, reason: '布展' }),
    await desk.call('centre.edit', {}),
    await desk.call('centre.change', { rev: 0, centre: { ...FIRST_CENTRE, notices: [] } }),
  ]
  cloud.setNow(new Date(MONDAY.getTime()))
  await cloud.local.runTimer('centre', 'sweep')
  answers.push(await me.call('member.erase', { confirm: '删除' }))
  expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true))
  expect(scanned()).toEqual([])
  // Such a request would have been seen.
  recordsOf(cloud.local, 'visits', { groupName: '演示' })
  expect(scanned()).toEqual(['visits'])
})

/** Whose collections were read whole; what others do of theirs is theirs to test. */
const scanned = () =>
  cloud.local
    .metrics()
    .unindexedScans.map(({ collection }) => collection)
    .filter((name) => ['centres', 'visitSlots', 'visits', 'codeTries'].includes(name))
