import { phone } from './phone'

export type Callbacks = {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}
export type Api = (options?: Callbacks & Record<string, unknown>) => Promise<object>

/** Answers an API call as Taro does: by promise, and by callbacks when there are any. Every call is recorded in `phone.calls`. */
export function api(
  name: string,
  run: (options: Record<string, unknown>) => object | void | Promise<object | void>,
): Api {
  return async (options = {}) => {
    phone.calls.push({ name, options })
    try {
      const result = { errMsg: `${name}:ok`, ...(await run(options)) }
      options.success?.(result)
      options.complete?.(result)
      return result
    } catch (cause) {
      const error = cause instanceof Refusal ? cause.as(name) : cause
      options.fail?.(error as object)
      options.complete?.(error as object)
      // With callbacks the platform gives no promise to reject; Taro's own wrapper swallows it in the same way.
      if (options.fail !== undefined || options.complete !== undefined) return error as object
      throw error
    }
  }
}

/** A failure of the platform itself ("fail cancel", "fail timeout"): an object with an errMsg, not an Error of ours. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly errCode?: number,
  ) {
    super(reason)
  }

  as(name: string): object {
    return Object.assign(new Error(`${name}:fail ${this.reason}`), {
      errMsg: `${name}:fail ${this.reason}`,
      ...(this.errCode === undefined ? {} : { errCode: this.errCode }),
    })
  }
}

export function refuse(reason: string, errCode?: number): never {
  throw new Refusal(reason, errCode)
}
