/**
 * Limited places: counts on the document that holds them, never oversold, never lost. An event counts one for each
 * person, a visiting slot the persons of a party and its guide.
 *
 * A place is taken by one conditional update of the holder (there is room, and no take of this member is under way) which
 * also notes the take; then the claim (a registration, a visit) is written under its natural key with the place's id. It
 * is given back in the opposite order: the claim lets go of it (`releasing`), then one conditional update lowers the
 * counts and notes the release. Whatever dies in between, the notes say what is left to do, and the sweeper does it:
 *
 * - a take whose claim holds the place is done: the note goes;
 * - a take that no claim knows is an orphan: the place goes back;
 * - a claim that is still releasing is finished;
 * - a note of a release goes once no claim names the place any more.
 */
import { _, every, type Collection, type Stored, type Terms } from './db'
import { SETTLE_MS } from './facts'
import { randomId } from './secrets'

/** A place that is being taken: written with the count, settled once the claim stands. */
export interface Take {
  memberId: string
  placeId: string
  at: Date
}
/** Whose place it is. */
type Placed = Pick<Take, 'memberId' | 'placeId'>
/** A place that was given back, kept until nobody can give it back twice. */
export interface Release {
  placeId: string
  at: Date
}
export interface Holder extends Stored {
  takes: Take[]
  releases: Release[]
}

/** Who did what to a claim, when. */
export interface Line {
  at: Date
  by: string
  what: string
}
export interface Claim extends Stored {
  memberId: string
  state: string
  /** The place this claim holds; null for one that holds none. */
  placeId: string | null
  /** A place that has to be given back still. */
  releasing: string | null
  history: Line[]
}

/**
 * One kind of limited places.
 *
 * `L`, the load of a place, is what it counts for. It is noted in the take and kept in the claim, because a place gives
 * back exactly what it took.
 */
export interface PlaceKind<H extends Holder, C extends Claim & L, L extends object> {
  holders: Collection<H>
  claims: Collection<C>
  /** The claim's field that names its holder. */
  holderField: keyof C & string
  /** The claim's natural key. */
  claimId(holderId: string, memberId: string): string
  loadOf(source: L): L
  /** What a place adds to the holder's counts. */
  counts(load: L): Record<string, number>
}

export type Taken<H, L> =
  | { take: Take & L }
  /** An earlier try of this member is not settled yet. */
  | { unsettled: true }
  /** The gate was shut: the holder as it stands, null when it is gone. */
  | { standing: H | null }

/** A repeated call may adopt its own unfinished take for this long: no call runs longer, and the sweeper comes later. */
const ADOPT_MS = 20_000
const SWEEP = 100
const HISTORY = 20

/** The take that opens a place; it stands in the holder from the same write that counts it. */
export const newTake = <L extends object>(memberId: string, load: L, now: Date): Take & L => ({
  ...load,
  memberId,
  placeId: randomId(),
  at: now,
})

/** The one write of every change of a claim: its state and who changed it, under the condition that was decided on. */
export const changeClaim = async <C extends Claim>(
  claims: Collection<C>,
  id: string,
  condition: Terms,
  data: Terms,
  line: Line,
): Promise<boolean> => {
  const change = { ...data, history: _.push({ each: [line], slice: -HISTORY }) }
  return (await claims.change({ _id: id, ...condition }, change)) === 1
}

export class Places<H extends Holder, C extends Claim & L, L extends object> {
  constructor(readonly kind: PlaceKind<H, C, L>) {}

  /**
   * Takes a place for a member.
   *
   * @param gate the conditions under which it may be taken: that there is room, the window, and so on
   * @returns the place with what it counts for: of an earlier try of this member, if that one's answer was lost
   */
  async take(holderId: string, memberId: string, load: L, now: Date, gate: Terms): Promise<Taken<H, L>> {
    const { holders } = this.kind
    const take = newTake(memberId, load, now)
    // Closes two races at once: two members for the last place, and one member from two phones.
    const won = await holders.change(
      { _id: holderId, 'takes.memberId': _.neq(memberId), ...gate },
      { ...this.counted(load, 1), takes: _.push([take]) },
    )
    if (won === 1) return { take }
    const standing = await holders.get(holderId)
    const own = standing?.takes.find((other) => other.memberId === memberId)
    return own ? this.adopt(holderId, own as Take & L, now) : { standing }
  }

  /** The answer to an earlier try was lost on its way: go on where it stopped, or settle it when it is old. */
  private async adopt(holderId: string, own: Take & L, now: Date): Promise<Taken<H, L>> {
    const age = now.getTime() - own.at.getTime()
    if (age < ADOPT_MS) return { take: own }
    if (age >= SETTLE_MS) await this.settleTake(holderId, own)
    return { unsettled: true }
  }

