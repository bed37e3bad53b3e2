import { useState } from 'react'
import { useRefusable } from '@/features/use-refusable'
import { earlierLines } from '../../api'
import { joined, type ConsultationView, type TalkLine } from './talk-model'

interface Known {
  id: string
  lines: readonly TalkLine[]
  /** Where the lines before these begin; null when there are none, undefined while none were asked for. */
  earlier: string | null | undefined
}

/** Everything said that is known so far, and the way to what was said before. */
export function useTalk(view: ConsultationView) {
  const { id } = view.outline
  const [known, setKnown] = useState<Known>({ id, lines: view.lines, earlier: undefined })
  const [refused, run] = useRefusable()
  const old = known.id === id ? known.lines : []
  const lines = joined(old, view.lines)
  const meets = lines !== view.lines
  const earlier = meets && known.earlier !== undefined ? known.earlier : view.earlierLines
  if (known.id !== id || lines.length !== old.length)
    setKnown({ id, lines, earlier: meets ? known.earlier : undefined })
  const loadEarlier = () =>
    run(async () => {
      const page = await earlierLines({ consultationId: id, cursor: earlier })
      const ids = new Set(lines.map((line) => line.id))
      const before = [...page.items].reverse().filter((line) => !ids.has(line.id))
      setKnown({ id, lines: [...before, ...lines], earlier: page.nextCursor })
    })
  return { lines, hasEarlier: earlier !== null, loadEarlier, refused }
}
