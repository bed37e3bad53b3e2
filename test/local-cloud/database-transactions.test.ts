import { openDatabase } from '../../config/local-cloud/database'
import { index, refusal, useDatabase, type Transaction } from './database-support'

const cloud = useDatabase({ collections: { accounts: { indexes: [{ ...index('name', 'name'), unique: true }] } } })

const accounts = () => cloud.db.collection('accounts')
const balanceOf = async (id: string) => (await accounts().doc(id).get()).data.balance

const conflict = {
  errCode: -501001,
  message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') as unknown,
}

beforeEach(async () => {
  await accounts().add({
    data: [
      { _id: 'a', name: 'a', balance: 10 },
      { _id: 'b', name: 'b', balance: 0 },
    ],
  })
})

test('a transaction writes several documents at once, or none', async () => {
  const _ = cloud.db.command
  const result = await cloud.db.runTransaction(async (transaction) => {
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: _.inc(-4) } })
    await transaction
      .collection('accounts')
      .doc('b')
      .update({ data: { balance: _.inc(4) } })
    await transaction.collection('accounts').add({ data: { _id: 'log', name: 'log' } })
    expect([await balanceOf('a'), await balanceOf('b')]).toEqual([10, 0])
    return 'moved'
  })
  expect([result, await balanceOf('a'), await balanceOf('b')]).toEqual(['moved', 6, 4])
  expect((await accounts().doc('log').get()).data).toEqual({ _id: 'log', name: 'log' })
})

test('a transaction reads the state at its start, and its own writes', async () => {
  const transaction = await cloud.db.startTransaction()
  const inside = transaction.collection('accounts')
  await accounts()
    .doc('a')
    .update({ data: { balance: 99 } })
  await accounts().doc('b').remove()
  await accounts()
    .doc('new')
    .set({ data: { name: 'new' } })
  expect((await inside.doc('a').get()).data.balance).toBe(10)
  expect((await inside.doc('b').get()).data.balance).toBe(0)
  expect((await refusal(inside.doc('new').get())).message).toContain('does not exist')
  await inside.doc('own').set({ data: { name: 'own', n: 1 } })
  await inside.doc('own').update({ data: { n: cloud.db.command.inc(1) } })
  expect((await inside.doc('own').get()).data).toEqual({ _id: 'own', name: 'own', n: 2 })
  expect(await inside.doc('own').remove()).toMatchObject({ stats: { removed: 1 } })
  await transaction.commit()
  expect(await accounts().count()).toMatchObject({ total: 2 })
})

test('of two writers of a document the second is refused at once', async () => {
  const first = await cloud.db.startTransaction()
  const second = await cloud.db.startTransaction()
  await first
    .collection('accounts')
    .doc('a')
    .update({ data: { balance: 1 } })
  expect(
    await refusal(
      second
        .collection('accounts')
        .doc('a')
        .update({ data: { balance: 2 } }),
    ),
  ).toMatchObject(conflict)
  expect(
    await refusal(
      accounts()
        .doc('a')
        .update({ data: { balance: 3 } }),
    ),
  ).toMatchObject(conflict)
  expect(await refusal(accounts().doc('a').remove())).toMatchObject(conflict)
  expect(await refusal(second.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  await second.rollback()
  await first.commit()
  expect(await balanceOf('a')).toBe(1)
})

test('a document that changed since the start cannot be written', async () => {
  const transaction = await cloud.db.startTransaction()
  await accounts()
    .doc('a')
    .update({ data: { balance: 5 } })
  expect(
    await refusal(
      transaction
        .collection('accounts')
        .doc('a')
        .set({ data: { balance: 6 } }),
    ),
  ).toMatchObject(conflict)
  await transaction.rollback()
  expect(await balanceOf('a')).toBe(5)
})

test('runTransaction begins again when the commit meets a conflict', async () => {
  let runs = 0
  await cloud.db.runTransaction(async (transaction) => {
    runs++
    const { data } = await transaction.collection('accounts').doc('a').get()
    if (runs === 1)
      await accounts()
        .doc('a')
        .update({ data: { balance: 50 } })
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { balance: Number(data.balance) + 1 } })
      .catch(() => undefined)
  })
  expect([runs, await balanceOf('a')]).toEqual([2, 51])
})

