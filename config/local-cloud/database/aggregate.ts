import { bucket, bucketAuto } from './bucket'
import type { Collection } from './collection'
import { failed, notSupported, unknownOperator } from './errors'
import { runStage } from './expression'
import { type Cost, find } from './find'
import { geoNear } from './geo-near'
import { limits } from './limits'
import { lookup } from './lookup'
import { compileQuery } from './match'
import { type Pipeline, readStages, type Stage } from './pipeline'
import { readSort, sortDocs, type SortField } from './sort'
import type { Store } from './store'
import { type Doc, isDoc } from './value'

/** Stages that turn each document into one document, so that a limit may go before them. */
const oneToOne = new Set(['$project', '$addFields', '$set', '$unset', '$replaceRoot', '$replaceWith', '$lookup'])

/** Stages that `mingo` runs: they need nothing but the documents before them, or a whole other collection. */
const plain = new Set([
  '$project', '$addFields', '$set', '$unset', '$replaceRoot', '$replaceWith', '$group', '$unwind',  
  '$sortByCount', '$redact', '$graphLookup', '$unionWith', '$setWindowFields', '$densify', '$fill',
]) // prettier-ignore

const elsewhere = new Set(['$out', '$merge', '$collStats', '$indexStats', '$currentOp', '$planCacheStats', '$search'])

function whole(operand: unknown, name: string, least: number): number {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < least) {
    throw failed(`invalid argument to ${name} stage: ${JSON.stringify(operand)}`)
  }
  return operand
}

function sample(docs: Doc[], operand: unknown): Doc[] {
  const size = whole(isDoc(operand) ? operand.size : undefined, '$sample', 0)
  const pool = [...docs]
  for (let i = 0; i < Math.min(size, pool.length); i++) {
    const other = i + Math.floor(Math.random() * (pool.length - i))
    ;[pool[i], pool[other]] = [pool[other]!, pool[i]!]
  }
  return pool.slice(0, size)
}

function count(docs: Doc[], operand: unknown): Doc[] {
  if (typeof operand !== 'string' || operand === '' || /^\$|\./.test(operand))
    throw failed('the count field must be a non-empty string')
  return docs.length === 0 ? [] : [{ [operand]: docs.length }]
}

function facet(docs: Doc[], operand: unknown, pipeline: Pipeline): Doc[] {
  if (!isDoc(operand)) throw failed('$facet needs an object')
  const parts = Object.entries(operand).map(([name, stages]) => [name, runStages(docs, readStages(stages), pipeline)])
  return [Object.fromEntries(parts) as Doc]
}

type Run = (docs: Doc[], operand: unknown, pipeline: Pipeline) => Doc[]

const stages: Record<string, Run> = {
  $match: (docs, operand, { variables }) => docs.filter(compileQuery(queryOf(operand), variables)),
  $sort: (docs, operand) => sortDocs(docs, sortOf(operand)),
  $skip: (docs, operand) => docs.slice(whole(operand, '$skip', 0)),
  $limit: (docs, operand) => docs.slice(0, whole(operand, '$limit', 1)),
  $sample: sample,
  $count: count,
  $facet: facet,
  $bucket: (docs, operand, { variables }) => bucket(docs, operand, variables),
  $bucketAuto: (docs, operand, { variables }) => bucketAuto(docs, operand, variables),
  $lookup: (docs, operand, pipeline) => lookup(docs, operand, pipeline, runPipeline),
}

function queryOf(operand: unknown): Doc {
  if (!isDoc(operand)) throw failed('the match filter must be an object')
  return operand
}

function sortOf(operand: unknown): SortField[] {
  const sort = readSort(operand)
  if (sort.length === 0) throw failed('$sort stage must have at least one sort key')
  return sort
}

function checkStage({ name }: Stage): void {
  if (Object.hasOwn(stages, name) || plain.has(name) || name === '$geoNear') return
  if (elsewhere.has(name)) throw notSupported(`the aggregation stage ${name}`)
  throw unknownOperator(`Unrecognized pipeline stage name: '${name}'`)
}

function runStages(docs: Doc[], list: Stage[], pipeline: Pipeline): Doc[] {
  const collections = (name: string) => {
    const collection = pipeline.store.find(name)
    return collection ? read(collection, {}, pipeline) : []
  }
  let result = docs
  for (const stage of list) {
    checkStage(stage)
    const run = Object.hasOwn(stages, stage.name) ? stages[stage.name] : undefined
    if (stage.name === '$geoNear') throw failed('$geoNear is only valid as the first stage in a pipeline.')
    result = run
      ? run(result, stage.operand, pipeline)
      : runStage({ [stage.name]: stage.operand }, result, pipeline.variables, collections)
  }
  return result
}

function read(collection: Collection, search: Partial<Search>, pipeline: Pipeline): Doc[] {
  const { found, cost } = find(collection, { query: {}, variables: pipeline.variables, ...search })
  pipeline.cost.scanned += cost.scanned
  pipeline.cost.indexed &&= cost.indexed
  return found.map((one) => one.doc())
}

/** Moves `$skip` and `$limit` before stages that keep the number of documents, as MongoDB's optimiser does. */
function hoist(list: Stage[]): Stage[] {
  const result: Stage[] = []
  for (const stage of list) {
    let at = result.length
    if (stage.name === '$limit' || stage.name === '$skip') while (at > 0 && oneToOne.has(result[at - 1]!.name)) at--
    result.splice(at, 0, stage)
  }
  return result
}

type Search = Parameters<typeof find>[1]

/** The leading stages that one search answers: `$match`es, then `$sort`, `$skip`, `$limit`, each at most once. */
function leading(list: Stage[]): { search: Partial<Search>; rest: Stage[] } {
  const rest = [...list]
  const next = <T>(name: string, readOperand: (operand: unknown) => T): T | undefined =>
    rest[0]?.name === name ? readOperand(rest.shift()?.operand) : undefined
  const matches: Doc[] = []
  for (let match = next('$match', queryOf); match; match = next('$match', queryOf)) matches.push(match)
  const query = matches.length > 1 ? { $and: matches } : (matches[0] ?? {})
  const sort = next('$sort', sortOf)
  const skip = next('$skip', (operand) => whole(operand, '$skip', 0))
  const limit = next('$limit', (operand) => whole(operand, '$limit', 1))
  return { search: { query, sort, skip, limit }, rest }
}

/** Runs a pipeline over a collection. Every name in it is checked before a document is read. */
export function runPipeline(collection: Collection, list: Stage[], pipeline: Pipeline): Doc[] {
  for (const stage of list) checkStage(stage)
  const [first, ...others] = list
  if (first?.name === '$geoNear') {
    return runStages(
      geoNear(first.operand, (query) => read(collection, { query }, pipeline)),
      others,
      pipeline,
    )
  }
  const { search, rest } = leading(hoist(list))
  return runStages(read(collection, search, pipeline), rest, pipeline)
}

/** Runs a pipeline as a request does: without a limit of its own it answers the platform's default number of documents. */
export function aggregate(collection: Collection, list: Stage[], store: Store): { docs: Doc[]; cost: Cost } {
  const pipeline: Pipeline = { store, variables: {}, cost: { scanned: 0, indexed: true } }
  const limited = list.some(({ name }) => name === '$limit')
  const all = limited ? list : [...list, { name: '$limit', operand: limits.aggregateDefault }]
  return { docs: runPipeline(collection, all, pipeline), cost: pipeline.cost }
}
