import { evaluate, truthy, type Variables } from './expression'
import { failed } from './errors'
import { type FieldCondition, opposites, refuseOperator, tests, valueTest, wholeTests } from './operators'
import { someLeaf } from './path'
import { type Doc, isDoc } from './value'

/** Decides whether a document satisfies a condition. */
export type Predicate = (doc: Doc) => boolean

/** Whether an object is a set of operators (`{ $gt: 1 }`) and not a value to compare with. */
export const isOperators = (value: unknown): value is Doc =>
  isDoc(value) && (Object.keys(value)[0] ?? '').startsWith('$')

const passed = new Set(['$options', '$comment', '$uniqueDocs'])

/** Operators that hold other conditions. */
const composed: Record<string, (operand: unknown) => FieldCondition> = {
  $not: negation,
  $elemMatch: elemMatch,
  $all: all,
}

const own = <T>(table: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

const isOff = (operand: unknown) => operand === false || operand === 0 || operand === null

function operator(name: string, operand: unknown, siblings: Doc): FieldCondition {
  const test = own(tests, name)?.(operand, siblings)
  if (test) return (leaves) => leaves(test, true)
  const whole = own(wholeTests, name)?.(operand)
  if (whole) {
    const wanted = name !== '$exists' || !isOff(operand)
    return (leaves) => leaves(whole, false) === wanted
  }
  const opposite = own(opposites, name)
  if (opposite) {
    const condition = operator(opposite, operand, siblings)
    return (leaves) => !condition(leaves)
  }
  return own(composed, name)?.(operand) ?? refuseOperator(name)
}

function negation(operand: unknown): FieldCondition {
  if (!isOperators(operand) && !(operand instanceof RegExp)) throw failed('$not needs a regex or a document')
  const condition = fieldCondition(operand)
  return (leaves) => !condition(leaves)
}

function elemMatch(operand: unknown): FieldCondition {
  if (!isDoc(operand)) throw failed('$elemMatch needs an Object')
  const logical = Object.keys(operand).some((key) => ['$and', '$or', '$nor', '$expr'].includes(key))
  if (isOperators(operand) && !logical) {
    const condition = fieldCondition(operand)
    const test = (item: unknown) => condition((inner) => inner(item))
    return (leaves) => leaves((leaf) => Array.isArray(leaf) && leaf.some(test), false)
  }
  const predicate = compileQuery(operand)
  return (leaves) => leaves((leaf) => Array.isArray(leaf) && leaf.some((item) => isDoc(item) && predicate(item)), false)
}

function all(operand: unknown): FieldCondition {
  if (!Array.isArray(operand)) throw failed('$all needs an array')
  const conditions = operand.map((item: unknown): FieldCondition => {
    if (isDoc(item) && '$elemMatch' in item) return elemMatch(item.$elemMatch)
    const test = valueTest(item)
    return (leaves) => leaves(test, true)
  })
  return (leaves) => conditions.length > 0 && conditions.every((condition) => condition(leaves))
}

/** The condition that `{ field: value }` puts on a field. */
function fieldCondition(value: unknown): FieldCondition {
  if (!isOperators(value)) {
    const test = valueTest(value)
    return (leaves) => leaves(test, true)
  }
  const names = Object.keys(value).filter((name) => !passed.has(name))
  const conditions = names.map((name) => operator(name, value[name], value))
  const [only] = conditions
  if (conditions.length === 1 && only) return only
  return (leaves) => conditions.every((condition) => condition(leaves))
}

function branches(name: string, operand: unknown, variables?: Variables): Predicate[] {
  if (!Array.isArray(operand) || operand.length === 0) throw failed(`${name} must be a nonempty array`)
  return operand.map((branch: unknown) => {
    if (!isDoc(branch)) throw failed(`${name} entries need to be full objects`)
    return compileQuery(branch, variables)
  })
}

function clause(name: string, operand: unknown, variables?: Variables): Predicate {
  switch (name) {
    case '$and': {
      const parts = branches(name, operand, variables)
      return (doc) => parts.every((part) => part(doc))
    }
    case '$or': {
      const parts = branches(name, operand, variables)
      return (doc) => parts.some((part) => part(doc))
    }
    case '$nor': {
      const parts = branches(name, operand, variables)
      return (doc) => !parts.some((part) => part(doc))
    }
    case '$expr':
      return (doc) => truthy(evaluate(doc, operand, variables))
    case '$comment':
      return () => true
  }
  if (name.startsWith('$')) refuseOperator(name)
  const condition = fieldCondition(operand)
  const path = name.split('.')
  return (doc) => condition((test, expand) => someLeaf(doc, path, expand, test))
}

/**
 * Compiles a condition in MongoDB's syntax. Refuses unknown operators and malformed operands with the vendor's codes.
 * `variables` are those an `$expr` may name.
 */
export function compileQuery(query: Doc, variables?: Variables): Predicate {
  const clauses = Object.keys(query).map((name) => clause(name, query[name], variables))
  const [only] = clauses
  if (clauses.length === 1 && only) return only
  return (doc) => clauses.every((part) => part(doc))
}
