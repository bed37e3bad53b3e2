import type { Collection } from './collection'
import { failed } from './errors'
import { evaluate } from './expression'
import { encode } from './order'
import { emptyArray, reach } from './path'
import { type Pipeline, readStages, type RunPipeline, type Stage } from './pipeline'
import { copy, type Doc, isDoc, setField } from './value'

type Parsed = { from: string; as: string; localField?: string[]; foreignField?: string; bindings: Doc; stages: Stage[] }

const text = (value: unknown, name: string): string => {
  if (typeof value !== 'string' || value === '') throw failed(`$lookup argument '${name}' must be a string`)
  return value
}

function parse(operand: unknown): Parsed {
  if (!isDoc(operand)) throw failed('the $lookup specification must be an Object')
  const fields = operand.localField !== undefined || operand.foreignField !== undefined
  if (!fields && operand.pipeline === undefined)
    throw failed("$lookup requires either 'pipeline' or both 'localField' and 'foreignField'")
  return {
    from: text(operand.from, 'from'),
    as: text(operand.as, 'as'),
    ...(fields && {
      localField: text(operand.localField, 'localField').split('.'),
      foreignField: text(operand.foreignField, 'foreignField'),
    }),
    bindings: isDoc(operand.let) ? operand.let : {},
    stages: operand.pipeline === undefined ? [] : readStages(operand.pipeline),
  }
}

/** The condition that joins a document: its value, or any of its values where it holds an array. */
function joining(doc: Doc, { localField, foreignField }: Parsed): Doc[] {
  if (!localField || !foreignField) return []
  const values = reach(doc, localField).values.map((value) => (value === undefined ? null : value))
  return [{ [foreignField]: { $in: values.filter((value) => value !== emptyArray) } }]
}

function withField(doc: Doc, path: string, value: unknown): Doc {
  const [field = '', ...rest] = path.split('.')
  const result = { ...doc }
  const inner = result[field]
  setField(result, field, rest.length === 0 ? value : withField(isDoc(inner) ? inner : {}, rest.join('.'), value))
  return result
}

/**
 * `$lookup` in both forms. The joined documents are searched for through the other collection's indexes, once for each
 * distinct value. A collection that does not exist joins nothing, as in MongoDB.
 */
export function lookup(docs: Doc[], operand: unknown, pipeline: Pipeline, run: RunPipeline): Doc[] {
  const parsed = parse(operand)
  const collection: Collection | undefined = pipeline.store.find(parsed.from)
  const known = new Map<string, Doc[]>()
  return docs.map((doc) => {
    const variables: Doc = { ...pipeline.variables }
    for (const [name, expression] of Object.entries(parsed.bindings)) {
      setField(variables, name, evaluate(doc, expression, pipeline.variables) ?? null)
    }
    const matches = joining(doc, parsed)
    const key = encode([matches, variables]).toString('latin1')
    let joined = known.get(key)
    if (!joined) {
      const stages = [...matches.map((match): Stage => ({ name: '$match', operand: match })), ...parsed.stages]
      const inner: Pipeline = { store: pipeline.store, variables, cost: pipeline.cost }
      joined = collection ? run(collection, stages, inner) : []
      known.set(key, joined)
    }
    return withField(doc, parsed.as, joined.map(copy))
  })
}
