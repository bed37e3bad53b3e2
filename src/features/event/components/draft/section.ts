import type { FieldProblems } from './draft-check'
import type { DraftForm } from './draft-form'

/** What every section of the form is given. */
export interface SectionProps {
  form: DraftForm
  problems: FieldProblems
  /** Puts in new values of some fields. */
  set: (values: Partial<DraftForm>) => void
  /** Changes several fields that hang together. */
  change: (change: (form: DraftForm) => DraftForm) => void
}
