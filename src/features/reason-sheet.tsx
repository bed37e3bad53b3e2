import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '@/ui/button'
import { Chips } from '@/ui/segmented'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { Refused } from './desk-state'
import { useRefusable } from './use-refusable'
import './reason-sheet.scss'

const OTHER = '其他'

interface ReasonSheetProps {
  title: string
  /** What is done, and who will see the reason. */
  about: ReactNode
  /** The usual ones; any other is typed. */
  reasons: readonly string[]
  maxLength: number
  /** The word on the button that does it. */
  action: string
  onClose: () => void
  /** Throws a `CallError` when it is refused: its words then stand in the sheet. */
  onConfirm: (reason: string) => Promise<void>
}

/** Asks for the reason that stays beside what somebody does by hand. */
export function ReasonSheet({ title, about, reasons, maxLength, action, onClose, onConfirm }: ReasonSheetProps) {
  const options = [...reasons, OTHER].map((value) => ({ value, words: value }))
  const [reason, setReason] = useState(options[0]?.value ?? OTHER)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const [refused, run] = useRefusable()
  const said = reason === OTHER ? words.trim() : reason
  const confirm = () => {
    setAsked(true)
    return said ? run(() => onConfirm(said)) : undefined
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      action={
        <Button kind="main" onPress={confirm}>
          {action}
        </Button>
      }
    >
      <View className="reason-sheet__about">{about}</View>
      <Chips label="原因" options={options} value={reason} onChange={setReason} />
      {reason === OTHER && (
        <TextField
          label="原因"
          maxLength={maxLength}
          value={words}
          error={asked && !said ? '请写明原因' : undefined}
          onChange={setWords}
        />
      )}
      {refused && <Refused error={refused} />}
    </Sheet>
  )
}
