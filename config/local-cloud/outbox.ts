/** One openapi call that a function made: what would have gone to WeChat. `at` is in the cloud's clock. */
export type OutboxEntry = {
  at: string
  /** Such as `subscribeMessage.send`. */
  api: string
  /** The parameters as WeChat would get them (snake_case). Files are described, not kept. */
  request: Record<string, unknown>
  /** The answer; a picture is described, not kept. */
  response: Record<string, unknown>
  function?: string
  action?: string
  openid?: string
}

/** The newest calls are kept; older ones are dropped so that a long run does not fill the memory. */
const entryLimit = 10_000

export class Outbox {
  private kept: OutboxEntry[] = []

  add(entry: OutboxEntry): void {
    this.kept.push(entry)
    if (this.kept.length > entryLimit) this.kept.shift()
  }

  /** In the order in which they were made. */
  entries(): OutboxEntry[] {
    return [...this.kept]
  }

  clear(): void {
    this.kept = []
  }
}
