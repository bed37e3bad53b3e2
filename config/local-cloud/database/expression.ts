import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr, type ProcessingMode } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import type { Options } from 'mingo/types'
import { failed, unknownOperator, VendorError } from './errors'
import { compare, equal } from './order'
import { type Doc, getField } from './value'

/** Variables of a surrounding `$lookup`, by their names without `$$`. */
export type Variables = Readonly<Doc>

type Operator = (obj: unknown, operand: unknown, options: Options) => unknown

const comparing =
  (holds: (order: number) => unknown): Operator =>
  (obj, operand, options) => {
    if (!Array.isArray(operand) || operand.length !== 2) throw failed('a comparison takes exactly 2 arguments')
    return holds(compare(evalExpr(obj, operand[0], options), evalExpr(obj, operand[1], options)))
  }

const membership: Operator = (obj, operand, options) => {
  const [value, list] = (Array.isArray(operand) ? operand : []).map((part: unknown) => evalExpr(obj, part, options))
  if (!Array.isArray(list)) throw failed('$in requires an array as a second argument')
  return list.some((item) => equal(item, value))
}

/** In expressions MongoDB compares across types and does not look into arrays; mingo compares as conditions do. */
const comparisons: Record<string, Operator> = {
  $cmp: comparing(Math.sign),
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $in: membership,
}

const context = Context.init({
  accumulator: accumulators,
  expression: { ...expressions, ...comparisons },
  pipeline: stages,
  projection: projections,
  query: queries,
  window: windows,
})

type Collections = (name: string) => Doc[]

const cloneInput: ProcessingMode = 1

const optionsOf = (variables: Variables, collectionResolver?: Collections) => ({
  context,
  scriptEnabled: false,
  variables,
  collectionResolver,
  // Stages may write into what they are given.
  processingMode: cloneInput,
})

function explain(error: unknown): VendorError {
  if (error instanceof VendorError) return error
  const message = error instanceof Error ? error.message : String(error)
  const missing = /(?:unregistered|unknown|Unrecognized|not registered|not supported)/i.test(message)
  return missing ? unknownOperator(message) : failed(message)
}

/** The value of an aggregation expression for a document. */
export function evaluate(doc: Doc, expression: unknown, variables: Variables = {}): unknown {
  // A field's name is the usual case, and needs none of the machinery.
  if (typeof expression === 'string' && /^\$[A-Za-z_]\w*$/.test(expression)) return getField(doc, expression.slice(1))
  try {
    return evalExpr(doc, expression, { ...optionsOf(variables), idKey: '_id', useStrictMode: true, failOnError: true })
  } catch (error) {
    throw explain(error)
  }
}

/** Truth in the aggregation language: everything but false, 0, null and absence. */
export const truthy = (value: unknown) => value !== false && value !== 0 && value !== null && value !== undefined

/** `_id` leads a projected document in MongoDB. */
function idFirst(doc: Doc): Doc {
  if (!Object.hasOwn(doc, '_id') || Object.keys(doc)[0] === '_id') return doc
  const { _id, ...others } = doc
  return { _id, ...others }
}

/** Runs one stage that needs no collection of its own over documents. */
export function runStage(stage: Doc, docs: Doc[], variables: Variables, collections: Collections): Doc[] {
  try {
    const result = new Aggregator([stage], optionsOf(variables, collections)).run<Doc>(docs)
    return '$project' in stage ? result.map(idFirst) : result
  } catch (error) {
    throw explain(error)
  }
}
