import { CloudError } from './errors'
import { isObject } from './http/message'

/**
 * A fault to inject into requests of the SDK. Requests that match all given filters are counted from the moment the rule is set;
 * it strikes the `nth` of them (default 1, the next) and `times` in a row (default 1).
 */
export type FaultRule = {
  /**
   * - `fail`: answers the vendor's error `code` (default DATABASE_REQUEST_FAILED) with `message`;
   * - `drop`: closes the connection without an answer;
   * - `hang`: never answers, so that the caller runs into its own timeout;
   * - `delay`: answers `ms` later.
   */
  kind: 'fail' | 'drop' | 'hang' | 'delay'
  /** Whether the request was carried out before the fault: `before` (default) is a lost request, `after` a lost answer. */
  when?: 'before' | 'after'
  nth?: number
  times?: number
  ms?: number
  code?: string
  message?: string
  /** Filters. `request` is a prefix of the wire's action, by default `database.`; `''` means every request. */
  request?: string
  function?: string
  action?: string
  collection?: string
  openid?: string
}

/** What a request is matched by. */
export type FaultSubject = Partial<Record<'function' | 'action' | 'collection' | 'openid', string>> & {
  request: string
}

type Active = { rule: FaultRule; seen: number }

const kinds = ['fail', 'drop', 'hang', 'delay']
const numbers = ['nth', 'times', 'ms'] as const
const texts = ['code', 'message', 'request', 'function', 'action', 'collection', 'openid'] as const
const filters = ['function', 'action', 'collection', 'openid'] as const

export class Faults {
  private active: Active[] = []

  add(rules: FaultRule[]): void {
    this.active.push(...rules.map((rule) => ({ rule, seen: 0 })))
  }

  clear(): void {
    this.active = []
  }

  /** Every rule with the number of requests that it has matched so far. */
  list(): (FaultRule & { seen: number })[] {
    return this.active.map(({ rule, seen }) => ({ ...rule, seen }))
  }

  /** Counts a request and says which fault strikes it, if any. A rule that has struck its last time is forgotten. */
  strike(subject: FaultSubject): FaultRule | undefined {
    let struck: FaultRule | undefined
    for (const active of this.active.filter(({ rule }) => matches(rule, subject))) {
      active.seen += 1
      const first = active.rule.nth ?? 1
      if (active.seen >= first) struck ??= active.rule
    }
    this.active = this.active.filter(({ rule, seen }) => seen < (rule.nth ?? 1) + (rule.times ?? 1) - 1)
    return struck
  }
}

/**
 * Reads one rule or a list of rules.
 * @throws CloudError INVALID_PARAM naming what is wrong: a misspelt fault must not pass for a fault that did no harm
 */
export function parseFaults(value: unknown): FaultRule[] {
  return (Array.isArray(value) ? value : [value]).map(parseRule)
}

function parseRule(value: unknown): FaultRule {
  if (!isObject(value)) throw new CloudError('INVALID_PARAM', 'a fault has to be an object')
  const known: string[] = ['kind', 'when', ...numbers, ...texts]
  const unknown = Object.keys(value).filter((key) => !known.includes(key))
  if (unknown.length > 0) throw new CloudError('INVALID_PARAM', `unknown in a fault: ${unknown.join(', ')}`)
  if (!kinds.includes(String(value.kind)))
    throw new CloudError('INVALID_PARAM', `kind has to be one of ${kinds.join(', ')}`)
  if (value.when !== undefined && value.when !== 'before' && value.when !== 'after') {
    throw new CloudError('INVALID_PARAM', 'when has to be before or after')
  }
  for (const key of numbers)
    refuseUnless(key, value[key], (number) => Number.isInteger(number) && (number as number) >= 0)
  for (const key of texts) refuseUnless(key, value[key], (text) => typeof text === 'string')
  if (value.kind === 'delay' && value.ms === undefined) throw new CloudError('INVALID_PARAM', 'a delay needs ms')
  return value as FaultRule
}

function refuseUnless(key: string, value: unknown, valid: (value: unknown) => boolean): void {
  if (value !== undefined && !valid(value)) throw new CloudError('INVALID_PARAM', `${key} is not valid`)
}

function matches(rule: FaultRule, subject: FaultSubject): boolean {
  if (!subject.request.startsWith(rule.request ?? 'database.')) return false
  return filters.every((filter) => rule[filter] === undefined || rule[filter] === subject[filter])
}
