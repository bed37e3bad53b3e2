import { useCallback, useEffect, useRef, useState } from 'react'
import { CallError } from '@/lib/call-error'
import { newRequestId } from '@/lib/request-id'
import { changedFields, mergeDrafts, type Merged, type Merging } from './draft-merge'
import { forgetDraft, keepDraft, keptDraft } from './draft-store'

interface Versioned {
  id: string
  rev: number
}

/** How one kind of thing is read, written and merged. Everything that asks the server throws `CallError`. */
export interface DraftKind<Thing extends Versioned, Form extends object> extends Merging<Form> {
  /** What its drafts are kept under on the phone. */
  name: string
  /** What a new one's draft is kept under beside that; `new` where there is only one kind of new ones. */
  newName?: string
  read: (id: string) => Promise<Thing>
  create: (requestId: string, form: Form) => Promise<Thing>
  save: (thing: Thing, form: Form) => Promise<Thing>
  formOf: (thing: Thing) => Form
  /** Takes out uploads that have lapsed. */
  usable: (form: Form, now: number) => Form
}

/** Something being written. */
export interface DraftState<Thing, Form> {
  /** As the server last told; null while it has not been created. */
  thing: Thing | null
  /** What the typing started from. */
  base: Form
  form: Form
  requestId: string
  /** True when the typing was found on this phone, from an earlier visit. */
  restored: boolean
  /** Set after somebody else changed it in between. */
  merged: Omit<Merged<Form>, 'form'> | null
  /** Why the last attempt was refused. */
  refused: CallError | null
}

/** What becomes of the typing when something else is done to the thing. */
export type Typing = 'saveFirst' | 'keep' | 'drop'

export interface Draft<Thing, Form> {
  state: DraftState<Thing, Form> | null
  /** Why it could not be opened. */
  failed: CallError | null
  reopen: () => void
  change: (change: (form: Form) => Form) => void
  /** Throws away what was typed since the last save. */
  discard: () => void
  /** Saves what was typed; gives the thing, or null when it was refused. */
  save: () => Promise<Thing | null>
  /** Does something else to the thing, such as publishing it; gives the thing, or null when it was refused. */
  act: (work: (thing: Thing) => Promise<Thing>, typing: Typing) => Promise<Thing | null>
}

type Kind<Thing extends Versioned, Form extends object> = DraftKind<Thing, Form>

const begun = <Thing, Form>(thing: Thing | null, base: Form): DraftState<Thing, Form> => ({
  thing,
  base,
  form: base,
  requestId: newRequestId(),
  restored: false,
  merged: null,
  refused: null,
})

const isSame = <Form extends object>(kind: Merging<Form>, one: Form, other: Form): boolean =>
  changedFields(kind, one, other).length === 0

const keptName = (kind: { name: string; newName?: string }, id: string) =>
  `${kind.name}-${id || (kind.newName ?? 'new')}`

/** Puts what the phone has kept on top of what the server says now. */
function restored<T extends Versioned, F extends object>(kind: Kind<T, F>, state: DraftState<T, F>): DraftState<T, F> {
  const kept = keptDraft<F>(keptName(kind, state.thing?.id ?? ''), (form) => kind.usable(form, Date.now()))
  if (!kept) return state
  if (!state.thing) return { ...state, form: kept.form, requestId: kept.requestId, restored: true }
  const { form, ...merged } = mergeDrafts(kind, kept.base, kept.form, state.base)
  if (isSame(kind, form, state.base)) return state
  return { ...state, form, restored: true, merged: kept.rev === state.thing.rev ? null : merged }
}

/** The thing as the server has it, with what was typed on top. Throws `CallError`. */
async function opened<T extends Versioned, F extends object>(kind: Kind<T, F>, id: string, blank: () => F) {
  const thing = id ? await kind.read(id) : null
  return restored(kind, begun(thing, thing ? kind.formOf(thing) : blank()))
}

