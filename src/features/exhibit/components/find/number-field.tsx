import { useState } from 'react'
import { refusalWords } from '@/domain/labels'
import { parseNumber } from '@/domain/exhibit/rules'
import { DigitsField } from '@/ui/digits-field'

const DIGITS = 3

const isWhole = (typed: string) => typed.normalize('NFKC').replace(/\s/g, '').length >= DIGITS

interface NumberFieldProps {
  onNumber: (number: string) => void
}

/** The three digits beside an exhibit: it opens as soon as they stand there. */
export function NumberField({ onNumber }: NumberFieldProps) {
  const [typed, setTyped] = useState('')
  const change = (value: string) => {
    setTyped(value)
    const number = parseNumber(value)
    if (number !== null && parseNumber(typed) !== number) onNumber(number)
  }
  const wrong = isWhole(typed) && parseNumber(typed) === null
  return (
    <DigitsField
      label="输入展项编号"
      hint="墙上二维码旁的三位数字，例如 101"
      name="展项编号，三位数字"
      value={typed}
      maxLength={DIGITS}
      placeholder="000"
      error={wrong ? refusalWords('exhibit.get', 'numberUnknown') : undefined}
      onChange={change}
    />
  )
}