  /** The part of an update that counts a place in (`1`) or out (`-1`). */
  private counted(load: L, sign: 1 | -1): Terms {
    const counts = Object.entries(this.kind.counts(load))
    return Object.fromEntries(counts.map(([field, by]) => [field, _.inc(sign * by)]))
  }

  /** Gives back a place that no claim came to hold. Repeating it changes nothing. */
  private giveBack(holderId: string, take: Placed & L): Promise<number> {
    const { placeId } = take
    const change = { ...this.counted(this.kind.loadOf(take), -1), takes: _.pull({ placeId }) }
    return this.kind.holders.change({ _id: holderId, 'takes.placeId': placeId }, change)
  }

  /**
   * After a lost write: gives the place back unless a claim has it. An own try on another phone may have gone on with it:
   * then that claim holds it, is giving it back already (a second time would lower the counts twice), or was carried to
   * another member by a merge.
   */
  async giveBackUnlessHeld(holderId: string, take: Placed & L): Promise<C | null> {
    const claim = await this.kind.claims.get(this.kind.claimId(holderId, take.memberId))
    if (claim?.placeId !== take.placeId) await this.settleTake(holderId, take)
    return claim
  }

  /**
   * Gives back the place that a claim has let go of, and lets the claim forget it. Safe to repeat.
   *
   * @param claim as it was read; only its key, its holder and its load are looked at
   */
  async release(claim: Pick<C, '_id' | keyof L> & Partial<C>, placeId: string, now: Date): Promise<void> {
    const { holders, claims, holderField, loadOf } = this.kind
    // The note of the release closes the race with a second finisher: only the first lowers the count.
    await holders.change(
      { _id: String(claim[holderField]), 'releases.placeId': _.neq(placeId) },
      {
        ...this.counted(loadOf(claim), -1),
        takes: _.pull({ placeId }),
        releases: _.push([{ placeId, at: now }]),
      },
    )
    await claims.change({ _id: claim._id, releasing: placeId }, { releasing: null })
  }

  /** Whether a place was given back, as far as a claim still names it: so long the note of its release stays. */
  async isGivenBack(holderId: string, placeId: string): Promise<boolean> {
    return (await this.kind.holders.count({ _id: holderId, 'releases.placeId': placeId })) > 0
  }

  private async settleTake(holderId: string, take: Placed & L): Promise<void> {
    const { holders, claims, holderField } = this.kind
    const { placeId } = take
    // By place, not by member: a merge may have moved the claim to another member id.
    const held = await claims.count({ [holderField]: holderId, placeId })
    const releasing = held > 0 ? 0 : await claims.count({ [holderField]: holderId, releasing: placeId })
    if (held > 0) await holders.change({ _id: holderId }, { takes: _.pull({ placeId }) })
    else if (releasing === 0) await this.giveBack(holderId, take)
  }

  /** What a timer does every minute: settles old takes and releases, and finishes what died. */
  async settle(now: Date): Promise<void> {
    const cutoff = new Date(now.getTime() - SETTLE_MS)
    await this.finishOldReleases(cutoff, now)
    const { holders } = this.kind
    for (const holder of await holders.list({ where: { 'takes.at': _.lt(cutoff) }, limit: SWEEP })) {
      const old = holder.takes.filter(({ at }) => at < cutoff)
      for (const take of old) await this.settleTake(holder._id, take as Take & L)
    }
    await this.forgetReleases(cutoff)
  }

  private async finishOldReleases(cutoff: Date, now: Date): Promise<void> {
    for (const claim of await this.kind.claims.list({ where: { releasing: _.gt('') }, limit: SWEEP })) {
      const lastChange = claim.history.at(-1)?.at ?? cutoff
      if (claim.releasing && lastChange <= cutoff) await this.release(claim, claim.releasing, now)
    }
  }

  /**
   * The note of a release goes once every claim has forgotten the place (a merge that died leaves two that name it): then
   * nobody can give it back again.
   */
  private async forgetReleases(cutoff: Date): Promise<void> {
    const { holders, claims, holderField } = this.kind
    for (const { _id, releases } of await holders.list({ where: { 'releases.at': _.lt(cutoff) }, limit: SWEEP })) {
      for (const { placeId } of releases.filter(({ at }) => at < cutoff)) {
        const open = await claims.count(every({ [holderField]: _id }, _.or([{ releasing: placeId }, { placeId }])))
        if (open === 0) await holders.change({ _id }, { releases: _.pull({ placeId }) })
      }
    }
  }
}
