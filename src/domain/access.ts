/** Who reaches what: one rule, asked by the server to decide and by pages to explain. */
import type { Allow, Grant, Role, Scope } from './kit'

/** The person who calls, as far as access is concerned. */
export interface Holder {
  memberId: string | null
  grants: readonly Grant[]
}

/** What an action touches: the member whose record it is, and the scopes it belongs to. */
export interface Target {
  memberId?: string
  branchIds?: readonly string[]
  enterpriseId?: string
  teamId?: string
}

/** Whether a grant's scope takes in the target. A `zone` grant takes in everything. */
export const covers = (grant: Grant, target: Target): boolean => {
  switch (grant.scope) {
    case 'zone':
      return true
    case 'branch':
      return target.branchIds?.includes(grant.scopeId) ?? false
    case 'enterprise':
      return target.enterpriseId === grant.scopeId
    case 'team':
      return target.teamId === grant.scopeId
  }
}

/** Every role that a person holds, `visitor` and `bound` included. */
export const rolesOf = (holder: Holder): Set<Role> =>
  new Set<Role>([
    'visitor',
    ...(holder.memberId ? (['bound'] as const) : []),
    ...holder.grants.map((grant) => grant.role),
  ])

/** Whether the person may call the action at all, whatever the object. */
export const mayCall = (allow: Allow, holder: Holder): boolean =>
  [...rolesOf(holder)].some((role) => allow[role] !== undefined)

/** Whether the person may call the action on this object. */
export const reaches = (allow: Allow, holder: Holder, target: Target): boolean => {
  if (allow.visitor === 'any' || (allow.bound === 'any' && holder.memberId)) return true
  if (allow.bound === 'own' && holder.memberId && holder.memberId === target.memberId) return true
  return holder.grants.some(
    (grant) => allow[grant.role] === 'any' || (allow[grant.role] === 'own' && covers(grant, target)),
  )
}

/**
 * The branches, enterprises or teams that a person reaches with an action: `'all'` when everyone does or a role of theirs
 * does zone-wide, else those over which they hold one of the action's roles.
 * Lists are narrowed by this exactly as reads by id are by `reaches`.
 */
export const scopesReached = (allow: Allow, holder: Holder, scope: Exclude<Scope, 'zone'>): 'all' | string[] => {
  if (allow.visitor === 'any' || (allow.bound === 'any' && holder.memberId)) return 'all'
  const grants = holder.grants.filter((grant) => allow[grant.role] !== undefined)
  if (grants.some((grant) => allow[grant.role] === 'any' || grant.scope === 'zone')) return 'all'
  return grants.filter((grant) => grant.scope === scope).map((grant) => grant.scopeId)
}

/** As `scopesReached`, of branches. */
export const branchesReached = (allow: Allow, holder: Holder): 'all' | string[] =>
  scopesReached(allow, holder, 'branch')
