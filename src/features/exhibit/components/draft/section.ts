import type { ExhibitKind } from '@/domain/exhibit/rules'
import type { FieldProblems } from './exhibit-check'
import type { ExhibitForm } from './exhibit-form'

/** What every section of the form is given. */
export interface SectionProps {
  kind: ExhibitKind
  form: ExhibitForm
  problems: FieldProblems
  /** Puts in new values of some fields. */
  set: (values: Partial<ExhibitForm>) => void
  /** Changes several fields that hang together, or what has come in the meantime. */
  change: (change: (form: ExhibitForm) => ExhibitForm) => void
}
