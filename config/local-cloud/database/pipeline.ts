import type { Collection } from './collection'
import { failed } from './errors'
import type { Variables } from './expression'
import type { Cost } from './find'
import type { Store } from './store'
import { type Doc, isDoc } from './value'

/** One stage of a pipeline: its name with `$`, and its operand. */
export type Stage = { name: string; operand: unknown }

/** Where a pipeline runs, and what it has cost so far. */
export type Pipeline = { store: Store; variables: Variables; cost: Cost }

/** Runs a pipeline over a collection. */
export type RunPipeline = (collection: Collection, list: Stage[], pipeline: Pipeline) => Doc[]

/** Reads a pipeline written as a list of objects with one key each. */
export function readStages(pipeline: unknown): Stage[] {
  if (!Array.isArray(pipeline)) throw failed('a pipeline must be an array')
  return pipeline.map((stage: unknown) => {
    const [name, ...rest] = isDoc(stage) ? Object.keys(stage) : []
    if (!isDoc(stage) || name === undefined || rest.length > 0) {
      throw failed('A pipeline stage specification object must contain exactly one field.')
    }
    return { name, operand: stage[name] }
  })
}
