import { index, useDatabase } from './database-support'

const cloud = useDatabase({ collections: { things: { indexes: [index('n', 'n')] } } })

type Answer = Record<string, unknown>
type Reference = Record<'get' | 'count' | 'remove' | 'end', () => Promise<Answer>> &
  Record<'add' | 'set' | 'update' | 'updateAndReturn' | 'create', (data: unknown) => Promise<Answer>> &
  Record<
    'where' | 'doc' | 'orderBy' | 'limit' | 'aggregate' | 'match' | 'group' | 'options',
    (...parameters: unknown[]) => Reference
  >
type Transaction = Record<'get' | 'delete', (reference: unknown) => Promise<Answer & { data(): unknown }>> &
  Record<'set' | 'update', (reference: unknown, data: unknown) => Promise<Answer>> &
  Record<'commit' | 'rollback', () => Promise<Answer>> & { collection(name: string): Reference }
type Database = {
  collection(name: string): Reference
  command: Record<'inc' | 'gt' | 'push', (value: unknown) => unknown>
  ObjectId(options: { id: string }): unknown
  Geo: { Point: new (longitude: number, latitude: number) => unknown }
  serverDate(): unknown
  startTransaction(): Promise<Transaction>
}

const withoutId = ({ requestId: _requestId, ...answer }: Answer) => answer

describe('@cloudbase/node-sdk used directly', () => {
  const open = () => {
    const sdk = jest.requireActual<{ init(options: object): { database(): Database } }>('@cloudbase/node-sdk')
    return sdk.init({ env: 'local' }).database()
  }

  test('documents, options and updateAndReturn', async () => {
    const db = open()
    const things = db.collection('things')
    expect(
      withoutId(
        await things.add([
          { _id: 'a', n: 1 },
          { _id: 'b', n: 2 },
        ]),
      ),
    ).toEqual({ ids: ['a', 'b'] })
    expect(withoutId(await things.where({ n: db.command.gt(1) }).updateAndReturn({ n: db.command.inc(5) }))).toEqual({
      updated: 1,
      doc: { _id: 'b', n: 7 },
    })
    const options = { limit: 1, offset: 1, order: { n: -1 }, projection: { n: 1, _id: 0 } }
    expect((await things.options(options).get()).data).toEqual([{ n: 1 }])
    expect((await things.where({}).options({ multiple: false }).remove()).deleted).toBe(1)
  })

  test('raw conditions, updates and pipelines', async () => {
    const things = open().collection('things').options({ raw: true })
    await things.add([
      { _id: 'a', n: 1, tags: ['x'] },
      { _id: 'b', n: 2, tags: [] },
    ])
    expect(
      (await things.where({ $or: [{ n: { $lt: 2 } }, { tags: { $size: 3 } }] }).update({ $set: { low: true } }))
        .updated,
    ).toBe(1)
    const { data } = await things
      .aggregate([{ $facet: { low: [{ $match: { low: true } }, { $count: 'n' }], all: [{ $count: 'n' }] } }])
      .end()
    expect(data).toEqual([{ low: [{ n: 1 }], all: [{ n: 2 }] }])
  })

  test('object ids are found again', async () => {
    const db = open()
    const id = db.ObjectId({ id: '5f0000000000000000000001' })
    await db.collection('things').add({ _id: 'o', ref: id })
    expect((await db.collection('things').where({ ref: id }).count()).total).toBe(1)
  })

  test("errors carry the vendor's code", async () => {
    const db = open()
    await expect(db.collection('none').get()).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    await db.collection('things').add({ _id: 'a' })
    await expect(db.collection('things').add({ _id: 'a' })).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })
})

describe('@cloudbase/database 0.x used directly', () => {
  /** Its requests, answered by the local cloud. */
  const open = () => {
    const { Db } = jest.requireActual<{ Db: { new (config: object): Database; reqClass: unknown } }>(
      '@cloudbase/database',
    )
    Db.reqClass = class {
      send(action: string, params: object = {}) {
        return Promise.resolve(
          JSON.parse(
            JSON.stringify(
              cloud.cloud.database.handle(action, JSON.parse(JSON.stringify(params)) as Record<string, unknown>),
            ),
          ),
        )
      }
    }
    return new Db({})
  }

  test('documents, dates, points and counts', async () => {
    const db = open()
    const things = db.collection('things')
    const { id } = await things.add({ n: 1, at: new Date(5), where: new db.Geo.Point(113, 23) })
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect((await things.doc(id).update({ n: db.command.inc(2) })).updated).toBe(1)
    expect(await things.doc('s').set({ n: 9, made: db.serverDate() })).toMatchObject({ updated: 0, upsertedId: 's' })
    const { data } = await things
      .where({ n: db.command.gt(0) })
      .orderBy('n', 'desc')
      .limit(5)
      .get()
    expect(data).toMatchObject([
      { _id: 's', n: 9, made: expect.any(Date) as unknown },
      { n: 3, at: new Date(5), where: { longitude: 113, latitude: 23 } },
    ])
    expect((await things.count()).total).toBe(2)
    expect((await things.where({ n: 9 }).remove()).deleted).toBe(1)
    expect(
      (
        await things
          .aggregate()
          .match({ n: 3 })
          .group({ _id: null, sum: { $sum: '$n' } })
          .end()
      ).data,
    ).toEqual([{ _id: null, sum: 3 }])
  })

  test('transactions by reference', async () => {
    const db = open()
    const doc = db.collection('things').doc('t')
    const transaction = await db.startTransaction()
    expect((await transaction.get(doc)).data()).toBe(null)
    expect(await transaction.set(doc, { n: 1 })).toMatchObject({ updated: 0, upserted: [{ _id: 't' }] })
    expect(await transaction.update(doc, { n: 2 })).toMatchObject({ updated: 1 })
    await transaction.commit()
    expect((await doc.get()).data).toEqual([{ _id: 't', n: 2 }])
    const second = await db.startTransaction()
    expect(await second.delete(doc)).toMatchObject({ deleted: 1 })
    await second.rollback()
    expect((await doc.get()).data).toHaveLength(1)
  })
})
