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

const integer = (value: unknown) => Number.isInteger(value) && (value as number) >= 0
const text = (value: unknown) => typeof value === 'string'

/** What each member of a rule may be. */
const members: Record<keyof FaultRule, (value: unknown) => boolean> = {
  kind: (value) => ['fail', 'drop', 'hang', 'delay'].includes(String(value)),
  when: (value) => value === 'before' || value === 'after',
  nth: integer,
  times: integer,
  ms: integer,
  code: text,
  message: text,
  request: text,
  function: text,
  action: text,
  collection: text,
  openid: text,
}

function parseRule(value: unknown): FaultRule {
  if (!isObject(value)) throw new CloudError('INVALID_PARAM', 'a fault has to be an object')
  if (value.kind === undefined) throw new CloudError('INVALID_PARAM', 'a fault needs a kind: fail, drop, hang or delay')
  if (value.kind === 'delay' && value.ms === undefined) throw new CloudError('INVALID_PARAM', 'a delay needs ms')
  for (const [key, member] of Object.entries(value)) {
    const isValid = Object.hasOwn(members, key) ? members[key as keyof FaultRule] : undefined
    if (!isValid?.(member)) throw new CloudError('INVALID_PARAM', `${key} is not valid in a fault`)
  }
  return value as FaultRule
}

function matches(rule: FaultRule, subject: FaultSubject): boolean {
  if (!subject.request.startsWith(rule.request ?? 'database.')) return false
  return filters.every((filter) => rule[filter] === undefined || rule[filter] === subject[filter])
}
