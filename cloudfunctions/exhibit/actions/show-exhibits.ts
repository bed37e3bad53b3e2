import type { Contracts } from '@/domain/contracts'
import { hallLabels } from '@/domain/exhibit/labels'
import { HALL_IDS, inOrder, PLAN, type HallId } from '@/domain/exhibit/rules'
import { eventsById } from '../../event/public'
import { logUnexpected } from '../../kernel/log'
import type { Call, Handler } from '../../kernel/serve'
import { branchesById } from '../../member/public'
import type { Content, StoredPanorama } from '../store/content'
import { hallsOnShow, milestonesOnShow, pageOnShow, roomOnShow, searchExhibits, type PublicRow } from '../store/on-show'
import { countOpening } from '../store/openings'
import { contentView, panoramaView, shownCard, urlsOf } from '../store/views'

type C = Contracts['exhibit']
type Shown = PublicRow & { live: Content }

const isShown = (row: PublicRow): row is Shown => row.live !== null

/** Where the spots of a panorama lead, by what is on show; null for what is not. */
const titlesOf = (displays: readonly Shown[], halls: readonly { id: HallId; title: string }[]) => {
  const byNumber = new Map(displays.map(({ number, live }) => [number, live.title]))
  const byHall = new Map(halls.map(({ id, title }) => [id, title]))
  return (to: StoredPanorama['spots'][number]['to']): string | null =>
    ('number' in to ? byNumber.get(to.number) : byHall.get(to.hallId)) ?? null
}

const isHallId = (id: string): id is HallId => HALL_IDS.some((one) => one === id)

export const hall: Handler<C['hall']> = async (call, { hallId }) => {
  const [room, others] = await Promise.all([roomOnShow(hallId), hallsOnShow(PLAN[hallId].doors)])
  const shown = room.filter(isShown)
  const own = shown.find(({ _id }) => _id === hallId)
  if (!own) throw call.refusal('notFound')
  const displays = shown.filter(({ kind }) => kind === 'display')
  const ordered = inOrder(
    displays.map((row) => ({ id: row._id, number: row.number, row })),
    own.order,
  )
  const urls = await urlsOf(
    displays.map(({ card }) => card),
    [own.live],
  )
  const neighbours = others.flatMap(({ _id, card }) => (card && isHallId(_id) ? [{ id: _id, title: card.title }] : []))
  return {
    hall: contentView(own, own.live, urls),
    panorama: panoramaView(own.live.panorama, urls, titlesOf(displays, neighbours)),
    exhibits: ordered.map(({ row }) => ({ ...shownCard(row, urls), text: row.live.text, figure: row.live.figure })),
    neighbours,
  }
}

type Page = NonNullable<Awaited<ReturnType<typeof pageOnShow>>>

/** The exhibit after this one in its hall, and what the hall is called. */
const around = (page: Page) => {
  const room = page.neighbours.find(({ kind }) => kind === 'hall')
  const title = room?.card?.title ?? (isHallId(page.room) ? hallLabels[page.room] : '')
  if (page.kind !== 'display') return { next: null, hallTitle: title }
  const displays = page.neighbours.filter(({ kind }) => kind === 'display')
  const ordered = inOrder(
    displays.map((one) => ({ id: one._id, number: one.card?.number ?? '', one })),
    room?.order ?? [],
  )
  const at = ordered.findIndex(({ id }) => id === page._id)
  return { next: ordered[at + 1]?.one ?? null, hallTitle: title }
}

/** Events and branches that everybody may know of, in the order that the editor gave them. */
const linksOf = async ({ eventIds, branchIds }: Content) => {
  const [events, branches] = await Promise.all([eventsById(eventIds), branchesById(branchIds)])
  return {
    events: eventIds.flatMap((id) => events.filter((event) => event.id === id && event.open)),
    branches: branchIds.flatMap((id) => branches.filter(({ _id }) => _id === id).map(({ name }) => ({ id, name }))),
  }
}

/** A count that fails is no reason to show nothing. */
const counted = (exhibitId: string, now: Date): Promise<void> =>
  countOpening(exhibitId, now).catch((error: unknown) => logUnexpected('exhibit.get', exhibitId, error))

const mustShow = async (call: Call<C['get']>, exhibitId: string | undefined, number: string | undefined) => {
  const { memberId } = call.actor
  if (exhibitId === undefined && number === undefined) throw call.refusal('badInput', { field: 'exhibitId' })
  const page = await pageOnShow(exhibitId === undefined ? { number: number ?? '' } : { _id: exhibitId }, memberId)
  if (!page?.live) throw call.refusal(exhibitId === undefined ? 'numberUnknown' : 'notFound')
  return { page, live: page.live }
}

export const get: Handler<C['get']> = async (call, { exhibitId, number }) => {
  // Everything without a number carries the empty one.
  if (exhibitId === undefined && number === '') throw call.refusal('numberUnknown')
  const { page, live } = await mustShow(call, exhibitId, number)
  const { next, hallTitle } = around(page)
  const [links, urls] = await Promise.all([
    linksOf(live),
    urlsOf([next?.card ?? null], [live]),
    counted(page._id, call.now),
  ])
  return {
    exhibit: contentView(page, live, urls),
    next: next && shownCard(next, urls),
    hallTitle,
    ...links,
    favourite: call.actor.memberId === null ? null : (page.marks[0]?.favouriteAt ?? null) !== null,
  }
}

export const search: Handler<C['search']> = async (_call, filter) => {
  const { rows, nextCursor } = await searchExhibits(filter)
  const urls = await urlsOf(rows.map(({ card }) => card))
  return { items: rows.map((row) => shownCard(row, urls)), nextCursor }
}

export const timeline: Handler<C['timeline']> = async () => {
  const rows = await milestonesOnShow()
  const urls = await urlsOf(rows.map(({ card }) => card))
  return { items: rows.map((row) => shownCard(row, urls)) }
}
