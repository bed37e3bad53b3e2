import { parse } from './ejson'
import type { Doc } from './value'

/** A stored document: its place in the order of insertion, and its text in extended JSON, read when it is first needed. */
export class Row {
  readonly #read: (seq: number) => string
  #body: string | undefined

  /**
   * @param read reads the text at a place
   * @param body the text, where it is at hand already
   * @param key the key of the index entry by which the row was met
   */
  constructor(
    readonly seq: number,
    read: (seq: number) => string,
    body?: string,
    readonly key?: Buffer,
  ) {
    this.#read = read
    this.#body = body
  }

  get isRead(): boolean {
    return this.#body !== undefined
  }

  get body(): string {
    return (this.#body ??= this.#read(this.seq))
  }
}

/** The document of a row. */
export const docOf = (row: Row): Doc => parse(row.body) as Doc

/** A found document. It is read and parsed only where the search itself or its answer needs to. */
export class Found {
  #doc: Doc | undefined

  constructor(readonly row: Row) {}

  doc(): Doc {
    return (this.#doc ??= docOf(this.row))
  }
}
