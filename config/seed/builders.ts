/**
 * Documents as their stores would have written them: valid by default, overrides last. The demo and the tests are made of
 * these, so both break when a store changes its mind.
 */
import { createHash } from 'node:crypto'
import { HALL_IDS, type ExhibitKind } from '@/domain/exhibit/rules'
import type { Grant } from '@/domain/kit'
import { CONSENT_VERSION } from '@/domain/member/rules'
import { defaultTimes } from '@/domain/event/rules'
import { searchTokens } from '@/domain/search'
import { HOUR } from '@/domain/time'
import type { EventDoc } from '../../cloudfunctions/event/store/events'
import type { RegistrationDoc } from '../../cloudfunctions/event/store/registrations'
import type { Content, StoredFile, StoredPicture } from '../../cloudfunctions/exhibit/store/content'
import { deskFields, publicFields } from '../../cloudfunctions/exhibit/store/content'
import type { ExhibitDoc } from '../../cloudfunctions/exhibit/store/exhibits'
import type { ActorDoc } from '../../cloudfunctions/kernel/actor'
import type { BranchDoc } from '../../cloudfunctions/member/store/branches'
import type { MemberDoc } from '../../cloudfunctions/member/store/members'
import type { SuggestionDoc } from '../../cloudfunctions/member/store/suggestions'

const LONG_AGO = new Date('2025-11-01T02:00:00Z')

export const buildBranch = (order: number, overrides: Partial<BranchDoc> = {}): BranchDoc => ({
  _id: `branch-${String(order).padStart(2, '0')}`,
  name: `演示第${order}党支部`,
  level: 'branch',
  order,
  ...overrides,
})

type Named = Pick<BranchDoc, '_id' | 'name'>
const named = ({ _id, name }: Named) => ({ id: _id, name })

export const buildMember = (
  id: string,
  name: string,
  branch: Named,
  overrides: Partial<MemberDoc> = {},
): MemberDoc => ({
  _id: id,
  name,
  phone: '',
  branch: named(branch),
  state: 'confirmed',
  since: LONG_AGO,
  declineReason: '',
  mergedInto: null,
  claimedBy: null,
  consents: [{ purpose: 'attendance', version: CONSENT_VERSION, at: LONG_AGO }],
  tokens: searchTokens(name),
  facts: [],
  history: [{ at: LONG_AGO, by: id, what: 'confirmed' }],
  ...overrides,
})

/** The person with a phone behind a member record; a confirmed one is a member of their branch. */
export const buildActor = (openid: string, member: MemberDoc, ...grants: Grant[]): ActorDoc => ({
  _id: openid,
  memberId: member._id,
  name: member.name,
  state: member.state,
  grants: [
    ...(member.state === 'confirmed'
      ? [{ role: 'member' as const, scope: 'branch' as const, scopeId: member.branch.id }]
      : []),
    ...grants,
  ],
})

/**
 * A published theme day that starts at `startsAt` and lasts two hours, open for sign-up since two days before.
 *
 * @param id upper-case letters and digits, as they stand in the desk's QR code
 */
export const buildEvent = (id: string, host: Named, startsAt: Date, overrides: Partial<EventDoc> = {}): EventDoc => {
  const start = startsAt.getTime()
  const times = defaultTimes(start, start + 2 * HOUR, start - 48 * HOUR)
  const date = (instant: Date | number) => new Date(instant)
  const window = (w: { opensAt: Date | number; closesAt: Date | number }) => ({
    opensAt: date(w.opensAt),
    closesAt: date(w.closesAt),
  })
  const title = overrides.title ?? '主题党日'
  const placeName = overrides.place?.name ?? '党群服务中心多功能服务室'
  const hosts = overrides.hosts ?? [named(host)]
  return {
    _id: id,
    kind: 'themeDay',
    title,
    summary: '',
    state: 'published',
    listed: overrides.state !== 'draft',
    startsAt: date(times.startsAt),
    endsAt: date(times.endsAt),
    place: { name: placeName, address: '', latitude: null, longitude: null },
    hostBranchIds: hosts.map((branch) => branch.id),
    hosts,
    capacity: 60,
    waitlist: true,
    walkIns: true,
    audience: 'public',
    agenda: [],
    pictures: [],
    materials: [],
    signUp: window(times.signUp),
    cancelUntil: date(times.cancelUntil),
    checkIn: window(times.checkIn),
    taken: 0,
    takes: [],
    releases: [],
    queueing: false,
    queueRev: 0,
    secret: Buffer.from(`${id}-secret`).toString('hex').padEnd(64, '0').slice(0, 64),
    tokens: searchTokens(title, placeName, ...hosts.map(({ name }) => name)),
    createdBy: '',
    rev: 1,
    movedAt: null,
    cancelReason: '',
    facts: [],
    history: [],
    ...overrides,
  }
}

