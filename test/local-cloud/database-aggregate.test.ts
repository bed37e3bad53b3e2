import { index, pluck, refusal, useDatabase } from './database-support'

const cloud = useDatabase({
  collections: {
    visits: { indexes: [index('member', 'memberId', 'at')] },
    members: { indexes: [index('branch', 'branch')] },
  },
})

const day = (n: number) => new Date(Date.UTC(2026, 0, n))

beforeEach(async () => {
  await cloud.db.collection('members').add({
    data: [
      { _id: 'm1', name: '王', branch: 'A', skills: ['tea', 'law'] },
      { _id: 'm2', name: '李', branch: 'A', skills: [] },
      { _id: 'm3', name: '张', branch: 'B' },
    ],
  })
  await cloud.db.collection('visits').add({
    data: [
      { _id: 'v1', memberId: 'm1', at: day(1), hours: 2 },
      { _id: 'v2', memberId: 'm1', at: day(2), hours: 3 },
      { _id: 'v3', memberId: 'm2', at: day(3), hours: 1 },
      { _id: 'v4', memberId: 'nobody', at: day(4), hours: 4 },
    ],
  })
})

const visits = () => cloud.db.collection('visits').aggregate()
const members = () => cloud.db.collection('members').aggregate()

test('match, sort, skip, limit and project', async () => {
  const _ = cloud.db.command
  const { list } = await visits()
    .match({ hours: _.gt(1) })
    .sort({ hours: -1 })
    .skip(1)
    .limit(1)
    .project({ hours: 1 })
    .end()
  expect(list).toEqual([{ _id: 'v2', hours: 3 }])
})

test('group with its accumulators', async () => {
  const $ = cloud.db.command.aggregate
  const { list } = await visits()
    .sort({ at: 1 })
    .group({
      _id: '$memberId',
      visits: $.sum(1),
      hours: $.sum('$hours'),
      mean: $.avg('$hours'),
      first: $.first('$at'),
      last: $.last('$at'),
      all: $.push('$_id'),
      most: $.max('$hours'),
      least: $.min('$hours'),
    })
    .sort({ _id: 1 })
    .end()
  expect(list[0]).toEqual({
    _id: 'm1',
    visits: 2,
    hours: 5,
    mean: 2.5,
    first: day(1),
    last: day(2),
    all: ['v1', 'v2'],
    most: 3,
    least: 2,
  })
  expect(pluck(list)).toEqual(['m1', 'm2', 'nobody'])
  expect(
    (
      await visits()
        .group({ _id: null, hours: $.sum('$hours') })
        .end()
    ).list,
  ).toEqual([{ _id: null, hours: 10 }])
})

test('lookup by fields joins through the index of the other collection', async () => {
  const { list } = await members()
    .sort({ _id: 1 })
    .lookup({ from: 'visits', localField: '_id', foreignField: 'memberId', as: 'visits' })
    .end()
  expect(list.map(({ visits: joined }) => pluck(joined as never))).toEqual([['v1', 'v2'], ['v3'], []])
})

test('lookup with let and a pipeline', async () => {
  const { aggregate: $, expr, gte } = cloud.db.command
  const { list } = await members()
    .sort({ _id: 1 })
    .lookup({
      from: 'visits',
      let: { member: '$_id', least: 2 },
      pipeline: $.pipeline()
        .match(expr($.and([$.eq(['$memberId', '$$member']), $.gte(['$hours', '$$least'])])))
        .match({ at: gte(day(2)) })
        .project({ _id: 0, hours: 1 })
        .done(),
      as: 'long',
    })
    .project({ long: 1 })
    .end()
  expect(list).toEqual([
    { _id: 'm1', long: [{ hours: 3 }] },
    { _id: 'm2', long: [] },
    { _id: 'm3', long: [] },
  ])
})

test('lookup from a collection that does not exist joins nothing', async () => {
  const { list } = await members()
    .match({ _id: 'm1' })
    .lookup({ from: 'none', localField: '_id', foreignField: 'x', as: 'none' })
    .end()
  expect(list[0]?.none).toEqual([])
})

