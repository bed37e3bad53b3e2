/**
 * A valid input for any action, read off its schema, so that a new action joins the access matrix and the fuzzer by
 * itself. Fields that name an object take the ids that the test gives; optional ones stay out unless they do.
 */
type Schema = { type: string; [key: string]: unknown }
export type Ids = Record<string, unknown>

/** Texts with a form of their own, by the name of their field. */
const FORMS: Ids = {
  requestId: 'request-0001',
  at: '14:30',
  from: '09:00',
  to: '12:00',
  fromMonth: '2026-11',
  toMonth: '2026-11',
  name: '演示名称',
  text: '演示文字',
  answer: '演示答复',
  reason: '演示原因',
}

const entriesOf = (schema: Schema) => schema['entries'] as Record<string, Schema>

const lengthOf = (schema: Schema): number => {
  const pipe = (schema['pipe'] as Schema[] | undefined) ?? []
  return Number(pipe.find(({ type }) => type === 'min_length')?.['requirement'] ?? 0)
}

const lowest = (schema: Schema): number => {
  const pipe = (schema['pipe'] as Schema[] | undefined) ?? []
  const bound = pipe.find(({ type }) => type === 'min_value')
  return Number(bound?.['requirement'] ?? 0)
}

type Maker = (schema: Schema, ids: Ids, key: string) => unknown

const MAKERS: Record<string, Maker> = {
  object: (schema, ids) =>
    Object.fromEntries(
      Object.entries(entriesOf(schema))
        .map(([name, field]) => [name, sampleOf(field, ids, name)] as const)
        .filter(([, value]) => value !== undefined),
    ),
  optional: () => undefined,
  nullable: () => null,
  array: (schema, ids, key) => (lengthOf(schema) === 0 ? [] : [sampleOf(schema['item'] as Schema, ids, key)]),
  picklist: (schema) => (schema['options'] as unknown[])[0],
  union: (schema, ids, key) => sampleOf((schema['options'] as Schema[])[0] as Schema, ids, key),
  literal: (schema) => schema['literal'],
  boolean: () => true,
  number: lowest,
  string: (_schema, _ids, key) => FORMS[key] ?? '演示文字',
}

/** What the schema calls the id: two kinds of slots go by the same field. Empty for a plain text. */
const brandOf = (schema: Schema): string => {
  const pipe = (schema['pipe'] as Schema[] | undefined) ?? []
  return String(pipe.find(({ type }) => type === 'brand')?.['name'] ?? '')
}

/** @param key the field's name, which tells what kind of thing it is */
export const sampleOf = (schema: Schema, ids: Ids, key = ''): unknown => {
  const brand = brandOf(schema)
  if (brand in ids) return ids[brand]
  if (key in ids) return ids[key]
  const make = MAKERS[schema.type]
  if (!make) throw new Error(`no sample for a schema of type ${schema.type}: teach test/support/sample.ts`)
  return make(schema, ids, key)
}
