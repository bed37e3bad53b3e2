/**
 * Who calls. Collection `actors` maps an openid to a member and their grants, so that one read answers every question of
 * access. Context `member` changes it, only through here.
 */
import type { Grant } from '@/domain/kit'
import type { Holder } from '@/domain/access'
import type { MemberState } from '@/domain/member/rules'
import { _, collection, type Stored } from './db'
import { withFact, type Fact } from './facts'

export interface ActorDoc extends Stored {
  memberId: string
  name: string
  state: MemberState
  grants: Grant[]
  /** What follows elsewhere from a role that was taken away. */
  facts?: Fact[]
}

export interface Actor extends Holder {
  openid: string
  memberId: string | null
  /** Empty for a visitor. */
  name: string
  state: MemberState | null
  grants: readonly Grant[]
}

const actors = collection<ActorDoc>('actors')

const visitor = (openid: string): Actor => ({ openid, memberId: null, name: '', state: null, grants: [] })

/** Reads who calls: one round trip; nobody known is a visitor. */
export const readActor = async (openid: string): Promise<Actor> => {
  if (openid === '') return visitor(openid)
  const found = await actors.get(openid)
  return found
    ? { openid, memberId: found.memberId, name: found.name, state: found.state, grants: found.grants }
    : visitor(openid)
}

/**
 * Ties an openid to a member. The document's key is the openid itself: of two bindings at once one wins, and the other
 * learns whose member id holds.
 */
export const addActor = async (actor: ActorDoc): Promise<ActorDoc> => {
  if ((await actors.add(actor)) === 'added') return actor
  return (await actors.get(actor._id)) ?? actor
}

/** What a member record says of its person. */
export interface Identity {
  memberId: string
  name: string
  state: MemberState
  /** The branch that vouches for a confirmed member: membership is a grant like any other. Null for all others. */
  branchId: string | null
}

const membership = (branchId: string): Grant => ({ role: 'member', scope: 'branch', scopeId: branchId })

/**
 * Makes the person behind a member record what the record says, safe to repeat. Other grants may be handed out at the
 * same moment, so membership is taken away and added by commands, never by writing the list that was read.
 */
export const syncActor = async (memberId: string, { branchId, ...identity }: Identity): Promise<void> => {
  const elsewhere = branchId === null ? {} : { scopeId: _.neq(branchId) }
  await actors.change({ memberId }, { ...identity, grants: _.pull({ role: 'member', ...elsewhere }) })
  if (branchId !== null) await addGrant(identity.memberId, membership(branchId))
}

export const findActor = async (memberId: string): Promise<ActorDoc | null> =>
  (await actors.list({ where: { memberId }, limit: 1 }))[0] ?? null

export const findActors = (memberIds: readonly string[]): Promise<ActorDoc[]> =>
  memberIds.length === 0
    ? Promise.resolve([])
    : actors.list({ where: { memberId: _.in([...memberIds]) }, limit: memberIds.length })

/** Adds a grant in one atomic step; 0 when the person holds it already or is no longer there. */
export const addGrant = (memberId: string, grant: Grant): Promise<number> =>
  actors.change({ memberId, grants: _.not(_.elemMatch(grant)) }, { grants: _.push([grant]) })

/** @param fact what follows elsewhere, written with it; 0 and no fact when they do not hold it */
export const removeGrant = (memberId: string, grant: Grant, fact?: Fact): Promise<number> =>
  actors.change({ memberId, grants: _.elemMatch(grant) }, { grants: _.pull(grant), ...(fact ? withFact(fact) : {}) })

/** How many people hold a role anywhere. */
export const countHolders = (role: Grant['role']): Promise<number> => actors.count({ 'grants.role': role })

const MOST_HOLDERS = 200

/** Who holds a role, over one scope or anywhere: at most 200 people, in a stable order. */
export const holdersOf = (role: Grant['role'], scope?: Pick<Grant, 'scope' | 'scopeId'>): Promise<ActorDoc[]> =>
  actors.list({
    where: scope ? { grants: _.elemMatch({ role, ...scope }) } : { 'grants.role': role },
    order: [['_id', 'asc']],
    limit: MOST_HOLDERS,
  })

/** Who looks after a team: those who lead it, and staff where nobody does. */
export const keepersOf = async (teamId: string): Promise<ActorDoc[]> => {
  const leaders = await holdersOf('teamLeader', { scope: 'team', scopeId: teamId })
  return leaders.length > 0 ? leaders : holdersOf('staff')
}

export const removeActor = (memberId: string): Promise<number> => actors.remove({ memberId })
