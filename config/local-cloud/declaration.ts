/** One index of a collection: the fields in their order, each with a direction; `unique` refuses a second document with the same values. */
export type IndexDeclaration = {
  name: string
  keys: { field: string; direction: 'asc' | 'desc' }[]
  unique?: boolean
}

/** What one collection declares. `_id` is always indexed and need not be named. */
export type CollectionDeclaration = { indexes: IndexDeclaration[] }

/** The collections of an environment and their indexes: the same declaration serves the local cloud and the deployment. */
export type DatabaseDeclaration = { collections: Record<string, CollectionDeclaration> }
