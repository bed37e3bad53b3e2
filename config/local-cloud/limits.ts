/**
 * Figures of the platform's documentation, enforced here so that what passes on one machine passes in the cloud.
 * Sizes are bytes, times are milliseconds unless the name says otherwise.
 */
export const limits = {
  /** Text of one function request (EXCEED_MAX_PAYLOAD_SIZE). */
  functionRequest: 100 * 1024,
  /** What a function may return to the mini-program (-604001). */
  functionResult: 1024 * 1024,
  /** What a function may return to another function. */
  nestedResult: 6 * 1024 * 1024,
  /** Seconds a function runs when its config.json does not say. */
  functionTimeoutSeconds: 3,
  functionTimeoutMaxSeconds: 60,
  /** MB of memory of one function instance when its config.json does not say. */
  functionMemoryMb: 256,
  /** Events that wait for a turn at the same time; one more is refused (EXCEED_CONCURRENT_REQUEST_LIMIT). A figure of our own. */
  waitingEvents: 10_000,
  /** Loading a function's code is not part of its own timeout, but it has to end as well. */
  functionLoad: 15_000,
  /** Any other request of the SDK. */
  adminRequest: 100 * 1024 * 1024,
  /** File ids in one getTempFileURL or deleteFile. */
  fileBatch: 50,
  /** One uploaded file. */
  file: 50 * 1024 * 1024,
  /** Bytes of a cloud path, UTF-8. */
  cloudPath: 850,
  /** Seconds a temporary URL lives when the call does not say, and at most. */
  temporaryUrlSeconds: 600,
  temporaryUrlMaxSeconds: 24 * 60 * 60,
  /** Visible characters of `scene` in a mini-program code. */
  scene: 32,
  /** Characters of one msgSecCheck. */
  checkedText: 2500,
} as const
