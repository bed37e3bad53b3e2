import fc from 'fast-check'
import { openDatabase, type Database } from '../../config/local-cloud/database'
import { index } from './database-index'

/** What a transaction may do, by a plain model: a copy of everything at its start, and a list of who wrote what since. */
type Operation = {
  who: number
  kind: 'begin' | 'get' | 'set' | 'remove' | 'commit' | 'abort'
  id: string
  value: number
}

const operation: fc.Arbitrary<Operation> = fc.record({
  who: fc.nat({ max: 3 }),
  kind: fc.constantFrom('begin', 'get', 'get', 'set', 'set', 'remove', 'commit', 'commit', 'abort'),
  id: fc.constantFrom('x', 'y', 'z'),
  value: fc.nat({ max: 9 }),
})

type Outcome = number | null | 'ok' | 'conflict' | 'gone'
type Open = { start: Map<string, number>; since: Set<string>; own: Map<string, number | null>; conflicted: boolean }

/** The model. Participant 0 writes outside any transaction. */
class Model {
  readonly state = new Map<string, number>()
  readonly open = new Map<number, Open>()

  act({ who, kind, id, value }: Operation): Outcome {
    if (who === 0) return this.#outside(kind, id, value)
    if (kind === 'begin') {
      this.open.set(who, { start: new Map(this.state), since: new Set(), own: new Map(), conflicted: false })
      return 'ok'
    }
    const open = this.open.get(who)
    if (!open) return 'gone'
    if (kind === 'abort') return this.open.delete(who) ? 'ok' : 'gone'
    if (open.conflicted) return 'conflict'
    if (kind === 'get') return this.#view(open, id)
    if (kind === 'commit') return this.#commit(who, open)
    return this.#write(who, open, id, kind === 'set' ? value : null)
  }

  #view(open: Open, id: string): number | null {
    return open.own.has(id) ? (open.own.get(id) ?? null) : (open.start.get(id) ?? null)
  }

  #outside(kind: Operation['kind'], id: string, value: number): Outcome {
    if (kind === 'get') return this.state.get(id) ?? null
    if (kind !== 'set' && kind !== 'remove') return 'ok'
    const same = kind === 'set' ? this.state.get(id) === value : !this.state.has(id)
    if (same) return 'ok'
    if ([...this.open.values()].some((open) => open.own.has(id))) return 'conflict'
    this.#apply(id, kind === 'set' ? value : null, -1)
    return 'ok'
  }

  #write(who: number, open: Open, id: string, value: number | null): Outcome {
    if (value === null && this.#view(open, id) === null) return 'ok'
    const held = [...this.open].some(([other, { own }]) => other !== who && own.has(id))
    if (held || open.since.has(id)) {
      open.conflicted = true
      open.own.clear()
      return 'conflict'
    }
    open.own.set(id, value)
    return 'ok'
  }

  #commit(who: number, open: Open): Outcome {
    this.open.delete(who)
    for (const [id, value] of open.own) this.#apply(id, value, who)
    return 'ok'
  }

  #apply(id: string, value: number | null, by: number): void {
    if (value === null) this.state.delete(id)
    else this.state.set(id, value)
    for (const [who, open] of this.open) if (who !== by) open.since.add(id)
  }
}

const outcomes: Record<string, Outcome> = {
  DATABASE_TRANSACTION_CONFLICT: 'conflict',
  DATABASE_TRANSACTION_FAIL: 'gone',
}

class Real {
  readonly transactions = new Map<number, unknown>()
  constructor(readonly database: Database) {}

  #ask(action: string, params: Record<string, unknown>): { outcome: Outcome; data?: unknown; transactionId?: unknown } {
    const answer = this.database.handle(`database.${action}`, { collectionName: 'c', queryType: 'DOC', ...params })
    return {
      outcome: answer.code ? (outcomes[answer.code] ?? 'gone') : 'ok',
      data: answer.data,
      transactionId: answer.transactionId,
    }
  }

  act({ who, kind, id, value }: Operation): Outcome {
    const transactionId = who === 0 ? undefined : (this.transactions.get(who) ?? 'none')
    const params = { transactionId, query: JSON.stringify({ _id: id }), multi: false }
    if (kind === 'get') return this.#get(params)
    if (kind === 'set')
      return this.#ask('modifyDocument', { ...params, data: JSON.stringify({ v: value }), upsert: true }).outcome
    if (kind === 'remove') return this.#ask('removeDocument', params).outcome
    return who === 0 ? 'ok' : this.#bound(who, kind, transactionId)
  }

  #get(params: Record<string, unknown>): Outcome {
    const { outcome, data } = this.#ask('getDocument', params)
    const [text] = (data as { list: string[] } | undefined)?.list ?? []
    if (outcome !== 'ok') return outcome
    return text ? (JSON.parse(text) as { v: number }).v : null
  }

  #bound(who: number, kind: 'begin' | 'commit' | 'abort', transactionId: unknown): Outcome {
    if (kind === 'begin') {
      this.transactions.set(who, this.#ask('startTransaction', {}).transactionId)
      return 'ok'
    }
    const { outcome } = this.#ask(kind === 'commit' ? 'commitTransaction' : 'abortTransaction', { transactionId })
    if (outcome !== 'conflict') this.transactions.delete(who)
    return outcome
  }
}

test('any interleaving of transactions and plain writes behaves as the model says', () => {
  const database = openDatabase({
    file: ':memory:',
    declaration: { collections: { c: { indexes: [index('v', 'v')] } } },
  })
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
      database.reset()
      const [model, real] = [new Model(), new Real(database)]
      for (const one of operations) {
        // A participant begins anew only after its transaction ended.
        if (one.kind === 'begin' && model.open.has(one.who)) continue
        expect([one, real.act(one)]).toEqual([one, model.act(one)])
      }
    }),
    { numRuns: 400 },
  )
  database.close()
})
