/** What the source of a sheet is to the work on it. */
import type { Cell, ColumnKey, SheetKind } from '@/domain/document/rules'

/** A row, and whose data it is. */
export interface SourceRow<K extends SheetKind> {
  cells: Record<ColumnKey<K>, Cell>
  /** Member ids of the people in it. */
  subjects: readonly string[]
  /** The branch or team whose people they are; empty for none. */
  home: string
}
export interface Slice<K extends SheetKind> {
  rows: SourceRow<K>[]
  next: string | null
}
export type Params = Readonly<Record<string, string>>
/** Reads the rows behind `after`, `size` at most. */
export type Source<K extends SheetKind> = (params: Params, after: string | null, size: number) => Promise<Slice<K>>
