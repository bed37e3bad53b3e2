import { useState, type ReactNode } from 'react'
import { leadOn, placeOfScan } from '@/features/scanned'
import { Scanner } from '@/features/scanner'

const NOT_OURS = '这不是展项的码，请扫展项旁边墙上的码，或输入三位编号'

/** Scanning a code on the wall. Codes of an event's desk or of the door lead where they belong. */
export function useExhibitScan(onNumber: (number: string) => void) {
  const [scanning, setScanning] = useState(false)
  const [words, setWords] = useState<string>()
  const begin = () => {
    setWords(undefined)
    setScanning(true)
  }
  const read = (text: string) => {
    setScanning(false)
    const place = placeOfScan(text)
    if (place === null) setWords(NOT_OURS)
    else if (place.to === 'exhibit') onNumber(place.number)
    else void leadOn(place)
  }
  const close = (why?: string) => {
    setScanning(false)
    setWords(why)
  }
  const scanner: ReactNode = scanning && (
    <Scanner name="扫展项码" aim="对准展项旁边墙上的码" instead="输入展项编号" onText={read} onClose={close} />
  )
  return { begin, words, scanner }
}
