import {
  createElement,
  forwardRef,
  useEffect,
  useState,
  type ChangeEvent,
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
} from 'react'
import { domProps, tell, touchProps, type Props } from './element'

type Field = HTMLInputElement | HTMLTextAreaElement

/** WeChat cuts a field off at 140 characters unless told otherwise; -1 means without end. */
const DEFAULT_MAXLENGTH = 140

function fieldProps(props: Props): Record<string, unknown> {
  const { value, defaultValue, maxlength = DEFAULT_MAXLENGTH, disabled, name, placeholder } = props
  const detail = (event: { target: EventTarget }) => ({ value: (event.target as Field).value, cursor: 0 })
  return {
    ...domProps(props),
    ...(value === undefined ? { defaultValue } : { value: String(value) }),
    name,
    placeholder,
    disabled: Boolean(disabled),
    maxLength: Number(maxlength) < 0 ? undefined : Number(maxlength),
    onChange: (event: ChangeEvent<Field>) => tell(props['onInput'], 'input', event, detail(event)),
    onFocus: (event: FocusEvent<Field>) => tell(props['onFocus'], 'focus', event, detail(event)),
    onBlur: (event: FocusEvent<Field>) => tell(props['onBlur'], 'blur', event, detail(event)),
    onClick: touchProps(props)['onClick'],
  }
}

export const Input = forwardRef<HTMLInputElement, Props>((props, ref) => {
  const confirm = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') tell(props['onConfirm'], 'confirm', event, { value: event.currentTarget.value })
  }
  const type = props['password'] === true || props['type'] === 'safe-password' ? 'password' : 'text'
  const numeric = props['type'] === 'number' || props['type'] === 'digit' || props['type'] === 'idcard'
  return (
    <input {...fieldProps(props)} ref={ref} type={type} inputMode={numeric ? 'numeric' : 'text'} onKeyDown={confirm} />
  )
})
Input.displayName = 'Input'

export const Textarea = forwardRef<HTMLTextAreaElement, Props>((props, ref) => (
  <textarea {...fieldProps(props)} ref={ref} />
))
Textarea.displayName = 'Textarea'

/** The platform's own toggles move by themselves and tell; a new `checked` from the page moves them again. */
function useToggle(checked: unknown) {
  const [on, setOn] = useState(checked === true)
  useEffect(() => setOn(checked === true), [checked])
  return [on, setOn] as const
}

export function Switch(props: Props) {
  const [on, setOn] = useToggle(props['checked'])
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setOn(event.target.checked)
    tell(props['onChange'], 'change', event, { value: event.target.checked })
  }
  return (
    <input
      {...domProps(props)}
      type="checkbox"
      role="switch"
      checked={on}
      disabled={Boolean(props['disabled'])}
      onChange={change}
    />
  )
}

export function Checkbox(props: Props) {
  const [on, setOn] = useToggle(props['checked'])
  return (
    <label {...domProps({ className: props['className'], id: props['id'] })}>
      <input
        {...domProps({ 'aria-label': props['aria-label'] })}
        type="checkbox"
        value={String(props['value'] ?? '')}
        checked={on}
        disabled={Boolean(props['disabled'])}
        onChange={(event) => setOn(event.target.checked)}
      />
      {props.children}
    </label>
  )
}

export function Radio(props: Props) {
  return (
    <label {...domProps({ className: props['className'], id: props['id'] })}>
      <input
        type="radio"
        name={String(props['name'] ?? 'radio')}
        value={String(props['value'] ?? '')}
        defaultChecked={props['checked'] === true}
        disabled={Boolean(props['disabled'])}
      />
      {props.children}
    </label>
  )
}

export function CheckboxGroup(props: Props) {
  const change = (event: FormEvent<HTMLDivElement>) => {
    const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
    tell(props['onChange'], 'change', event, { value: boxes.filter((box) => box.checked).map((box) => box.value) })
  }
  return (
    <div {...domProps(props)} role="group" onChange={change}>
      {props.children}
    </div>
  )
}

export function RadioGroup(props: Props) {
  const change = (event: FormEvent<HTMLDivElement>) =>
    tell(props['onChange'], 'change', event, { value: (event.target as HTMLInputElement).value })
  return (
    <div {...domProps(props)} role="radiogroup" onChange={change}>
      {props.children}
    </div>
  )
}

export function Form(props: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    tell(props['onSubmit'], 'submit', event, { value: Object.fromEntries(new FormData(event.currentTarget)) })
  }
  return (
    <form {...domProps(props)} onSubmit={submit} onReset={(event) => tell(props['onReset'], 'reset', event)}>
      {props.children}
    </form>
  )
}

export function Slider(props: Props) {
  const change = (event: ChangeEvent<HTMLInputElement>) =>
    tell(props['onChange'], 'change', event, { value: Number(event.target.value) })
  const { min = 0, max = 100, step = 1, value = 0 } = props
  return createElement('input', {
    ...domProps(props),
    type: 'range',
    min,
    max,
    step,
    defaultValue: value,
    onChange: change,
  })
}
