import fc from 'fast-check'

/** Random documents, conditions, orders and updates in extended JSON, small enough that they meet often. */

const ids = ['5f0000000000000000000001', '5f0000000000000000000002']

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1.5, -1e300, 2 ** 40, { $numberDouble: 'NaN' }, { $numberDouble: 'Infinity' }),
  },
  { weight: 4, arbitrary: fc.constantFrom('', 'a', 'ab', 'b', '党', '😀', '！', 'a\u0000b') },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.integer({ min: -1, max: 2 }).map((day) => ({ $date: day * 86_400_000 })) },
  { weight: 1, arbitrary: fc.constantFrom(...ids).map((id) => ({ $oid: id })) },
)

const object = (value: fc.Arbitrary<unknown>) => fc.record({ d: value, f: value }, { requiredKeys: [] })

const flat: fc.Arbitrary<unknown> = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 1, arbitrary: object(scalar) })

const nested: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: flat },
  { weight: 2, arbitrary: fc.array(fc.oneof(flat, fc.array(scalar, { maxLength: 2 })), { maxLength: 3 }) },
  { weight: 1, arbitrary: object(fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }))) },
)

const fields = ['a', 'b', 'c', 'e']

const documentOf = (value: fc.Arbitrary<unknown>) =>
  fc.record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] })

/** Documents, in half of the cases without any array, so that indexes are used both with and without several keys. */
export const documents = fc.boolean().chain((arrays) => fc.array(documentOf(arrays ? nested : flat), { maxLength: 12 }))

const path = fc.constantFrom('a', 'b', 'c', 'e', 'c.d', 'c.f', 'e.d', 'e.f', '_id')

const list = (value: fc.Arbitrary<unknown>, minLength = 0) => fc.array(value, { minLength, maxLength: 3 })

const simple: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: nested },
  { weight: 2, arbitrary: scalar.map((value) => ({ $eq: value })) },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), nested).map(([op, v]) => ({ [op]: v })),
  },
  { weight: 2, arbitrary: fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })) },
  { weight: 3, arbitrary: list(nested).map((values) => ({ $in: values })) },
  { weight: 1, arbitrary: list(scalar).map((values) => ({ $nin: values })) },
  { weight: 1, arbitrary: scalar.map((value) => ({ $ne: value })) },
  { weight: 2, arbitrary: list(nested).map((values) => ({ $all: values })) },
  { weight: 1, arbitrary: fc.boolean().map((wanted) => ({ $exists: wanted })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 2 }).map((size) => ({ $size: size })) },
  { weight: 1, arbitrary: scalar.map((value) => ({ $not: { $gt: value } })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('^a', '^ab?', '^a|b', 'b')
      .map((pattern) => ({ $regularExpression: { pattern, options: '' } })),
  },
  { weight: 1, arbitrary: scalar.map((value) => ({ $elemMatch: { $gte: value } })) },
  { weight: 1, arbitrary: fc.tuple(scalar, scalar).map(([d, f]) => ({ $elemMatch: { d, f: { $lte: f } } })) },
)

const clause = fc.tuple(path, simple).map(([field, condition]): Record<string, unknown> => ({ [field]: condition }))

const conjunction = fc
  .array(clause, { maxLength: 3 })
  .map((clauses): Record<string, unknown> => Object.assign({}, ...clauses) as Record<string, unknown>)

const branches = fc.array(conjunction, { minLength: 1, maxLength: 3 })

export const query: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  { weight: 5, arbitrary: conjunction },
  { weight: 2, arbitrary: branches.map(($and) => ({ $and })) },
  { weight: 2, arbitrary: fc.tuple(conjunction, branches).map(([rest, $or]) => ({ ...rest, $or })) },
  { weight: 1, arbitrary: fc.tuple(conjunction, branches).map(([rest, $nor]) => ({ ...rest, $nor })) },
  {
    weight: 1,
    arbitrary: fc.tuple(path, scalar).map(([field, value]) => ({ $expr: { $eq: [`$${field}`, { $literal: value }] } })),
  },
)

const direction = fc.constantFrom(1, -1)

/** An order of up to three fields; empty half of the time. */
export const order = fc
  .uniqueArray(path, { maxLength: 3 })
  .chain((paths) => fc.tuple(...paths.map((field) => fc.tuple(fc.constant(field), direction))))
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>)

const target = fc.constantFrom('a', 'b', 'c', 'e', 'c.d', 'e.f')

const change: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.tuple(target, nested).map(([field, value]) => ({ $set: { [field]: value } })),
  target.map((field) => ({ $unset: { [field]: '' } })),
  target.map((field) => ({ $inc: { [field]: 1 } })),
  fc.tuple(target, scalar).map(([field, value]) => ({ $push: { [field]: value } })),
  fc.tuple(target, scalar).map(([field, value]) => ({ $addToSet: { [field]: value } })),
  fc.tuple(target, scalar).map(([field, value]) => ({ $pull: { [field]: value } })),
  fc.tuple(target, scalar).map(([field, value]) => ({ $max: { [field]: value } })),
)

/** What happens to a collection between the comparisons. */
export type Step =
  | { kind: 'modify'; query: Record<string, unknown>; data: Record<string, unknown>; multi: boolean }
  | { kind: 'replace'; at: number; data: Record<string, unknown> }
  | { kind: 'remove'; query: Record<string, unknown>; multi: boolean }

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('modify' as const), query, data: change, multi: fc.boolean() }),
    fc.record({ kind: fc.constant('replace' as const), at: fc.nat({ max: 11 }), data: documentOf(nested) }),
    fc.record({ kind: fc.constant('remove' as const), query, multi: fc.boolean() }),
  ),
  { maxLength: 4 },
)

/** A page of an answer. */
export const page = fc.record({ offset: fc.nat({ max: 4 }), limit: fc.integer({ min: 1, max: 6 }) })

/** Fields that an answer keeps or leaves out, whole ones and parts of them. */
export const projection: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('a', 'b', 'c.d', 'e', 'none'), { maxLength: 3 }),
    fc.constantFrom(0, 1),
    fc.constantFrom(0, 1, null),
  )
  .map(([paths, on, id]) => ({
    ...Object.fromEntries(paths.map((path) => [path, on])),
    ...(id === null ? {} : { _id: id }),
  }))
