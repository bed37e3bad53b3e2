import { useState } from 'react'
import type { CallError } from '@/lib/call-error'
import { refreshSession, useSession } from '@/lib/session'
import { keep, kept } from '@/lib/storage'
import { useCall } from '@/lib/use-call'

/** An enterprise that the person speaks for; its name is empty until the server has told it. */
export interface OwnEnterprise {
  id: string
  name: string
}

/** For whom a person speaks. */
export interface Speaker {
  /** False until it is known. */
  known: boolean
  bound: boolean
  /** Enterprises of which they are a confirmed contact (企业联络人). */
  enterprises: readonly OwnEnterprise[]
  /** They have asked to speak for one, and staff have not answered yet. */
  waiting: boolean
  /** The one that this phone is used for now; undefined when there is none, or none of several has been chosen. */
  enterpriseId: string | undefined
  choose: (enterpriseId: string) => void
  /** Why it is not known. */
  error: CallError | undefined
  refresh: () => Promise<void>
}

const CHOSEN = 'enterprise'
const chosenBefore = (): string => {
  const value = kept(CHOSEN)
  return typeof value === 'string' ? value : ''
}

/** For whom the person speaks: by the roles that are known already, then with the names that the server tells. */
function useOwnEnterprises() {
  const session = useSession()
  const bound = session.member !== null
  const mine = useCall('enterprise.mine', {}, { keep: true, skip: !bound })
  const told = mine.data?.items
  const held = session.grants.filter(({ role, scope }) => role === 'contact' && scope === 'enterprise')
  const enterprises: OwnEnterprise[] = told
    ? told.filter(({ state }) => state === 'confirmed').map(({ enterprise: { id, name } }) => ({ id, name }))
    : held.map(({ scopeId }) => ({ id: scopeId, name: '' }))
  // Several cannot be chosen between before they have names.
  const enough = told !== undefined || held.length === 1 || (held.length > 1 && mine.error !== undefined)
  const known = session.known && (!bound || enough)
  return { session, bound, mine, enterprises, known, waiting: told?.some(({ state }) => state === 'waiting') ?? false }
}

/**
 * For whom the person speaks, and which enterprise they mean: chosen once, kept on this phone.
 * @param wished the enterprise that the page was opened for
 */
export function useSpeaker(wished?: string): Speaker {
  const { session, bound, mine, enterprises, known, waiting } = useOwnEnterprises()
  const [chosen, setChosen] = useState(() => wished ?? chosenBefore())
  const only = enterprises.length === 1 ? enterprises[0]?.id : undefined
  return {
    known,
    bound,
    enterprises,
    waiting,
    enterpriseId: enterprises.find(({ id }) => id === chosen)?.id ?? only,
    choose: (enterpriseId) => {
      keep(CHOSEN, enterpriseId)
      setChosen(enterpriseId)
    },
    error: known ? undefined : (session.error ?? mine.error),
    refresh: async () => {
      await refreshSession()
      await mine.refresh()
    },
  }
}
