import type { OutputFor } from '@/domain/contracts'
import type { Grant } from '@/domain/kit'
import { useEffect } from 'react'
import { CallError } from './call-error'
import { cell } from './cell'
import { call } from './cloud'
import { forgetAnswers, keepAnswer, keptAnswer, questionKey } from './kept-answers'

type Me = OutputFor<'member.me'>

/** Who uses the app, as far as the server has said. */
export interface Session {
  /** Null while not bound. */
  member: Me['member']
  grants: Me['grants']
  /** False until the server, or an earlier visit kept on the phone, has told. */
  known: boolean
  /** Why the last try to ask failed. */
  error: CallError | undefined
}

const KEY = questionKey('member.me', {})
const NOBODY: Session = { member: null, grants: [], known: false, error: undefined }
const session = cell<Session>(NOBODY)
let underWay: Promise<Session> | undefined
/** Counts how often this phone was told to forget. */
let generation = 0

/** Takes in what an action has just answered about the person, such as a binding. */
export function noticeMe(me: Me): void {
  keepAnswer<'member.me'>(KEY, { data: me, at: Date.now() })
  session.set({ ...me, known: true, error: undefined })
}

async function ask(asked: number): Promise<Session> {
  try {
    const me = await call('member.me', {})
    // Forgotten meanwhile: an answer about who it was must not bring them back.
    if (asked === generation) noticeMe(me)
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    if (asked === generation) session.set({ ...session.get(), error })
  }
  return session.get()
}

/** Asks the server who this is. Several at once are one request. Never throws a `CallError`: see `Session.error`. */
export function refreshSession(): Promise<Session> {
  const asked = generation
  underWay ??= ask(asked).finally(() => {
    if (asked === generation) underWay = undefined
  })
  return underWay
}

/** Forgets on this phone everything the server said to and about this person. */
export function forgetSession(): void {
  generation += 1
  underWay = undefined
  forgetAnswers()
  session.set(NOBODY)
}

/** Who uses the app: what is known at once, then what the server says. */
export function useSession(): Session {
  const seen = session.use()
  useEffect(() => {
    const old = session.get().known ? undefined : keptAnswer<'member.me'>(KEY)
    if (old) session.set({ ...old.data, known: true, error: undefined })
    void refreshSession()
  }, [])
  return seen
}

const DESK_ROLES: readonly Grant['role'][] = ['secretary', 'editor', 'specialist', 'teamLeader', 'staff']

/** Whether any of these roles has a place at the desk (工作台). */
export const holdsDeskRole = (grants: Session['grants']): boolean =>
  grants.some(({ role }) => (DESK_ROLES as readonly string[]).includes(role))