/** A registration that holds a place; the caller counts it in the event's `taken`. */
export const buildRegistration = (
  event: Pick<EventDoc, '_id' | 'startsAt'>,
  memberId: string,
  overrides: Partial<RegistrationDoc> = {},
): RegistrationDoc => {
  const state = overrides.state ?? 'registered'
  return {
    _id: `${event._id}:${memberId}`,
    eventId: event._id,
    memberId,
    state,
    signedUpAt: new Date(event.startsAt.getTime() - 24 * HOUR),
    startsAt: event.startsAt,
    placeId: state === 'registered' ? `place-${event._id}-${memberId}` : null,
    releasing: null,
    attendedAt: null,
    attendedBy: null,
    reason: '',
    recordedBy: '',
    history: [],
    ...overrides,
  }
}

export const buildSuggestion = (id: string, openid: string, overrides: Partial<SuggestionDoc> = {}): SuggestionDoc => ({
  _id: id,
  openid,
  kind: 'suggestion',
  text: '希望活动当天在园区门口增加指引牌。',
  contact: '',
  at: LONG_AGO,
  answer: '',
  answeredAt: null,
  answeredBy: '',
  ...overrides,
})

/** A file of the cloud as a document names it; its key follows from its id. Sizes of pictures are pixels. */
export const buildFile = (fileId: string, overrides: Partial<StoredFile> = {}): StoredFile => ({
  key: createHash('sha256').update(fileId).digest('hex').toUpperCase().slice(0, 24),
  fileId,
  size: 1024,
  ...overrides,
})

export const buildPicture = (file: StoredFile, small: StoredFile, alt: string): StoredPicture => ({ file, small, alt })

/** What an editor wrote: a title, a summary and a text, and nothing else unless it is said. */
export const buildContent = (overrides: Partial<Content> = {}): Content => ({
  hallId: null,
  number: '',
  title: '演示展项',
  summary: '演示简介。',
  text: '演示正文。',
  theme: null,
  date: '',
  pictures: [],
  audio: null,
  video: null,
  figure: null,
  eventIds: [],
  branchIds: [],
  panorama: null,
  ...overrides,
})

const standingWith = (unseen: boolean, content: Content) => ({
  ...(unseen ? { live: null, draft: content } : { live: content, draft: null }),
  publishAt: null,
})
/** What of an exhibit's overrides decides by what it is found. */
const pick = ({ live, draft, publishAt }: Partial<ExhibitDoc>) => ({
  ...(live === undefined ? {} : { live }),
  ...(draft === undefined ? {} : { draft }),
  ...(publishAt === undefined ? {} : { publishAt }),
})

/**
 * A hall, exhibit, story or milestone that has been published with this content since long ago. With `state: 'draft'` the
 * content is its draft and nothing is live. All that lists and searches need follows from content and overrides.
 *
 * @param id of a hall `h1` … `h8`, else four or more letters, digits and hyphens
 */
export const buildExhibit = (
  kind: ExhibitKind,
  id: string,
  content: Partial<Content> = {},
  overrides: Partial<ExhibitDoc> = {},
): ExhibitDoc => {
  const state = overrides.state ?? 'published'
  const unseen = state === 'draft'
  const hallId = HALL_IDS.find((hall) => hall === id) ?? null
  const whole = buildContent({ ...(kind === 'hall' ? { hallId } : {}), ...content })
  const standing = { kind, state, ...standingWith(unseen, whole), ...pick(overrides) }
  return {
    _id: id,
    ...standing,
    ...publicFields(standing),
    ...deskFields(id, standing),
    order: [],
    shownAt: unseen ? null : LONG_AGO,
    changedAt: LONG_AGO,
    changedBy: '',
    rev: 1,
    history: [{ at: LONG_AGO, by: '', what: unseen ? 'created' : 'published' }],
    broken: [],
    faulty: false,
    checkedAt: LONG_AGO,
    ...overrides,
  }
}
