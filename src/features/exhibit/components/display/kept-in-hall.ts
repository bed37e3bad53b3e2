import type { OutputFor } from '@/domain/contracts'
import { HALL_IDS } from '@/domain/exhibit/rules'
import { keptAnswer, questionKey } from '@/lib/kept-answers'
import type { ExhibitAnswer } from '../exhibit-words'
import type { Entry } from './entry'

type HallAnswer = OutputFor<'exhibit.hall'>
type InHall = HallAnswer['exhibits'][number]

const isIt = (exhibit: { id: string; number: string }, entry: Entry): boolean =>
  'number' in entry ? exhibit.number === entry.number : exhibit.id === entry.exhibitId

/** A picture that is kept as a small one only: its large side is the same. */
const picturesOf = ({ picture }: InHall): ExhibitAnswer['exhibit']['pictures'] => {
  if (!picture) return []
  const file = { key: '', url: picture.url, size: 0 }
  return [{ file, small: file, alt: picture.alt, width: 0, height: 0 }]
}

function answerFrom({ hall, exhibits }: HallAnswer, place: number, at: number): ExhibitAnswer | undefined {
  const found = exhibits[place]
  if (!found) return undefined
  return {
    exhibit: { ...found, pictures: picturesOf(found), audio: null, video: null, changedAt: at },
    next: exhibits[place + 1] ?? null,
    hallTitle: hall.title,
    events: [],
    branches: [],
    favourite: null,
  }
}

/** The same exhibit as opened before in the other way: by its number, or from a list. */
function openedOtherwise({ id, number }: InHall, entry: Entry) {
  const input = 'number' in entry ? { exhibitId: id } : { number }
  return keptAnswer<'exhibit.get'>(questionKey('exhibit.get', input))
}

export interface Offline {
  answer: ExhibitAnswer
  /** When the server said so, in milliseconds. */
  at: number
  /** Text, figure and a small picture only. */
  partial: boolean
}

/**
 * An exhibit that was not opened in this way before, out of what the phone kept: from the exhibit itself, or from a hall
 * that was opened once. Undefined when the phone knows neither.
 */
export function keptExhibit(entry: Entry): Offline | undefined {
  for (const hallId of HALL_IDS) {
    const hall = keptAnswer<'exhibit.hall'>(questionKey('exhibit.hall', { hallId }))
    const place = hall?.data.exhibits.findIndex((exhibit) => isIt(exhibit, entry)) ?? -1
    const found = hall?.data.exhibits[place]
    if (!hall || !found) continue
    const whole = openedOtherwise(found, entry)
    if (whole) return { answer: whole.data, at: whole.at, partial: false }
    const answer = answerFrom(hall.data, place, hall.at)
    if (answer) return { answer, at: hall.at, partial: true }
  }
  return undefined
}