test('unwind, addFields, replaceRoot, sortByCount, count, bucket and bucketAuto', async () => {
  const $ = cloud.db.command.aggregate
  expect((await members().unwind('$skills').project({ _id: 0, skills: 1 }).end()).list).toEqual([
    { skills: 'tea' },
    { skills: 'law' },
  ])
  const kept = await members().unwind({ path: '$skills', preserveNullAndEmptyArrays: true }).sort({ _id: 1 }).end()
  expect(pluck(kept.list)).toEqual(['m1', 'm1', 'm2', 'm3'])
  const added = await members()
    .match({ _id: 'm1' })
    .addFields({ 'extra.count': $.size('$skills') })
    .end()
  expect(added.list[0]?.extra).toEqual({ count: 2 })
  const roots = await visits()
    .match({ _id: 'v1' })
    .replaceRoot({ newRoot: { who: '$memberId' } })
    .end()
  expect(roots.list).toEqual([{ who: 'm1' }])
  expect((await members().sortByCount('$branch').end()).list).toEqual([
    { _id: 'A', count: 2 },
    { _id: 'B', count: 1 },
  ])
  expect((await members().match({ branch: 'A' }).count('n').end()).list).toEqual([{ n: 2 }])
  const buckets = await visits()
    .bucket({ groupBy: '$hours', boundaries: [0, 2, 5], output: { n: $.sum(1) } })
    .end()
  expect(buckets.list).toEqual([
    { _id: 0, n: 1 },
    { _id: 2, n: 3 },
  ])
  expect((await visits().bucketAuto({ groupBy: '$hours', buckets: 2 }).end()).list).toHaveLength(2)
  expect((await visits().sample({ size: 2 }).end()).list).toHaveLength(2)
})

test('expressions: arithmetic, strings, conditions, arrays, dates', async () => {
  const $ = cloud.db.command.aggregate
  const { list } = await visits()
    .match({ _id: 'v2' })
    .project({
      _id: 0,
      sum: $.add(['$hours', 1]),
      half: $.divide(['$hours', 2]),
      text: $.concat(['$memberId', '-', '$_id']),
      kind: $.cond({ if: $.gte(['$hours', 3]), then: 'long', else: 'short' }),
      none: $.ifNull(['$missing', 'none']),
      day: $.dateToString({ date: '$at', format: '%Y-%m-%d' }),
      month: $.month('$at'),
      evens: $.filter({ input: [1, 2, 3, 4], as: 'n', cond: $.eq([$.mod(['$$n', 2]), 0]) }),
      doubled: $.map({ input: [1, 2], as: 'n', in: $.multiply(['$$n', 2]) }),
      total: $.reduce({ input: [1, 2, 3], initialValue: 0, in: $.add(['$$value', '$$this']) }),
      member: $.in(['m1', ['m1', 'm2']]),
      across: $.gt(['text', 5]),
    })
    .end()
  expect(list).toEqual([
    {
      sum: 4, half: 1.5, text: 'm1-v2', kind: 'long', none: 'none', day: '2026-01-02', month: 1, evens: [2, 4],
      doubled: [2, 4], total: 6, member: true, across: true,
    }, // prettier-ignore
  ])
})

test('an aggregation answers 20 documents unless it sets a limit', async () => {
  await cloud.db.collection('members').add({ data: Array.from({ length: 130 }, (_, at) => ({ at })) })
  expect((await members().end()).list).toHaveLength(20)
  expect((await members().limit(150).end()).list).toHaveLength(133)
  expect((await members().count('n').end()).list).toEqual([{ n: 133 }])
})

test('an aggregation leaves the stored documents alone', async () => {
  await members().unwind('$skills').addFields({ name: 'x', 'deep.er': 1 }).end()
  expect((await cloud.db.collection('members').doc('m1').get()).data).toEqual({
    _id: 'm1',
    name: '王',
    branch: 'A',
    skills: ['tea', 'law'],
  })
})

test('stages and expressions that are unknown or malformed are refused', async () => {
  const messageOf = async (work: Promise<unknown>) => (await refusal(work)).message
  expect(
    await messageOf(
      visits()
        .group({ _id: { $nope: 1 } })
        .end(),
    ),
  ).toContain('$nope')
  expect(await messageOf(visits().limit(0).end())).toContain('$limit')
  expect(
    await messageOf(
      visits()
        .match({ a: { $nope: 1 } })
        .end(),
    ),
  ).toContain('unknown operator: $nope')
  expect(await messageOf(cloud.db.collection('gone').aggregate().end())).toContain('Db or Table not exist')
})
