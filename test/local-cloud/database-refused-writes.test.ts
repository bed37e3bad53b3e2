import { index, refusal, useDatabase } from './database-support'

const cloud = useDatabase({
  collections: {
    things: { indexes: [{ ...index('code', 'code'), unique: true }, index('two', 'left', 'right')] },
  },
})

const things = () => cloud.db.collection('things')

describe('refusals', () => {
  const message = async (work: Promise<unknown>) => {
    const { errCode, message: text } = await refusal(work)
    expect(errCode).toBe(-502001)
    return text
  }

  test('a duplicate id or unique value, and the documents before it stay', async () => {
    await things().add({ data: { _id: 'a', code: 1 } })
    expect(await message(things().add({ data: { _id: 'a', code: 2 } }))).toContain(
      'E11000 duplicate key error collection: things index: _id_ dup key: { _id: "a" }',
    )
    expect(await message(things().add({ data: { _id: 'b', code: 1 } }))).toContain('index: code dup key: { code: 1 }')
    expect(
      await message(
        things().add({
          data: [
            { _id: 'c', code: 3 },
            { _id: 'a', code: 4 },
            { _id: 'd', code: 5 },
          ],
        }),
      ),
    ).toContain('E11000')
    expect(
      await message(
        things()
          .doc('c')
          .update({ data: { code: 1 } }),
      ),
    ).toContain('index: code')
    expect(
      await message(
        things()
          .doc('e')
          .set({ data: { code: 3 } }),
      ),
    ).toContain('index: code')
    const { data } = await things().orderBy('_id', 'asc').get()
    expect(data).toEqual([
      { _id: 'a', code: 1 },
      { _id: 'c', code: 3 },
    ])
  })

  test('an absent unique value counts as null', async () => {
    await things().add({ data: { _id: 'a' } })
    expect(await message(things().add({ data: { _id: 'b', code: null } }))).toContain('dup key: { code: null }')
  })

  test('operators on values of the wrong type, and the document stays as it was', async () => {
    const _ = cloud.db.command
    await things()
      .doc('x')
      .set({ data: { text: 'a', nil: null, list: [1], code: 1 } })
    const update = (data: Record<string, unknown>) => message(things().doc('x').update({ data }))
    expect(await update({ other: 1, text: _.inc(1) })).toContain('Cannot apply $inc to a value of non-numeric type')
    expect(await update({ text: _.push([1]) })).toContain('must be an array but is of type string')
    expect(await update({ 'nil.a': 1 })).toContain("Cannot create field 'a' in element {nil: null}")
    expect(await update({ 'list.a': 1 })).toContain("Cannot create field 'a' in element {list: [1]}")
    expect(await update({ text: 1, 'text.b': 2 })).toContain("would create a conflict at 'text'")
    expect((await things().doc('x').get()).data).toEqual({ _id: 'x', text: 'a', nil: null, list: [1], code: 1 })
  })

  test('field names that cannot be stored', async () => {
    expect(await message(things().add({ data: { $a: 1 } }))).toContain("The dollar ($) prefixed field '$a'")
    expect(await message(things().add({ data: { a: { 'b.c': 1 } } }))).toContain("The dotted field 'b.c'")
  })

  test('independent arrays in one index', async () => {
    expect(await message(things().add({ data: { left: [1], right: [2] } }))).toContain('cannot index parallel arrays')
  })

  test('a document of more than 16 MB', async () => {
    const huge = 'x'.repeat(16 * 1024 * 1024)
    expect(await message(things().add({ data: { huge } }))).toContain('too large')
  })

  test('the id cannot be changed', async () => {
    await things()
      .doc('x')
      .set({ data: { code: 1 } })
    expect(
      (
        await refusal(
          things()
            .doc('x')
            .update({ data: { _id: 'y' } }),
        )
      ).message,
    ).toContain('不能更新_id的值')
  })

  test('a collection that exists already', async () => {
    await cloud.db.createCollection('fresh')
    expect(await cloud.db.collection('fresh').count()).toMatchObject({ total: 0 })
    expect((await refusal(cloud.db.createCollection('fresh'))).message).toContain('Table exist: fresh')
    expect((await refusal(cloud.db.createCollection('no spaces'))).message).toContain('集合名称不合法')
  })
})
