import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from './button'
import { ButtonRow } from './button-row'
import { Sheet } from './sheet'
import './use-confirm.scss'

export interface Question {
  title: string
  /** What is lost, or what happens then. */
  words: ReactNode
  /** The word on the button that does it, the same verb as in the title. */
  yes: string
  no?: string
  /** It takes something away. */
  danger?: boolean
}

/**
 * Asks before something is done: `if (await ask({ … })) …`. Closing the sheet is a no.
 * The page draws `sheet` anywhere inside its frame.
 */
export function useConfirm(): { ask: (question: Question) => Promise<boolean>; sheet: ReactNode } {
  const [open, setOpen] = useState<{ question: Question; answer: (yes: boolean) => void }>()
  const ask = (question: Question) =>
    new Promise<boolean>((resolve) => {
      const answer = (yes: boolean) => {
        setOpen(undefined)
        resolve(yes)
      }
      setOpen({ question, answer })
    })
  return { ask, sheet: open && <ConfirmSheet {...open} /> }
}

function ConfirmSheet({ question, answer }: { question: Question; answer: (yes: boolean) => void }) {
  const { title, words, yes, no = '再想想', danger } = question
  return (
    <Sheet
      title={title}
      onClose={() => answer(false)}
      action={
        <ButtonRow>
          <Button onPress={() => answer(false)}>{no}</Button>
          <Button kind={danger ? 'danger' : 'main'} onPress={() => answer(true)}>
            {yes}
          </Button>
        </ButtonRow>
      }
    >
      <View className="confirm__words">{words}</View>
    </Sheet>
  )
}
