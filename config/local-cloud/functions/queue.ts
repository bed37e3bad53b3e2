/**
 * A queue in which nobody waits behind somebody else's burst: functions take turns, and within a function its callers take turns.
 * One caller's events stay in order. Urgent items go before all others.
 */
export class FairQueue<T> {
  private readonly urgent: T[] = []
  /** function → caller → waiting items. Maps keep insertion order; whoever had a turn is put at the end. */
  private readonly functions = new Map<string, Map<string, T[]>>()
  private waiting = 0

  get size(): number {
    return this.waiting
  }

  pushUrgent(item: T): void {
    this.urgent.push(item)
    this.waiting += 1
  }

  push(item: T, functionName: string, caller: string): void {
    const callers = this.functions.get(functionName) ?? new Map<string, T[]>()
    if (callers.size === 0) this.functions.set(functionName, callers)
    const items = callers.get(caller)
    if (items) items.push(item)
    else callers.set(caller, [item])
    this.waiting += 1
  }

  /** The item whose turn it is. */
  shift(): T | undefined {
    const item = this.urgent.shift() ?? this.takeTurn()
    if (item !== undefined) this.waiting -= 1
    return item
  }

  /** Removes and returns everything that waits. */
  drain(): T[] {
    const items: T[] = []
    for (let item = this.shift(); item !== undefined; item = this.shift()) items.push(item)
    return items
  }

  private takeTurn(): T | undefined {
    for (const [functionName, callers] of this.functions) {
      this.functions.delete(functionName)
      const item = takeFirst(callers)
      if (callers.size > 0) this.functions.set(functionName, callers)
      return item
    }
    return undefined
  }
}

function takeFirst<T>(callers: Map<string, T[]>): T | undefined {
  for (const [caller, items] of callers) {
    callers.delete(caller)
    const item = items.shift()
    if (items.length > 0) callers.set(caller, items)
    return item
  }
  return undefined
}