/** What becomes of the typing after a refusal: everything stays; after somebody else's change it goes on top of theirs. */
async function afterRefusal<T extends Versioned, F extends object>(
  kind: Kind<T, F>,
  state: DraftState<T, F>,
  refused: CallError,
): Promise<DraftState<T, F>> {
  if (refused.code !== 'changedMeanwhile' || !state.thing) return { ...state, refused }
  const thing = await kind.read(state.thing.id).catch((error: unknown) => {
    if (error instanceof CallError) return null
    throw error
  })
  if (!thing) return { ...state, refused }
  const { form, ...merged } = mergeDrafts(kind, state.base, state.form, kind.formOf(thing))
  return { ...state, thing, base: kind.formOf(thing), form, merged, refused: null }
}

const KEEP_AFTER_MS = 300

function keepTyping<T extends Versioned, F extends object>(kind: Kind<T, F>, state: DraftState<T, F> | null): void {
  if (!state) return
  const { thing, base, form, requestId } = state
  const name = keptName(kind, thing?.id ?? '')
  if (isSame(kind, form, base)) forgetDraft(name)
  else keepDraft(name, { shape: 1, requestId, rev: thing?.rev ?? 0, base, form })
}

/** Keeps what was typed on the phone, a moment after the last key and at the latest when the page goes. */
function useKeeping<T extends Versioned, F extends object>(kind: Kind<T, F>, state: DraftState<T, F> | null): void {
  const latest = useRef(state)
  latest.current = state
  useEffect(() => {
    const timer = setTimeout(() => keepTyping(kind, state), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [kind, state])
  useEffect(() => () => keepTyping(kind, latest.current), [kind])
}

/** Opens it, and again when asked to. */
function useOpening<T extends Versioned, F extends object>(kind: Kind<T, F>, id: string, blank: () => F) {
  const [state, setState] = useState<DraftState<T, F> | null>(null)
  const [failed, setFailed] = useState<CallError | null>(null)
  const first = useRef(blank)
  // Several steps of one press read it one after the other, before the next render.
  const latest = useRef(state)
  const put = useCallback((next: DraftState<T, F>) => {
    latest.current = next
    setState(next)
  }, [])
  const reopen = useCallback(() => {
    setFailed(null)
    opened(kind, id, first.current).then(put, (error: unknown) => {
      if (!(error instanceof CallError)) throw error
      setFailed(error)
    })
  }, [kind, id, put])
  useEffect(reopen, [reopen])
  return { state, failed, latest, put, reopen }
}

/**
 * Something being written or changed: what is typed stays on the phone until it is saved, and survives what others save
 * in between.
 *
 * @param kind must stay the same object
 * @param id '' for a new one
 * @param blank what a new one begins with
 */
export function useDraft<T extends Versioned, F extends object>(
  kind: DraftKind<T, F>,
  id: string,
  blank: () => F,
): Draft<T, F> {
  const { state, failed, latest, put, reopen } = useOpening(kind, id, blank)
  useKeeping(kind, state)

  /** Runs an attempt: what it answers becomes the new ground, what it is refused with is shown. */
  const attempt = async (work: (now: DraftState<T, F>) => Promise<T>, keepTyped = false): Promise<T | null> => {
    const now = latest.current
    if (!now) return null
    try {
      const thing = await work(now)
      const ground = begun(thing, kind.formOf(thing))
      if (!keepTyped) forgetDraft(keptName(kind, now.thing?.id ?? ''))
      put(keepTyped ? { ...ground, form: mergeDrafts(kind, now.base, now.form, ground.base).form } : ground)
      return thing
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      put(await afterRefusal(kind, now, error))
      return null
    }
  }
  const save = () =>
    attempt(({ thing, form, requestId }) => (thing ? kind.save(thing, form) : kind.create(requestId, form)))
  const act: Draft<T, F>['act'] = async (work, typing) => {
    const now = latest.current
    const saved = now?.thing && (typing !== 'saveFirst' || isSame(kind, now.form, now.base))
    const thing = saved ? now.thing : await save()
    return thing && (await attempt(() => work(thing), typing === 'keep'))
  }
  return {
    state,
    failed,
    reopen,
    change: (change) => {
      const now = latest.current
      if (now) put({ ...now, form: change(now.form), refused: null })
    },
    discard: () => {
      const now = latest.current
      if (!now) return
      forgetDraft(keptName(kind, now.thing?.id ?? ''))
      put(begun(now.thing, now.base))
    },
    save,
    act,
  }
}
