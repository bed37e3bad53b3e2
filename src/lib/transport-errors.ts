/** What travels to a function. */
export interface FunctionEvent {
  action: string
  input: unknown
}

/** Who wants to know how an upload gets on. */
export interface UploadWatch {
  /** Hears what share has been sent, 0 to 1. */
  onProgress?: (share: number) => void
  /** Hears how to stop it, once it goes. */
  onBegun?: (stop: () => void) => void
}

/** The server was not reached: nobody knows whether the call took effect. */
export class Unreachable extends Error {
  constructor(readonly reason: unknown) {
    super('the server was not reached')
  }
}

/** The server was reached, but the function did not answer as one of ours does. */
export class Broken extends Error {
  constructor(readonly reason: unknown) {
    super('the function did not answer')
  }
}
