import { failed, notSupported } from './errors'
import { evaluate, runStage, type Variables } from './expression'
import { compare } from './order'
import { type Doc, isDoc } from './value'

/** The accumulators of a bucket over its documents. */
function summarise(id: unknown, docs: Doc[], output: unknown, variables: Variables): Doc {
  const accumulators = isDoc(output) ? output : { count: { $sum: 1 } }
  const [summary] = runStage({ $group: { _id: null, ...accumulators } }, docs, variables, () => [])
  return { ...summary, _id: id }
}

function boundariesOf(operand: Doc): unknown[] {
  const { boundaries } = operand
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw failed("The $bucket 'boundaries' field must be an array of at least 2 values")
  const ascending = boundaries.every((value, at) => at === 0 || compare(boundaries[at - 1], value) < 0)
  if (!ascending) throw failed("The 'boundaries' option to $bucket must be sorted")
  return boundaries
}

/** `$bucket`: groups by ranges; ranges with no document are left out. */
export function bucket(docs: Doc[], operand: unknown, variables: Variables): Doc[] {
  if (!isDoc(operand)) throw failed('Argument to $bucket stage must be an object')
  const boundaries = boundariesOf(operand)
  const groups = boundaries.map((): Doc[] => [])
  for (const doc of docs) {
    const key = evaluate(doc, operand.groupBy, variables)
    const next = boundaries.findIndex((bound) => compare(bound, key) > 0)
    // What lies outside every range goes to the default, kept in the place after the last range.
    const at = next < 1 ? boundaries.length - 1 : next - 1
    if (next < 1 && operand.default === undefined)
      throw failed('$switch could not find a matching branch for an input, and no default was specified.')
    groups[at]?.push(doc)
  }
  const ids = [...boundaries.slice(0, -1), operand.default]
  return groups.flatMap((group, at) => (group.length > 0 ? [summarise(ids[at], group, operand.output, variables)] : []))
}

type Keyed = { doc: Doc; key: unknown }

/** Cuts sorted documents into so many parts of about the same size; equal keys stay together. */
function cut(keyed: Keyed[], buckets: number): Keyed[][] {
  const size = Math.max(1, Math.round(keyed.length / buckets))
  const groups: Keyed[][] = []
  for (let at = 0; at < keyed.length;) {
    let end = groups.length === buckets - 1 ? keyed.length : Math.min(at + size, keyed.length)
    while (end < keyed.length && compare(keyed[end]?.key, keyed[end - 1]?.key) === 0) end++
    groups.push(keyed.slice(at, end))
    at = end
  }
  return groups
}

/** `$bucketAuto`: groups into so many ranges of about the same number of documents. */
export function bucketAuto(docs: Doc[], operand: unknown, variables: Variables): Doc[] {
  if (!isDoc(operand)) throw failed('The argument to $bucketAuto must be an object')
  if (operand.granularity !== undefined) throw notSupported('the granularity of $bucketAuto')
  const { buckets, groupBy, output } = operand
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets < 1) {
    throw failed("The $bucketAuto 'buckets' field must be greater than 0")
  }
  const keyed = docs.map((doc) => ({ doc, key: evaluate(doc, groupBy, variables) ?? null }))
  const groups = cut(
    keyed.sort((a, b) => compare(a.key, b.key)),
    buckets,
  )
  return groups.map((group, at) => {
    const { key: max } = groups[at + 1]?.[0] ?? group[group.length - 1]!
    return summarise(
      { min: group[0]?.key, max },
      group.map(({ doc }) => doc),
      output,
      variables,
    )
  })
}
