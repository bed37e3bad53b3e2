import { useState } from 'react'
import type { GUIDED_TOPICS, Programme } from '@/domain/guidance/rules'
import { usable, useAttaching, type Attached } from '@/features/attach-files'
import { useIntent } from '@/features/use-intent'
import { useRefusable } from '@/features/use-refusable'
import { askGuidance } from '../../api'
import type { GuidanceView } from '../guidance-model'
import { useGuides } from '../guide-field'

type GuidedTopic = (typeof GUIDED_TOPICS)[number]

/** What an enterprise asks to be guided in, as typed; it stays on this phone until it is sent. */
interface AskForm {
  name: string
  programme: Programme
  topic: GuidedTopic
  words: string
  /** Member id; empty for whoever fits best. */
  specialistId: string
  files: Attached[]
}
const BLANK: AskForm = {
  name: '',
  programme: 'highTechEnterprise',
  topic: 'projectApplication',
  words: '',
  specialistId: '',
  files: [],
}

/** Asking for guidance: the form, who could guide, and what became of it. */
export function useAsk(enterpriseId: string) {
  const intent = useIntent(`guidance-ask-${enterpriseId}`, BLANK)
  const [asked, setAsked] = useState(false)
  const [begun, setBegun] = useState<GuidanceView>()
  const [refused, run] = useRefusable()
  const { form, change } = intent
  const guides = useGuides({ enterpriseId, topic: form.topic })
  const uploads = useAttaching('guidanceFile', (file) => change({ files: [...usable(intent.latest().files), file] }))
  const files = usable(form.files)
  const [name, words] = [form.name.trim(), form.words.trim()]
  const send = () => {
    setAsked(true)
    if (!name || !words) return undefined
    return run(async () => {
      const { programme, topic, specialistId } = form
      const view = await askGuidance({
        ...{ requestId: intent.requestId, enterpriseId, topic, project: { name, programme }, words },
        ...(specialistId === '' ? {} : { specialistId }),
        tickets: files.map(({ ticketId }) => ticketId),
      })
      intent.done()
      setBegun(view)
    })
  }
  const lacks = { name: asked && !name, words: asked && !words }
  return { form, change, guides, uploads, files, refused, begun, lacks, send }
}

export type Ask = ReturnType<typeof useAsk>
