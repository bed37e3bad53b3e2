import { useState, type ReactNode } from 'react'
import { sayWhen } from '@/domain/time'
import { useRefusable } from '@/features/use-refusable'
import type { CallError } from '@/lib/call-error'
import { useConfirm, type Question } from '@/ui/use-confirm'
import { discardExhibit, publishExhibit, restoreExhibit, unscheduleExhibit, withdrawExhibit } from '../../api'
import { missingOf, problemsOf } from './exhibit-check'
import { asExhibit, type Draft, type DraftState } from './exhibit-draft'
import type { DeskView } from './exhibit-form'
import { discardQuestion, restoreQuestion, unscheduleQuestion, withdrawQuestion } from './exhibit-questions'
import type { SideActions } from './exhibit-side'
import type { ExhibitKind } from '@/domain/exhibit/rules'

export interface Editor {
  /** What was tried, which decides what is said of problems: nothing, saving or publishing. */
  tried: 'nothing' | 'saving' | 'publishing'
  /** What has just been done, in words. */
  done: string | null
  /** Why something else was refused. */
  refused: CallError | null
  /** True while it is asked when to publish. */
  publishing: boolean
  save: () => Promise<void>
  askWhen: () => void
  closeWhen: () => void
  publish: (at: number | null) => Promise<void>
  side: Omit<SideActions, 'preview' | 'order'>
  sheet: ReactNode
  /** After anything was typed. */
  typed: () => void
}

interface EditorEvents {
  /** Something at the top of the page has to be seen. */
  look: () => void
  /** It is gone altogether. */
  gone: () => void
}

const undone = (what: string) => `${what}，访客看到的没有变`

interface Undoing {
  kind: ExhibitKind
  draft: Draft
  state: DraftState
  now: number
  /** Says what has been done, unless it came to nothing. */
  finish: (words: string, ok: unknown) => void
  onGone: () => void
}

/** Whatever takes something back: each asks first and says what is lost. */
function useUndoing({ kind, draft, state, now, finish, onGone }: Undoing) {
  const [refused, run] = useRefusable()
  const { ask, sheet } = useConfirm()
  const { thing } = state
  const title = thing?.content.title ?? ''
  const asked = async (
    question: Question,
    words: string,
    work: (asRead: { exhibitId: string; rev: number }) => Promise<DeskView>,
    typing: 'keep' | 'drop' = 'keep',
  ) => {
    if (!(await ask(question))) return
    const ok = await draft.act(async ({ id, rev }) => asExhibit(await work({ exhibitId: id, rev })), typing)
    finish(words, ok)
  }
  const discard = async () => {
    if (!thing || !(await ask(discardQuestion(thing.state === 'draft', title)))) return
    await run(async () => {
      const { gone } = await discardExhibit({ exhibitId: thing.id, rev: thing.rev })
      draft.discard()
      if (gone) return onGone()
      draft.reopen()
      finish('草稿已放弃，这里是已发布的版本', true)
    })
  }
  const side: Editor['side'] = {
    unschedule: () =>
      asked(unscheduleQuestion(thing?.publishAt ?? now, now), '定时已取消，草稿还在', unscheduleExhibit),
    withdraw: () => asked(withdrawQuestion(kind, title), '已撤下，访客看不到了', withdrawExhibit),
    restore: (version, at) =>
      asked(
        restoreQuestion(at, now),
        undone('旧版本已恢复为草稿'),
        (asRead) => restoreExhibit({ ...asRead, version }),
        'drop',
      ),
    discard,
  }
  return { side, sheet, refused }
}

/** What an editor does with something, beyond typing. */
export function useExhibitEditor(
  kind: ExhibitKind,
  draft: Draft,
  state: DraftState,
  now: number,
  on: EditorEvents,
): Editor {
  const [tried, setTried] = useState<Editor['tried']>('nothing')
  const [done, setDone] = useState<string | null>(null)
  const [publishing, setPublishing] = useState(false)
  const { form } = state

  const finish = (words: string, ok: unknown) => {
    if (ok) {
      setTried('nothing')
      setDone(words)
    }
    on.look()
  }
  const undoing = useUndoing({ kind, draft, state, now, finish, onGone: on.gone })
  const fit = (trying: Editor['tried']): boolean => {
    setTried(trying)
    setDone(null)
    const missing = trying === 'publishing' ? missingOf(kind, form) : []
    const wrong = Object.keys(problemsOf(form)).length + missing.length > 0
    if (wrong) on.look()
    return !wrong
  }
  const save = async () => {
    if (!fit('saving')) return
    const words = state.thing?.state === 'published' ? undone('草稿已存') : '草稿已存，发布前只有工作台看得到'
    finish(words, await draft.save())
  }
  const publish = async (at: number | null) => {
    const words = at === null ? '已发布，访客现在就能看到' : `会在 ${sayWhen(at, now)} 自动发布，在那之前可以取消`
    const ok = await draft.act(
      async ({ id, rev }) => asExhibit(await publishExhibit({ exhibitId: id, rev, at })),
      'saveFirst',
    )
    setPublishing(false)
    finish(words, ok)
  }
  return {
    ...undoing,
    ...{ tried, done, publishing, save, publish },
    askWhen: () => {
      if (fit('publishing')) setPublishing(true)
    },
    closeWhen: () => setPublishing(false),
    typed: () => setDone(null),
  }
}
