import { index, useDatabase } from './database-support'

const cloud = useDatabase({
  collections: {
    things: { indexes: [index('n', 'n'), { ...index('code', 'code'), unique: true }, index('two', 'left', 'right')] },
  },
})

const things = () => cloud.db.collection('things')

/** The document after an update of one that began as `start`. */
async function updated(start: Record<string, unknown>, data: Record<string, unknown>) {
  await things()
    .doc('x')
    .set({ data: { code: 1, ...start } })
  await things().doc('x').update({ data })
  const { _id, code, ...rest } = (await things().doc('x').get()).data
  expect([_id, code]).toEqual(['x', 1])
  return rest
}

describe('operators', () => {
  test('set, remove, rename and nested paths', async () => {
    const _ = cloud.db.command
    expect(await updated({ a: { b: 1, c: 2 } }, { a: { b: 5 } })).toEqual({ a: { b: 5, c: 2 } })
    expect(await updated({ a: { b: 1, c: 2 } }, { a: _.set({ b: 5 }) })).toEqual({ a: { b: 5 } })
    expect(await updated({ a: { b: 1 } }, { 'a.b': 2, 'd.e.f': 3 })).toEqual({ a: { b: 2 }, d: { e: { f: 3 } } })
    expect(await updated({ a: 1, b: 2 }, { a: _.remove(), gone: _.remove() })).toEqual({ b: 2 })
    expect(await updated({ a: { b: 1 } }, { 'a.b': _.rename('a.c') })).toEqual({ a: { c: 1 } })
    expect(await updated({ list: [{ v: 1 }, { v: 2 }] }, { 'list.1.v': 9 })).toEqual({ list: [{ v: 1 }, { v: 9 }] })
    expect(await updated({ list: [1] }, { 'list.3': 4 })).toEqual({ list: [1, null, null, 4] })
  })

  test('inc, mul, min, max and bit, also on fields that are absent', async () => {
    const _ = cloud.db.command
    expect(await updated({ a: 1 }, { a: _.inc(2), b: _.inc(-1) })).toEqual({ a: 3, b: -1 })
    expect(await updated({ a: 3 }, { a: _.mul(2), b: _.mul(2) })).toEqual({ a: 6, b: 0 })
    expect(await updated({ a: 3, b: 3 }, { a: _.min(2), b: _.min(4), c: _.min(1) })).toEqual({ a: 2, b: 3, c: 1 })
    expect(await updated({ a: 3, b: 3 }, { a: _.max(2), b: _.max(4), c: _.max(1) })).toEqual({ a: 3, b: 4, c: 1 })
    expect(await updated({ a: 12 }, { a: _.bit({ and: 10 }) })).toEqual({ a: 8 })
  })

  test('push with each, position, sort and slice', async () => {
    const _ = cloud.db.command
    expect(await updated({ l: [1] }, { l: _.push([2, 3]), m: _.push(1) })).toEqual({ l: [1, 2, 3], m: [1] })
    expect(await updated({ l: [1, 2] }, { l: _.push({ each: [8, 9], position: 1 }) })).toEqual({ l: [1, 8, 9, 2] })
    expect(await updated({ l: [3, 1] }, { l: _.push({ each: [2], sort: 1, slice: 2 }) })).toEqual({ l: [1, 2] })
    expect(
      await updated({ l: [{ s: 1 }] }, { l: _.push({ each: [{ s: 3 }, { s: 2 }], sort: { s: -1 }, slice: -2 }) }),
    ).toEqual({
      l: [{ s: 2 }, { s: 1 }],
    })
  })

  test('pop, shift, unshift, pull, pullAll and addToSet', async () => {
    const _ = cloud.db.command
    expect(await updated({ l: [1, 2, 3] }, { l: _.pop() })).toEqual({ l: [1, 2] })
    expect(await updated({ l: [1, 2, 3] }, { l: _.shift() })).toEqual({ l: [2, 3] })
    expect(await updated({ l: [1] }, { l: _.unshift([2, 3]) })).toEqual({ l: [2, 3, 1] })
    expect(await updated({ l: [1, 2, 1] }, { l: _.pull(1) })).toEqual({ l: [2] })
    expect(await updated({ l: [1, 2, 3] }, { l: _.pull(_.gte(2)) })).toEqual({ l: [1] })
    expect(
      await updated(
        {
          l: [
            { k: 1, v: 1 },
            { k: 2, v: 1 },
          ],
        },
        { l: _.pull({ k: _.gt(1) }) },
      ),
    ).toEqual({ l: [{ k: 1, v: 1 }] })
    expect(await updated({ l: [1, 2, 3, 2] }, { l: _.pullAll([2, 3]) })).toEqual({ l: [1] })
    expect(await updated({ l: [1] }, { l: _.addToSet(1), m: _.addToSet(5) })).toEqual({ l: [1], m: [5] })
    expect(await updated({ l: [1] }, { l: _.addToSet({ $each: [1, 2, 2] }) })).toEqual({ l: [1, 2] })
  })

  test('server dates follow the clock of the cloud, with their offset', async () => {
    cloud.cloud.setClock(86_400_000)
    const before = Date.now() + 86_400_000
    const { at, later } = await updated(
      {},
      { at: cloud.db.serverDate(), later: cloud.db.serverDate({ offset: 60_000 }) },
    )
    const [first, second] = [at as Date, later as Date].map((date) => date.getTime())
    expect(second! - first!).toBe(60_000)
    expect(first! >= before && first! < before + 60_000).toBe(true)
  })

  test('dates and objects within updates stay what they are', async () => {
    const _ = cloud.db.command
    const at = new Date(5)
    expect(await updated({ l: [] }, { at, l: _.push({ each: [{ at }] }) })).toEqual({ at, l: [{ at }] })
  })
})

