import type { ActionName } from '@/domain/contracts'
import type { RefusalDetail } from '@/domain/kit'

/** Why a call gave no data. The words for it are `refusalWords(action, code, detail)`. */
export class CallError extends Error {
  constructor(
    readonly action: ActionName,
    /** A refusal that the action declares, a common one, or `offline` when the server was not reached. */
    readonly code: string,
    readonly detail: RefusalDetail = {},
    /** What to quote when asking for help; empty when the server was not reached. */
    readonly requestId = '',
  ) {
    super(`${action}: ${code}`)
  }

  /** The server was not reached, so whether the call took effect is unknown; repeating it is safe. */
  get offline(): boolean {
    return this.code === 'offline'
  }
}
