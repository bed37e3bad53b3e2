import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { Catalog, TimerTrigger } from './catalog'
import { nextTime, parseCron, type Cron } from './cron'
import type { FunctionService } from './service'

export type TimersOptions = {
  catalog: Catalog
  clock: Clock
  functions: FunctionService
  appid: string
  log: (text: string) => void
}

type Scheduled = { functionName: string; trigger: TimerTrigger; cron: Cron; next: number; busy: boolean }

/** Look again at least this often: functions and their triggers may have been rebuilt, and long timeouts drift. */
const longestSleep = 5_000

/**
 * Runs the timer triggers of the functions' config.json in the cloud's clock. When the clock is moved ahead over several times of a
 * trigger, it fires once, for the first of them; when it is moved back, it waits for its next time from there.
 */
export class Timers {
  private readonly scheduled = new Map<string, Scheduled>()
  private sleeping: NodeJS.Timeout | undefined
  private stopped = false
  private readonly complaints = new Set<string>()

  constructor(private readonly options: TimersOptions) {
    options.clock.onChange(() => this.clockMoved())
  }

  start(): void {
    this.wake()
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.sleeping)
  }

  /**
   * Fires a trigger now and resolves with what the function returned.
   * @throws CloudError FUNCTION_NOT_FOUND, INVALID_PARAM when the function has no such trigger, and whatever the function fails with
   */
  async fire(functionName: string, triggerName: string): Promise<unknown> {
    const { triggers } = this.options.catalog.find(functionName)
    const trigger = triggers.find(({ name }) => name === triggerName)
    if (!trigger) throw new CloudError('INVALID_PARAM', `${functionName} has no trigger ${triggerName}`)
    return await this.run(functionName, trigger, this.options.clock.now())
  }

  private clockMoved(): void {
    const now = this.options.clock.now()
    for (const timer of this.scheduled.values()) {
      const next = nextTime(timer.cron, now) ?? Infinity
      if (next < timer.next) timer.next = next
    }
    if (this.sleeping) this.wake()
  }

  private wake(): void {
    clearTimeout(this.sleeping)
    if (this.stopped) return
    const now = this.options.clock.now()
    this.refresh(now)
    for (const timer of this.scheduled.values()) if (timer.next <= now) this.strike(timer, now)
    const soonest = Math.min(now + longestSleep, ...[...this.scheduled.values()].map(({ next }) => next))
    this.sleeping = setTimeout(() => this.wake(), Math.max(1, soonest - now))
    this.sleeping.unref()
  }

  private strike(timer: Scheduled, now: number): void {
    const due = timer.next
    timer.next = nextTime(timer.cron, now) ?? Infinity
    // The platform would start a second run beside a long one; a second one that still waits would only be the same again.
    if (timer.busy) return
    timer.busy = true
    this.run(timer.functionName, timer.trigger, due)
      .catch((error: Error) => this.options.log(`timer ${timer.functionName}/${timer.trigger.name}: ${error.message}`))
      .finally(() => (timer.busy = false))
  }

  private async run(functionName: string, trigger: TimerTrigger, at: number): Promise<unknown> {
    const event = {
      Type: 'Timer',
      TriggerName: trigger.name,
      Time: `${new Date(at).toISOString().slice(0, 19)}Z`,
      Message: '',
      userInfo: { appId: this.options.appid },
    }
    const payload = JSON.stringify(event)
    const { json } = await this.options.functions.invoke({ functionName, payload, identity: {}, source: 'wx_trigger' })
    return JSON.parse(json) as unknown
  }

  /** Takes up new and changed triggers and drops those that are gone. */
  private refresh(now: number): void {
    const found = new Set<string>()
    for (const { functionName, trigger } of this.triggers()) {
      const key = `${functionName}/${trigger.name}/${trigger.config}`
      found.add(key)
      if (this.scheduled.has(key)) continue
      const cron = this.readCron(key, trigger)
      if (cron)
        this.scheduled.set(key, { functionName, trigger, cron, next: nextTime(cron, now) ?? Infinity, busy: false })
    }
    for (const key of this.scheduled.keys()) if (!found.has(key)) this.scheduled.delete(key)
  }

  private triggers(): { functionName: string; trigger: TimerTrigger }[] {
    return this.options.catalog.names().flatMap((functionName) => {
      try {
        return this.options.catalog.find(functionName).triggers.map((trigger) => ({ functionName, trigger }))
      } catch (error) {
        this.complain(functionName, (error as Error).message)
        return []
      }
    })
  }

  private readCron(key: string, trigger: TimerTrigger): Cron | undefined {
    try {
      return parseCron(trigger.config)
    } catch (error) {
      this.complain(key, `timer ${key} does not run: ${(error as Error).message}`)
      return undefined
    }
  }

  /** Says a thing once, not at every look. */
  private complain(key: string, text: string): void {
    if (this.complaints.has(key)) return
    this.complaints.add(key)
    this.options.log(text)
  }
}
