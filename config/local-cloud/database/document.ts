import { randomBytes } from 'node:crypto'
import { stringify } from './ejson'
import { failed, invalid, writeFailed } from './errors'
import { limits } from './limits'
import { type Doc, isDoc, setField } from './value'

/** Refuses field names and nesting that MongoDB refuses to store. */
function checkFields(value: unknown, depth: number): void {
  if (depth > limits.documentDepth) throw writeFailed(`the document exceeds ${limits.documentDepth} levels of nesting`)
  if (Array.isArray(value)) {
    for (const item of value) checkFields(item, depth + 1)
    return
  }
  if (!isDoc(value)) return
  for (const field of Object.keys(value)) {
    if (field.startsWith('$'))
      throw writeFailed(`The dollar ($) prefixed field '${field}' in '${field}' is not valid for storage.`)
    if (field.includes('.')) throw writeFailed(`The dotted field '${field}' in '${field}' is not valid for storage.`)
    if (field.includes('\0')) throw writeFailed('field names may not contain a null character')
    checkFields(value[field], depth + 1)
  }
}

function checkId(id: unknown): void {
  if (Array.isArray(id) || id instanceof RegExp) {
    throw writeFailed(`The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : 'regex'}`)
  }
}

/** The text under which a document is stored. Refuses what cannot be stored. */
export function bodyOf(doc: Doc): string {
  checkFields(doc, 0)
  const body = stringify(doc)
  if (body.length * 3 > limits.documentBytes && Buffer.byteLength(body) > limits.documentBytes) {
    throw failed(
      `an object to insert too large. size in bytes: ${Buffer.byteLength(body)}, max size: ${limits.documentBytes}`,
    )
  }
  return body
}

/** A new document with its `_id` in the first place; one is made where it has none, as the platform makes it. */
export function withId(data: unknown): Doc {
  if (!isDoc(data)) throw invalid('参数必需是非空对象')
  const id = data._id === undefined ? randomBytes(16).toString('hex') : data._id
  checkId(id)
  const doc: Doc = { _id: id }
  for (const field of Object.keys(data)) if (field !== '_id') setField(doc, field, data[field])
  return doc
}

/** A document that takes the place of another: all but `_id` comes from the data. */
export const replacing = (id: unknown, data: Doc): Doc => withId({ ...data, _id: id })
