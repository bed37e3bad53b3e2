/** The centre and one of its slots, for tests of visits: Saturday, 10:00 at the park is NOW. */
import type { SlotDoc } from '../../cloudfunctions/centre/store/slots'
import type { VisitDoc } from '../../cloudfunctions/centre/store/visits'
import { buildCentre, buildVisitSlot } from '../../config/seed/centre-builders'
import { FIRST_CENTRE } from '@/domain/centre/rules'
import type { Grant } from '@/domain/kit'
import { cloud } from './cloud'
import { branch, NOW, raise } from './park'

/** Monday, 9:00, far enough ahead to be booked. */
export const MONDAY = new Date('2026-11-23T01:00:00Z')
export const SLOT = '20261123-0900'
/** The hour after it, and the two that follow. */
export const NEXT_SLOTS = ['20261123-1000', '20261123-1100', '20261123-1300']

export const editor: Grant = { role: 'editor', scope: 'zone', scopeId: '' }

/** The centre, open by its first hours, with so many places and guides in each slot; an editor; the clock at NOW. */
export const openCentre = async (visiting: Partial<(typeof FIRST_CENTRE)['visiting']> = {}): Promise<void> => {
  cloud.setNow(NOW)
  await cloud.put('branches', branch)
  await raise('editor', [editor])
  await cloud.put('centres', buildCentre({ visiting: { ...FIRST_CENTRE.visiting, ...visiting } }))
}

export const mondaySlot = (overrides: Partial<SlotDoc> = {}): SlotDoc => buildVisitSlot(MONDAY, overrides)

/** What the database knows of a slot: its counts beside the visits that hold places, and what is left undone. */
export const slotStands = async (slotId = SLOT) => {
  const slot = (await cloud.all<SlotDoc>('visitSlots')).find(({ _id }) => _id === slotId)
  const rows = (await cloud.all<VisitDoc>('visits')).filter((row) => row.slotId === slotId)
  const holding = rows.filter(({ placeId }) => placeId !== null)
  const booked = rows.filter(({ state }) => state === 'booked')
  return {
    taken: slot?.taken ?? 0,
    guided: slot?.guided ?? 0,
    persons: booked.reduce((sum, { size }) => sum + size, 0),
    guides: booked.filter(({ guide }) => guide).length,
    booked: booked.length,
    holding: new Set(holding.map(({ placeId }) => placeId)).size,
    loose:
      rows.filter(({ releasing }) => releasing !== null).length +
      (slot?.takes.length ?? 0) +
      (slot?.releases.length ?? 0),
  }
}

/** The code that the screen at the door shows now. */
export const doorCode = async () => {
  const answer = await cloud.as('editor').call('centre.door', {})
  if (!answer.ok) throw new Error(`the door shows no code: ${answer.error.code}`)
  return answer.data.code
}
