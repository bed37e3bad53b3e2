/**
 * Turns a contract and its handlers into a cloud function: identity → action → role → input → handler → output.
 * A handler sees parsed input only, and what it returns is stripped to what the contract declares.
 */
import * as v from 'valibot'
import { mayCall, reaches, type Target } from '@/domain/access'
import {
  COMMON_REFUSALS,
  TEXT_FAULTS,
  type ActionSpec,
  type Answer,
  type AnswerOf,
  type Contract,
  type ParsedOf,
  type RefusalDetail,
  type RefusalOf,
} from '@/domain/kit'
import { readActor, type Actor } from './actor'
import { cloud } from './db'
import { logUnexpected } from './log'
import { Refusal } from './refusal'
import { randomId } from './secrets'

/** What a handler gets besides its input. */
export interface Call<A extends ActionSpec> {
  actor: Actor
  now: Date
  allow: A['allow']
  /** `throw call.refusal('full')`: only codes that the action declared compile. */
  refusal(code: RefusalOf<A>, detail?: RefusalDetail): Refusal
  /** Refuses with `notAllowed` unless the caller's role reaches this object. Reads by id and lists ask the same rule. */
  mustReach(target: Target): void
}
/** As `Call`, for handlers that only a bound person can get to. */
export interface BoundCall<A extends ActionSpec> extends Call<A> {
  actor: Actor & { memberId: string }
}

type CallFor<A extends ActionSpec> = A['allow'] extends { visitor: 'any' } ? Call<A> : BoundCall<A>
export type Handler<A extends ActionSpec> = (call: CallFor<A>, input: ParsedOf<A>) => Promise<AnswerOf<A>>
export type Actions<C extends Contract> = { [N in keyof C]: Handler<C[N]> }
/** What a trigger of config.json runs, by the trigger's name. */
export type Timers = Record<string, (now: Date) => Promise<void>>

type AnyHandler = (call: Call<ActionSpec>, input: unknown) => Promise<unknown>

const checked = (spec: ActionSpec, input: unknown): unknown => {
  const parsed = v.safeParse(spec.input, input)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const wrong = TEXT_FAULTS.find((one) => one === issue.message)
  throw new Refusal('badInput', { field: v.getDotPath(issue) ?? '', ...(wrong && { wrong }) })
}

const admit = (spec: ActionSpec, actor: Actor): void => {
  if (mayCall(spec.allow, actor)) return
  throw new Refusal(actor.memberId === null ? 'notBound' : 'notAllowed')
}

const callOf = (spec: ActionSpec, actor: Actor): Call<ActionSpec> => ({
  actor,
  now: new Date(),
  allow: spec.allow,
  refusal: (code, detail) => new Refusal(code, detail),
  mustReach: (target) => {
    if (!reaches(spec.allow, actor, target)) throw new Refusal('notAllowed')
  },
})

const run = async (spec: ActionSpec, handler: AnyHandler, openid: string, input: unknown): Promise<unknown> => {
  const parsed = checked(spec, input)
  const actor = await readActor(openid)
  admit(spec, actor)
  return v.parse(spec.output, await handler(callOf(spec, actor), parsed))
}

const refused = (spec: ActionSpec | null, where: string, error: unknown): Answer<never> => {
  const requestId = randomId(10)
  const declared =
    error instanceof Refusal && [...COMMON_REFUSALS, ...(spec?.refusals ?? [])].some((code) => code === error.code)
  if (declared)
    return { ok: false, error: { code: error.code, ...(error.detail && { detail: error.detail }), requestId } }
  logUnexpected(where, requestId, error)
  return { ok: false, error: { code: 'failed', requestId } }
}

const field = (event: unknown, name: string): unknown =>
  typeof event === 'object' && event !== null && Object.hasOwn(event, name)
    ? (event as Record<string, unknown>)[name]
    : undefined

/** Read when the clock strikes: no tap has to wait for what only timers need. */
type Clockwork = () => Promise<{ timers: Timers }>

const runTimer = async (clockwork: Clockwork, event: unknown): Promise<void> => {
  const name = field(event, 'TriggerName')
  const { timers } = await clockwork()
  if (typeof name === 'string' && Object.hasOwn(timers, name)) await timers[name]?.(new Date())
}

/**
 * @param context name of the context, for the log
 * @param contract what may be asked
 * @param actions one handler per action; a missing one does not compile
 * @param clockwork what the platform's clock runs: `() => import('./timers')`
 */
export const serve =
  <C extends Contract>(
    context: string,
    contract: C,
    actions: Actions<C>,
    clockwork: Clockwork = async () => ({ timers: {} }),
  ) =>
  async (event: unknown): Promise<Answer<unknown> | null> => {
    // First and synchronously: the identity lives in process.env and is another person's after an await.
    const { OPENID, SOURCE } = cloud.getWXContext()
    if (!OPENID && SOURCE === 'wx_trigger') return runTimer(clockwork, event).then(() => null)

    const name = field(event, 'action')
    const known = typeof name === 'string' && Object.hasOwn(contract, name)
    if (!known) return refused(null, context, new Refusal('unknownAction'))
    const spec = contract[name] as C[string]
    try {
      const handler = actions[name] as unknown as AnyHandler
      // The SDK turns an all-digit openid into a number.
      return {
        ok: true,
        data: await run(spec, handler, OPENID === undefined ? '' : String(OPENID), field(event, 'input') ?? {}),
      }
    } catch (error) {
      return refused(spec, `${context}.${name}`, error)
    }
  }
