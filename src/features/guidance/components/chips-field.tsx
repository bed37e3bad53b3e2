import { Field } from '@/ui/field'
import { Chips, type SegmentedProps } from '@/ui/segmented'

/** One of several short words, under its label. */
export function ChipsField<Value extends string>(props: SegmentedProps<Value>) {
  return (
    <Field label={props.label}>
      <Chips {...props} />
    </Field>
  )
}
