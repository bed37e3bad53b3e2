import type { RefusalDetail } from '@/domain/kit'

/** Thrown by a handler to refuse with a declared code. Anything else that is thrown is unexpected and logged. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly detail?: RefusalDetail,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
