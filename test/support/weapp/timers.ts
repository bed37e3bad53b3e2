/** Timers longer than this are habits of the page (a poll, a clock), not work that a test should wait for. */
const LONG = 1_000

/**
 * What is still under way in the mini-program: short timers, answers on their way to it, pictures being drawn.
 * `settled()` is how a test waits for all of it without knowing any of it.
 */
export class Work {
  private readonly short = new Set<unknown>()
  private readonly kept = new Set<NodeJS.Timeout>()
  private asked = 0

  constructor(private readonly onError: (error: unknown) => void) {}

  readonly setTimeout = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      this.forget(timer)
      this.guard(() => run(...args))
    }, ms)
    this.kept.add(timer)
    if (ms < LONG) this.short.add(timer)
    return timer
  }

  readonly setInterval = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): NodeJS.Timeout => {
    const timer = setInterval(() => this.guard(() => run(...args)), ms)
    this.kept.add(timer)
    return timer
  }

  readonly clear = (timer: NodeJS.Timeout | undefined): void => {
    if (timer === undefined) return
    this.forget(timer)
    clearTimeout(timer)
  }

  /** Counts an answer from outside as work until it has come. */
  async during<T>(answer: Promise<T>): Promise<T> {
    this.asked++
    try {
      return await answer
    } finally {
      this.asked--
    }
  }

  /** Resolves when nothing has been under way for three turns; throws when that takes longer than `ms`. */
  async settled(ms = 10_000): Promise<void> {
    const end = Date.now() + ms
    for (let quiet = 0; quiet < 3;) {
      if (Date.now() > end)
        throw new Error(`still busy after ${ms} ms: ${this.short.size} timers, ${this.asked} answers awaited`)
      await new Promise((resolve) => setTimeout(resolve, 4))
      quiet = this.short.size + this.asked === 0 ? quiet + 1 : 0
    }
  }

  stop(): void {
    this.kept.forEach((timer) => clearTimeout(timer))
    this.kept.clear()
    this.short.clear()
  }

  private forget(timer: NodeJS.Timeout) {
    this.short.delete(timer)
    this.kept.delete(timer)
  }

  private guard(run: () => void) {
    try {
      run()
    } catch (error) {
      this.onError(error)
    }
  }
}
