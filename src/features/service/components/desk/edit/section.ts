import type { DayField, DayForm } from './day-form'

/** What every section of the form is given. */
export interface SectionProps {
  form: DayForm
  problems: Partial<Record<DayField, string>>
  set: (values: Partial<DayForm>) => void
  /** A published day keeps its times and people here; they change by moving it. */
  fixed: boolean
}
