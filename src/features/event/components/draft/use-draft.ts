import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutputFor } from '@/domain/contracts'
import { CallError } from '@/lib/call-error'
import { newRequestId } from '@/lib/request-id'
import { changeEvent, createEvent, getEvent, publishEvent } from '../../api'
import { formOf, inputOf, newForm, type DraftForm } from './draft-form'
import { isSameForm, mergeForms, type Merged } from './draft-merge'
import { forgetDraft, keepDraft, keptDraft } from './draft-store'

type Detail = OutputFor<'event.get'>

/** An event being written. */
export interface DraftState {
  /** As the server last told; null while it has not been created. */
  event: Detail | null
  /** What the typing started from. */
  base: DraftForm
  form: DraftForm
  requestId: string
  /** True when the typing was found on this phone, from an earlier visit. */
  restored: boolean
  /** Set after somebody else changed the event in between. */
  merged: Omit<Merged, 'form'> | null
  /** Why the last attempt to save was refused. */
  refused: CallError | null
}

const begun = (event: Detail | null, base: DraftForm): DraftState => ({
  event,
  base,
  form: base,
  requestId: newRequestId(),
  restored: false,
  merged: null,
  refused: null,
})

/** Puts what the phone has kept on top of what the server says now. */
const restored = (state: DraftState, eventId: string): DraftState => {
  const kept = keptDraft(eventId, Date.now())
  if (!kept) return state
  if (!state.event) return { ...state, form: kept.form, requestId: kept.requestId, restored: true }
  const { form, ...merged } = mergeForms(kept.base, kept.form, state.base)
  if (isSameForm(form, state.base)) return state
  return { ...state, form, restored: true, merged: kept.rev === state.event.rev ? null : merged }
}

/** The event as the server has it, with what was typed on top. Throws `CallError`. */
async function opened(eventId: string, hostBranchIds: string[]): Promise<DraftState> {
  const event = eventId ? await getEvent(eventId) : null
  return restored(begun(event, event ? formOf(event) : newForm(Date.now(), hostBranchIds)), eventId)
}

/** Sends the form. Throws `CallError`. */
const saved = async ({ event, form, requestId }: DraftState): Promise<Detail> =>
  event
    ? await changeEvent({ eventId: event.id, rev: event.rev, draft: inputOf(form) })
    : await createEvent({ requestId, draft: inputOf(form) })

/** What becomes of the typing after a refusal: everything stays; after somebody else's change it goes on top of theirs. */
async function afterRefusal(state: DraftState, refused: CallError): Promise<DraftState> {
  if (refused.code !== 'changedMeanwhile' || !state.event) return { ...state, refused }
  const event = await getEvent(state.event.id)
  const { form, ...merged } = mergeForms(state.base, state.form, formOf(event))
  return { ...state, event, base: formOf(event), form, merged, refused: null }
}

export interface Draft {
  state: DraftState | null
  /** Why the event could not be opened. */
  failed: CallError | null
  reopen: () => void
  change: (change: (form: DraftForm) => DraftForm) => void
  /** Throws away what was typed since the last save. */
  discard: () => void
  /** Saves what was typed; gives the event, or null when it was refused. */
  save: () => Promise<Detail | null>
  /** Saves what was typed and publishes it; gives the event, or null when it was refused. */
  publish: () => Promise<Detail | null>
}

const KEEP_AFTER_MS = 300

/** Keeps what was typed on the phone, a moment after the last key and at the latest when the page goes. */
function useKeeping(state: DraftState | null): void {
  const latest = useRef(state)
  latest.current = state
  useEffect(() => {
    const timer = setTimeout(() => keepTyping(state), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [state])
  useEffect(() => () => keepTyping(latest.current), [])
}

function keepTyping(state: DraftState | null): void {
  if (!state) return
  const { event, base, form, requestId } = state
  const eventId = event?.id ?? ''
  if (isSameForm(form, base)) forgetDraft(eventId)
  else keepDraft(eventId, { shape: 1, requestId, rev: event?.rev ?? 0, base, form })
}

/**
 * An event being written or changed.
 *
 * @param eventId '' for a new one
 * @param hostBranchIds the hosts that a new one begins with
 */
export function useDraft(eventId: string, hostBranchIds: string[]): Draft {
  const [state, setState] = useState<DraftState | null>(null)
  const [failed, setFailed] = useState<CallError | null>(null)
  const hosts = useRef(hostBranchIds)
  // Several steps of one press read it one after the other, before the next render.
  const latest = useRef(state)
  const put = useCallback((next: DraftState | null) => {
    latest.current = next
    setState(next)
  }, [])
  useKeeping(state)

  const reopen = useCallback(() => {
    setFailed(null)
    opened(eventId, hosts.current).then(put, (error: unknown) => {
      if (!(error instanceof CallError)) throw error
      setFailed(error)
    })
  }, [eventId, put])
  useEffect(reopen, [reopen])

  /** Runs an attempt: what it answers becomes the new ground, what it is refused with is shown. */
  const attempt = async (work: (now: DraftState) => Promise<Detail>): Promise<Detail | null> => {
    const now = latest.current
    if (!now) return null
    try {
      const event = await work(now)
      forgetDraft(now.event?.id ?? '')
      put(begun(event, formOf(event)))
      return event
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      put(await afterRefusal(now, error))
      return null
    }
  }
  const save = () => attempt(saved)
  const publish = async () => {
    const now = latest.current
    const event = now?.event && isSameForm(now.form, now.base) ? now.event : await save()
    return event && (await attempt(() => publishEvent({ eventId: event.id, rev: event.rev })))
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
      if (now) put(begun(now.event, now.base))
    },
    save,
    publish,
  }
}
