import { useEffect, useState } from 'react'
import { errorWords, numberToQuote } from '@/features/call-state'
import { useSlotHold } from '@/features/use-slot-hold'
import { CallError } from '@/lib/call-error'
import { useCall } from '@/lib/use-call'
import { rescheduleConsultation } from '../../api'
import type { ConsultationView } from '../talk/talk-model'
import type { AskTrouble } from './use-asking'

type Outline = ConsultationView['outline']

/** Moving a meeting to another slot: choosing, keeping it, and what became of it. */
export function useMoving(outline: Outline) {
  const { id: consultationId, enterprise, topic } = outline
  const hold = useSlotHold(enterprise.id, consultationId)
  const offer = useCall('consultation.offer', { enterpriseId: enterprise.id, topic, consultationId })
  const [trouble, setTrouble] = useState<AskTrouble>()
  const [moved, setMoved] = useState<ConsultationView>()
  const { refresh } = offer
  const { code } = hold.trouble ?? {}
  useEffect(() => {
    if (code) void refresh()
  }, [code, refresh])

  const move = async () => {
    if (!hold.held || hold.lapsed) return
    setTrouble(undefined)
    try {
      const view = await rescheduleConsultation({ consultationId, slotId: hold.held.id })
      hold.taken()
      setMoved(view)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (error.code === 'holdLapsed') hold.lapse()
      else setTrouble({ code: error.code, words: errorWords(error), requestId: numberToQuote(error) })
    }
  }
  const chooseAgain = async () => {
    await hold.letGo()
    await refresh()
  }
  return { hold, offer, trouble, moved, move, chooseAgain }
}

export type Moving = ReturnType<typeof useMoving>
