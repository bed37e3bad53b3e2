import { useEffect, useMemo } from 'react'
import { useOnline } from '@/lib/network'
import { useCall, type Question } from '@/lib/use-call'
import { cardOf } from '../exhibit-words'
import { noteSeen } from '../kept/phone-marks'
import { useHandOver } from '../kept/use-hand-over'
import type { Entry } from './entry'
import { keptExhibit } from './kept-in-hall'

/** What the page knows of its exhibit. */
export interface Display {
  of: Question<'exhibit.get'>
  /** Shown out of a hall that was opened before: no sound, no film, no large pictures. */
  partial: boolean
}

/** An exhibit for as long as its page lives, from the phone where the server is out of reach. Notes that it was seen. */
export function useDisplay(entry: Entry | null): Display {
  const asked = useCall('exhibit.get', entry ?? {}, { keep: true, skip: entry === null })
  // Where it is known beforehand that there is no network, nobody waits for the failure.
  const reachable = useOnline()
  const lost = !asked.data && (!reachable || asked.error?.offline === true)
  const found = useMemo(() => (lost && entry ? keptExhibit(entry) : undefined), [lost, entry])
  const of = found ? { ...asked, data: found.answer, asOf: found.at, loading: false } : asked

  useHandOver()
  const exhibit = of.data?.exhibit
  const seen = exhibit?.id
  useEffect(() => {
    if (exhibit) noteSeen(cardOf(exhibit))
    // Once for each exhibit, however often its answer is renewed.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the exhibit's own changes are no new visit
  }, [seen])
  return { of, partial: found?.partial ?? false }
}
