import { useCallback, useRef, useState } from 'react'
import { FACES, type Face } from '@/domain/exhibit/rules'
import { fileOf } from '@/lib/steady-address'
import type { Panorama } from '../hall/hall-words'

const addressesOf = ({ faces }: Panorama): Record<Face, string> => {
  const of = (face: Face) => faces[face]?.url ?? ''
  return { front: of('front'), right: of('right'), back: of('back'), left: of('left'), up: of('up'), down: of('down') }
}

const same = (one: Record<Face, string>, other: Record<Face, string>): boolean =>
  FACES.every((face) => fileOf(one[face]) === fileOf(other[face]))

/** How much the six pictures weigh together, in bytes. */
export const facesSize = ({ faces }: Panorama): number => FACES.reduce((sum, face) => sum + (faces[face]?.size ?? 0), 0)

/** The six pictures and how far they have come. Each answer signs their addresses anew; what is shown keeps its first. */
export function useFaces(panorama: Panorama) {
  const held = useRef(addressesOf(panorama))
  const latest = addressesOf(panorama)
  if (!same(held.current, latest)) held.current = latest
  const [here, setHere] = useState<ReadonlySet<Face>>(() => new Set())
  const [failed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const onFaceLoad = useCallback((face: Face) => setHere((was) => new Set([...was, face])), [])
  const onFaceError = useCallback(() => setFailed(true), [])
  const again = () => {
    held.current = latest
    setHere(new Set())
    setFailed(false)
    setTries((count) => count + 1)
  }
  return { sources: held.current, tries, whole: here.size === FACES.length, failed, again, onFaceLoad, onFaceError }
}
