import { DOOR } from '@/domain/centre/rules'
import { parseDeskCode } from '@/domain/desk-code'
import { parseScene } from '@/domain/exhibit/rules'
import { replaceWith } from '@/lib/routes'

/** Where a scanned code belongs: on the wall beside an exhibit, on the desk of an event, or at the centre's door. */
export type Place = { to: 'exhibit'; number: string } | { to: 'checkIn'; code: string } | { to: 'arrive'; code: string }

/** Reads what any of the app's scanners has read. Null when it is none of our codes. */
export function placeOfScan(text: string): Place | null {
  const number = parseScene(text)
  if (number) return { to: 'exhibit', number }
  const desk = parseDeskCode(text)
  if (!desk) return null
  return { to: desk.subject === DOOR ? 'arrive' : 'checkIn', code: text }
}

/** Opens the page that a code belongs to, in place of the one that scanned it. */
export async function leadOn(place: Place): Promise<void> {
  if (place.to === 'exhibit') await replaceWith('display', { number: place.number })
  else await replaceWith(place.to, { code: place.code })
}
