import { useState } from 'react'
import { CallError } from '@/lib/call-error'

/** Runs something that may be refused, and keeps the refusal to show it where it was tried. */
export function useRefusable(): [refused: CallError | null, run: (work: () => Promise<void>) => Promise<void>] {
  const [refused, setRefused] = useState<CallError | null>(null)
  const run = async (work: () => Promise<void>) => {
    try {
      setRefused(null)
      await work()
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setRefused(error)
    }
  }
  return [refused, run]
}
