/**
 * The vendor's error codes and the numbers its SDKs show for them. A code which the SDK's own table does not know becomes
 * SYS_ERR (-501001) there, so it has that number here as well.
 */
const numbers = {
  SYS_ERR: -501001,
  INVALID_PARAM: -501007,
  INVALID_REQUEST_SOURCE: -501008,
  EXCEED_MAX_PAYLOAD_SIZE: -501001,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504002,
  WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT: -604001,
  DATABASE_REQUEST_FAILED: -502001,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  INVALID_ACTION: -501001,
  METHOD_NOT_ALLOWED: -501007,
} as const

export type ErrorCode = keyof typeof numbers

const statuses: Partial<Record<ErrorCode, number>> = {
  INVALID_PARAM: 400,
  INVALID_ACTION: 400,
  METHOD_NOT_ALLOWED: 405,
  INVALID_REQUEST_SOURCE: 403,
  STORAGE_EXCEED_AUTHORITY: 403,
  STORAGE_SIGN_PARAM_INVALID: 403,
  FUNCTION_NOT_FOUND: 404,
  STORAGE_FILE_NONEXIST: 404,
  EXCEED_MAX_PAYLOAD_SIZE: 413,
  EXCEED_CONCURRENT_REQUEST_LIMIT: 429,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
}

/** A refusal or failure that the caller is told about with the vendor's code. */
export class CloudError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }

  /** The number under which the vendor's SDKs report this code. */
  get errCode(): number {
    return numbers[this.code]
  }

  /** The HTTP status of this error on the routes that are not the SDK's wire. */
  get status(): number {
    return statuses[this.code] ?? 500
  }
}

/** Whatever was thrown, as an error with a vendor code; what nobody foresaw is SYS_ERR. */
export function asCloudError(thrown: unknown): CloudError {
  if (thrown instanceof CloudError) return thrown
  return new CloudError('SYS_ERR', thrown instanceof Error ? thrown.message : String(thrown))
}
