/** What travels to a function. */
export interface FunctionEvent {
  action: string
  input: unknown
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
