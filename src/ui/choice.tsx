import { View } from '@tarojs/components'
import { spoken } from './a11y'
import { classes } from './classes'
import { Field } from './field'
import { Icon } from './icon'
import { Pressable } from './pressable'
import './choice.scss'

export interface Option<Value extends string> {
  value: Value
  words: string
  note?: string
  disabled?: boolean
}

interface Common<Value extends string> {
  label: string
  options: readonly Option<Value>[]
  hint?: string
  error?: string
  optional?: boolean
}

export interface ChoiceProps<Value extends string> extends Common<Value> {
  value: Value | undefined
  onChange: (value: Value) => void
}

export interface ChecksProps<Value extends string> extends Common<Value> {
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

/** One of several, all in sight. */
export function Choice<Value extends string>({ value, onChange, ...props }: ChoiceProps<Value>) {
  return <Options {...props} kind="radio" chosen={(option) => option === value} onPick={onChange} />
}

/** Any of several. */
export function Checks<Value extends string>({ value, onChange, ...props }: ChecksProps<Value>) {
  const toggle = (option: Value) =>
    onChange(value.includes(option) ? value.filter((other) => other !== option) : [...value, option])
  return <Options {...props} kind="checkbox" chosen={(option) => value.includes(option)} onPick={toggle} />
}

interface OptionsProps<Value extends string> extends Common<Value> {
  kind: 'radio' | 'checkbox'
  chosen: (value: Value) => boolean
  onPick: (value: Value) => void
}

function Options<Value extends string>({ options, kind, chosen, onPick, ...field }: OptionsProps<Value>) {
  return (
    <Field {...field}>
      <View className="choice" {...spoken({ role: kind === 'radio' ? 'radiogroup' : 'group', label: field.label })}>
        {options.map(({ value, words, note, disabled }) => (
          <Pressable
            key={value}
            className={classes('choice__option', chosen(value) && 'choice__option--chosen')}
            role={kind}
            label={note ? `${words}，${note}` : words}
            checked={chosen(value)}
            disabled={disabled}
            onPress={() => onPick(value)}
          >
            <View className={`choice__mark choice__mark--${kind}`}>{chosen(value) && <Icon name="check" />}</View>
            <View className="choice__words">
              <View>{words}</View>
              {note && <View className="choice__note">{note}</View>}
            </View>
          </Pressable>
        ))}
      </View>
    </Field>
  )
}
