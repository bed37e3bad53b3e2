/**
 * A binding was merged into an imported record: what the person claimed moves to the record's id. The copy is written
 * before the original goes, so that a crash leaves both and the repetition finishes; the place keeps its id throughout.
 */
import type { Terms } from './db'
import { changeClaim, type Claim, type Holder, type Places } from './places'

/** How the claims of one kind tell that their person came. */
export interface Coming<C> {
  /** The state of a claim that holds a place. */
  held: string
  /** When they came; null until then. */
  at: keyof C & string
  /** That and all that was written with it. */
  fields: readonly (keyof C & string)[]
  /** What else was said when the place was taken, and goes where the place goes. */
  details?: readonly (keyof C & string)[]
}

const MAX_CLAIMS = 1000
const TURNS = 5

const merged = (at: Date) => ({ at, by: '', what: 'merged' })

const pick = <C>(claim: C, fields: readonly (keyof C & string)[]): Terms =>
  Object.fromEntries(fields.map((field) => [field, claim[field]]))

/** Moves the claims of one kind. May be repeated at any time. */
export class ClaimMover<H extends Holder, C extends Claim & L, L extends object> {
  constructor(
    private readonly places: Places<H, C, L>,
    private readonly coming: Coming<C>,
  ) {}

  async moveAll(from: string, to: string, at: Date): Promise<void> {
    const { claims } = this.places.kind
    for (const old of await claims.list({ where: { memberId: from }, limit: MAX_CLAIMS })) await this.move(old, to, at)
  }

  private holderOf(claim: C): string {
    return String(claim[this.places.kind.holderField])
  }

  private change(id: string, condition: Terms, data: Terms, at: Date): Promise<boolean> {
    return changeClaim(this.places.kind.claims, id, condition, data, merged(at))
  }

  /**
   * Moves one claim. A call that began under the old id may still write to it: the original goes only as it was copied,
   * and what was written meanwhile is carried over first.
   */
  private async move(first: C, to: string, at: Date): Promise<void> {
    const { claims, claimId } = this.places.kind
    let old: C | null = first
    for (let turn = 0; old && turn < TURNS; turn++) {
      const moved: C = { ...old, _id: claimId(this.holderOf(old), to), memberId: to }
      if ((await claims.add(moved)) === 'exists') await this.combine(old, moved, at)
      const asCopied = pick<C>(old, ['_id', 'state', 'placeId', 'releasing', this.coming.at])
      if ((await claims.remove(asCopied)) === 1) return
      old = await claims.get(old._id)
    }
  }

  /**
   * What stands under the record's id. A place that was given back under the old id after it was copied is not held here.
   */
  private async standingBeside(old: C, id: string, at: Date): Promise<C | null> {
    const { claims } = this.places.kind
    const standing = await claims.get(id)
    const placeId = standing?.placeId
    if (!placeId) return standing
    if (placeId !== old.releasing && !(await this.places.isGivenBack(this.holderOf(old), placeId))) return standing
    await this.change(id, { placeId, [this.coming.at]: null }, { state: 'cancelled', placeId: null }, at)
    return claims.get(id)
  }

  /**
   * Both records were there: the first coming stays, and only one place, which goes to the one that has none. The old
   * claim lets go of its own before it is given back, so that a repetition, however late, finds nothing more to give.
   */
  private async combine(old: C, moved: C, at: Date): Promise<void> {
    const standing = await this.standingBeside(old, moved._id, at)
    if (!standing) return
    const { at: came, fields } = this.coming
    if (moved[came] && !standing[came]) await this.change(moved._id, { [came]: null }, pick(moved, fields), at)
    if (standing.placeId === moved.placeId && !old.releasing) return
    if (old.placeId && standing.placeId === null && (await this.handPlace(standing, old, old.placeId, at))) return
    await this.letGo(old, at)
  }

  /** Hands a place over with what it counts for, unless it was given back under the record's id since it was copied. */
  private async handPlace({ _id, state }: C, old: C, placeId: string, at: Date): Promise<boolean> {
    if (await this.places.isGivenBack(this.holderOf(old), placeId)) return false
    const { held, details = [] } = this.coming
    const data = { ...pick<C>(old, details), ...this.places.kind.loadOf(old), state: held, placeId }
    return this.change(_id, { state, placeId: null, releasing: null }, data, at)
  }

  private async letGo(old: C, at: Date): Promise<void> {
    const { state, placeId } = old
    if (placeId) await this.change(old._id, { state, placeId }, { placeId: null, releasing: placeId }, at)
    const releasing = placeId ?? old.releasing
    if (releasing) await this.places.release(old, releasing, at)
  }
}
