/**
 * The few pieces that every contract is made of.
 *
 * On the wire an instant is a number (milliseconds since 1970); inside the functions and the database it is a `Date`.
 * `instantIn` and `instantOut` are the only places where one becomes the other.
 */
import * as v from 'valibot'

/** What kinds of people there are. `visitor` is everyone, logged in or not; `bound` has a member record, confirmed or not. */
export const ROLES = [
  'visitor',
  'bound',
  'member',
  'secretary',
  'contact',
  'specialist',
  'teamLeader',
  'volunteer',
  'editor',
  'staff',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that staff hand out; the others follow from the member record, and `contact` from who speaks for an enterprise. */
export const GRANTABLE_ROLES = ['secretary', 'specialist', 'teamLeader', 'volunteer', 'editor', 'staff'] as const
export const SCOPES = ['zone', 'branch', 'enterprise', 'team'] as const
export type Scope = (typeof SCOPES)[number]

/** A role held over a scope. `scopeId` names the branch, enterprise or team; it is empty for `zone`. */
export interface Grant {
  role: Exclude<Role, 'visitor' | 'bound'>
  scope: Scope
  scopeId: string
}

/**
 * Who may call an action: `any` reaches every object, `own` only objects inside the person's own scope
 * (their own record, or a branch, enterprise or team that they hold the role for).
 */
export type Allow = Partial<Record<Role, 'any' | 'own'>>

/** One action of a context: the single source for client, server, access matrix and fuzzer. */
export interface ActionSpec {
  input: v.GenericSchema
  output: v.GenericSchema
  refusals: readonly string[]
  allow: Allow
}
export type Contract = Record<string, ActionSpec>

/** Refusals that any action may answer with. Words for them stand in `labels.ts`. */
export const COMMON_REFUSALS = [
  'badInput',
  'notBound',
  'notAllowed',
  'notFound',
  'busy',
  'failed',
  'unknownAction',
] as const
export type CommonRefusal = (typeof COMMON_REFUSALS)[number]

/** Keeps the literal types of a contract while checking its shape. */
export const defineContract = <const C extends Contract>(contract: C): C => contract

/** What the client sends, before parsing. */
export type InputOf<A extends ActionSpec> = v.InferInput<A['input']>
/** What a handler receives, after parsing. */
export type ParsedOf<A extends ActionSpec> = v.InferOutput<A['input']>
/** What a handler returns, before undeclared fields are stripped. */
export type AnswerOf<A extends ActionSpec> = v.InferInput<A['output']>
/** What the client gets. */
export type OutputOf<A extends ActionSpec> = v.InferOutput<A['output']>
/** Every code that an action can answer with. */
export type RefusalOf<A extends ActionSpec> = A['refusals'][number] | CommonRefusal

/** Facts that the words of a refusal need, such as when the window opens. Never personal data of others. */
export type RefusalDetail = Record<string, string | number>

export type Answer<T> =
  { ok: true; data: T } | { ok: false; error: { code: string; detail?: RefusalDetail; requestId: string } }

const CONTROL =
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/
/** Half of a character: it cannot be written as UTF-8, and what is read back is another text. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/
/** What pastes along with text and says nothing: a zero-width space and a byte order mark. Taken out rather than refused. */
const PASTED_ALONG = /[\u200b\ufeff]/g
/**
 * The joiner inside one emoji, such as a family or a burning heart; anywhere else it only hides.
 * Ranges instead of a property name, and no look-behind: older phones know neither.
 */
const JOINED_EMOJI =
  /([\u2194\u2195\u2600-\u27bf\u2b1b\u{1f000}-\u{1faff}]\ufe0f?)\u200d(?=[\u2194\u2195\u2600-\u27bf\u2b1b\u{1f000}-\u{1faff}])/gu
const isPlain = (value: string): boolean =>
  !CONTROL.test(value.replace(JOINED_EMOJI, '$1')) && !LONE_SURROGATE.test(value)

/** What can be wrong with a text; a refused input carries it as `wrong`, with the field's path, for the words about it. */
export const TEXT_FAULTS = ['empty', 'tooLong', 'hidden'] as const
export type TextFault = (typeof TEXT_FAULTS)[number]
const fault = (which: TextFault): TextFault => which

const written = v.pipe(
  v.string(),
  v.transform((value) => value.replace(PASTED_ALONG, '')),
  v.trim(),
)
const within = (max: number) => v.pipe(written, v.maxLength(max, fault('tooLong')), v.check(isPlain, fault('hidden')))

/** Text from a person: trimmed, not empty, without invisible control characters. `max` counts UTF-16 units. */
export const text = (max: number) => v.pipe(within(max), v.minLength(1, fault('empty')))

/** As `text`, but may be empty or absent; absent reads as ''. */
export const optionalText = (max: number) => v.optional(within(max), '')

const ID = /^[A-Za-z0-9_-]{4,64}$/
export const memberId = v.pipe(v.string(), v.regex(ID), v.brand('MemberId'))
export const branchId = v.pipe(v.string(), v.regex(ID), v.brand('BranchId'))
export const eventId = v.pipe(v.string(), v.regex(ID), v.brand('EventId'))
/** A hall's own id is short: `h1`. */
export const exhibitId = v.pipe(v.string(), v.regex(/^(h[1-8]|[A-Za-z0-9_-]{4,64})$/), v.brand('ExhibitId'))
export const ticketId = v.pipe(v.string(), v.regex(ID), v.brand('TicketId'))
/** `<slot>:<member>`. */
export const visitId = v.pipe(v.string(), v.regex(/^20\d{6}-\d{4}:[A-Za-z0-9_-]{4,64}$/), v.brand('VisitId'))
export const enterpriseId = v.pipe(v.string(), v.regex(ID), v.brand('EnterpriseId'))
export const teamId = v.pipe(v.string(), v.regex(ID), v.brand('TeamId'))
export const serviceDayId = v.pipe(v.string(), v.regex(ID), v.brand('ServiceDayId'))
export const consultationId = v.pipe(v.string(), v.regex(ID), v.brand('ConsultationId'))
/** `<day>:<specialist>:<start>`, the start in minutes of the epoch: a moved day has other slots. */
export const serviceSlotId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{4,64}:[A-Za-z0-9_-]{4,64}:\d{6,10}$/),
  v.brand('ServiceSlotId'),
)
export const plainId = v.pipe(v.string(), v.regex(ID))
export type MemberId = v.InferOutput<typeof memberId>
export type BranchId = v.InferOutput<typeof branchId>
export type EventId = v.InferOutput<typeof eventId>
export type ExhibitId = v.InferOutput<typeof exhibitId>
export type VisitId = v.InferOutput<typeof visitId>
export type TicketId = v.InferOutput<typeof ticketId>
export type EnterpriseId = v.InferOutput<typeof enterpriseId>
export type TeamId = v.InferOutput<typeof teamId>
export type ServiceDayId = v.InferOutput<typeof serviceDayId>
export type ServiceSlotId = v.InferOutput<typeof serviceSlotId>
export type ConsultationId = v.InferOutput<typeof consultationId>

/** Made by the client once per intention; repeating a call with it changes nothing. */
export const requestId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/))

const FIRST_YEAR = Date.UTC(2000, 0, 1)
const LAST_YEAR = Date.UTC(2100, 0, 1)
/** An instant from the client: whole milliseconds in this century, parsed to a `Date`. */
export const instantIn = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(FIRST_YEAR),
  v.maxValue(LAST_YEAR),
  v.transform((ms) => new Date(ms)),
)
/** An instant to the client: `Date` in, milliseconds out. */
export const instantOut = v.pipe(
  v.date(),
  v.transform((date) => date.getTime()),
)

const DAY_NAME = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** Whether a text names a day that is in the calendar: there is no 31st of February. */
const isCalendarDay = (day: string): boolean =>
  DAY_NAME.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
/** A calendar day at the park, `2026-11-28`. */
export const calendarDay = v.pipe(v.string(), v.check(isCalendarDay))

/** The place in a list after which the next page starts; opaque to the client. */
export const cursor = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(220))), null)
export const page = <S extends v.GenericSchema>(item: S) =>
  v.object({ items: v.array(item), nextCursor: v.nullable(v.string()) })

export const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
