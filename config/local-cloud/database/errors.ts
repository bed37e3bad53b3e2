/** An error with the vendor's code: what the SDK receives as `{ code, message }`. */
export class VendorError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'VendorError'
  }
}

/** The database file cannot be read: it is not a database, or its contents contradict themselves. */
export class DatabaseDamaged extends Error {
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super(
      `The database file ${file} is damaged (${reason}). Move it away or delete it to begin with an empty database.`,
    )
    this.name = 'DatabaseDamaged'
  }
}

/** Another process is writing to the database file. Who may open it is for the caller to see to: one process at a time. */
export class DatabaseInUse extends Error {
  constructor(readonly file: string) {
    super(`The database file ${file} is in use by another process.`)
    this.name = 'DatabaseInUse'
  }
}

const advice = 'Please check your request, but if the problem persists, contact us.'

export const invalid = (message: string) => new VendorError('INVALID_PARAM', message)

/** A request that MongoDB itself would refuse. */
export const failed = (reason: string) => new VendorError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`)

/** A write that MongoDB would refuse; worded as the vendor words write errors. */
export const writeFailed = (reason: string) => failed(`multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`)

/** Something the real platform may know and this one does not. Never answered with an empty result. */
export const notSupported = (what: string) =>
  new VendorError('DATABASE_INVALID_OPERRATOR', `${what} is not supported by the local cloud`)

export const unknownOperator = (message: string) => new VendorError('DATABASE_INVALID_OPERRATOR', message)

export const collectionMissing = (name: string) =>
  new VendorError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${advice}`)

export const collectionExists = (name: string) =>
  new VendorError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist: ${name}. ${advice}`,
  )

export const duplicateKey = (collection: string, index: string, key: string) =>
  new VendorError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )

export const transactionConflict = () =>
  new VendorError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${advice}`,
  )

export const transactionMissing = () =>
  new VendorError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${advice}`,
  )