describe('counting', () => {
  test('an update says how many documents it changed', async () => {
    await things().add({ data: [1, 2, 3].map((n) => ({ _id: `d${n}`, n, code: n })) })
    const _ = cloud.db.command
    expect(
      await things()
        .where({ n: _.gte(2) })
        .update({ data: { seen: true } }),
    ).toMatchObject({ stats: { updated: 2 } })
    expect(
      await things()
        .where({ n: _.gte(2) })
        .update({ data: { seen: true } }),
    ).toMatchObject({ stats: { updated: 0 } })
    expect(
      await things()
        .where({ n: _.gt(9) })
        .update({ data: { seen: true } }),
    ).toMatchObject({ stats: { updated: 0 } })
    expect(
      await things()
        .where({})
        .update({ data: { one: 1 }, multi: false }),
    ).toMatchObject({ stats: { updated: 1 } })
    expect(await things().where({ one: 1 }).count()).toMatchObject({ total: 1 })
    expect(
      await things()
        .where({ n: _.lt(3) })
        .remove(),
    ).toMatchObject({ stats: { removed: 2 } })
    expect(await things().count()).toMatchObject({ total: 1 })
  })

  test('set makes a document or replaces the whole of it', async () => {
    expect(
      await things()
        .doc('s')
        .set({ data: { a: 1, code: 1 } }),
    ).toMatchObject({ _id: 's', stats: { updated: 0, created: 1 } })
    expect(
      await things()
        .doc('s')
        .set({ data: { b: 2, code: 1 } }),
    ).toMatchObject({ stats: { updated: 1, created: 0 } })
    expect((await things().doc('s').get()).data).toEqual({ _id: 's', b: 2, code: 1 })
  })

  test('add answers the ids, its own where the documents have none', async () => {
    const { _id } = await things().add({ data: { code: 1 } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
    expect(
      (
        await things().add({
          data: [
            { _id: 'p', code: 2 },
            { _id: 7, code: 3 },
          ],
        })
      )._ids,
    ).toEqual(['p', 7])
  })
})

test('of parallel conditional updates of one document exactly one wins', async () => {
  await things()
    .doc('seat')
    .set({ data: { taken: 0, holds: [], code: 1 } })
  const _ = cloud.db.command
  const claims = Array.from({ length: 20 }, (_unused, who) =>
    things()
      .where({ _id: 'seat', taken: _.lt(3) })
      .update({ data: { taken: _.inc(1), holds: _.push([who]) } }),
  )
  const winners = (await Promise.all(claims)).filter(({ stats }) => stats.updated === 1)
  const { taken, holds } = (await things().doc('seat').get()).data
  expect([winners.length, taken, (holds as number[]).length]).toEqual([3, 3, 3])
})
