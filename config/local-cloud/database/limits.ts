/** Limits of the platform, from its documentation; enforced here so that what passes here passes there. */
export const limits = {
  /** Documents a `get` returns when it states no limit. */
  getDefault: 100,
  /** Documents a `get` returns at most, whatever limit it states. */
  getMost: 1000,
  /** Documents an aggregation returns when no stage of it is a `limit`. */
  aggregateDefault: 20,
  /** UTF-8 bytes of a document. */
  documentBytes: 16 * 1024 * 1024,
  /** Levels of nesting in a document. */
  documentDepth: 100,
  /** Indexes of a collection, `_id` among them. */
  indexes: 20,
  /** Milliseconds after which the server gives up a transaction that was neither committed nor aborted. */
  transactionMs: 30_000,
} as const