test('rollback leaves nothing behind and hands its reason on', async () => {
  const run = cloud.db.runTransaction(async (transaction) => {
    await transaction.collection('accounts').doc('a').remove()
    await transaction.rollback('enough')
  })
  await expect(run).rejects.toBe('enough')
  expect(await balanceOf('a')).toBe(10)
})

test('duplicate ids and unique values are refused inside and at the commit', async () => {
  const transaction = await cloud.db.startTransaction()
  const inside = transaction.collection('accounts')
  expect(await refusal(inside.add({ data: { _id: 'a' } }))).toMatchObject({ errCode: -502001 })
  await inside.doc('c').set({ data: { name: 'c' } })
  await inside.doc('d').set({ data: { name: 'c' } })
  expect((await refusal(transaction.commit())).message).toContain('E11000 duplicate key error')
  expect(await accounts().count()).toMatchObject({ total: 2 })
})

test('after its end a transaction is unknown, and so is one that was left open for 30 seconds', async () => {
  const ended = await cloud.db.startTransaction()
  await ended.commit()
  const gone = { code: 'DATABASE_TRANSACTION_FAIL' }
  expect(await refusal(ended.commit())).toMatchObject(gone)
  expect(await refusal(ended.rollback())).toMatchObject(gone)
  expect((await refusal(ended.collection('accounts').doc('a').get())).message).toContain('TransactionNotExist')
  const left = await cloud.db.startTransaction()
  await left
    .collection('accounts')
    .doc('a')
    .update({ data: { balance: 1 } })
  cloud.cloud.setClock(31_000)
  expect(
    await accounts()
      .doc('a')
      .update({ data: { balance: 2 } }),
  ).toMatchObject({ stats: { updated: 1 } })
  expect(await refusal(left.commit())).toMatchObject(gone)
})

test('where() is refused inside a transaction', async () => {
  const transaction: Transaction = await cloud.db.startTransaction()
  expect(await refusal(transaction.collection('accounts').where({ name: 'a' }).get())).toMatchObject({
    errCode: -501007,
  })
  await transaction.rollback()
})

describe('the actions that only @cloudbase/database sends', () => {
  test('answer in their own shapes', () => {
    const database = openDatabase({ file: ':memory:', declaration: { collections: { c: { indexes: [] } } } })
    const ask = (action: string, params: Record<string, unknown>) => {
      const { requestId: _requestId, ...answer } = database.handle(`database.${action}`, {
        collectionName: 'c',
        ...params,
      })
      return answer
    }
    const { transactionId } = ask('startTransaction', {}) as { transactionId: string }
    const doc = { transactionId, _id: 'x' }
    expect(ask('getInTransaction', doc)).toEqual({ data: 'null' })
    expect(ask('updateDocInTransaction', { ...doc, data: '{"n":{"$numberInt":"1"}}', upsert: true })).toEqual({
      updated: '0',
      upserted: '[{"_id":"x"}]',
    })
    expect(ask('updateDocInTransaction', { ...doc, data: '{"$set":{"n":2}}' })).toEqual({ updated: '1' })
    expect(ask('getInTransaction', doc)).toEqual({ data: '{"_id":"x","n":2}' })
    const returned = { transactionId, query: '{"n":2}', queryType: 'WHERE', data: '{"$inc":{"n":1}}' }
    expect(ask('modifyAndReturnDoc', returned)).toEqual({ data: { updated: 1, doc: '{"_id":"x","n":3}' } })
    expect(ask('modifyAndReturnDoc', { query: '{"n":3}', data: '{"$inc":{"n":1}}' })).toEqual({
      data: { updated: 0, doc: null },
    })
    expect(ask('deleteDocInTransaction', doc)).toEqual({ deleted: '1' })
    expect(ask('deleteDocInTransaction', doc)).toEqual({ deleted: '0' })
    expect(ask('commitTransaction', { transactionId })).toEqual({ result: 'ok' })
    database.close()
  })
})
