import { useSession } from '@/lib/session'
import type { ExhibitAnswer } from '../exhibit-words'
import { cardOf } from '../exhibit-words'
import { handOver, noteFavourite, usePhoneMarks } from './phone-marks'

/** Whether an exhibit is a favourite, and the tap that changes it: at once on the phone, then on the server for who is logged in. */
export function useFavourite(answer: ExhibitAnswer, put: ((answer: ExhibitAnswer) => void) | undefined) {
  const bound = useSession().member !== null
  const here = usePhoneMarks().find(({ exhibit }) => exhibit.id === answer.exhibit.id)?.favourite
  const on = here ?? answer.favourite ?? false
  const toggle = async () => {
    noteFavourite(cardOf(answer.exhibit), !on)
    // What stays on the phone is told by the phone, until the server knows it.
    if (bound && (await handOver())) put?.({ ...answer, favourite: !on })
  }
  return { on, toggle }
}
