import type { ChangeEvent } from 'react'
import { domProps, tell, touchProps, type Props } from './element'

const options = (range: unknown, key: unknown) =>
  (Array.isArray(range) ? (range as unknown[]) : []).map((item, index) => (
    <option key={index} value={index}>
      {String(
        typeof key === 'string' && item !== null && typeof item === 'object'
          ? (item as Record<string, unknown>)[key]
          : item,
      )}
    </option>
  ))

/** The platform's wheel: its values are text in WeChat (an index, `HH:mm`, `YYYY-MM-DD`), so a page that counts on numbers is caught here. */
export function Picker(props: Props) {
  const { mode = 'selector', range, rangeKey, value, disabled } = props
  const label = typeof props['aria-label'] === 'string' ? props['aria-label'] : 'picker'
  const change = (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    tell(props['onChange'], 'change', event, { value: event.target.value })
  const common = { 'aria-label': label, disabled: Boolean(disabled), onChange: change }
  return (
    <div {...domProps({ ...props, 'aria-label': undefined })} {...touchProps(props)}>
      {props.children}
      {mode === 'selector' && (
        <select {...common} value={String(value ?? 0)}>
          {options(range, rangeKey)}
        </select>
      )}
      {mode === 'multiSelector' && <Columns {...props} label={label} />}
      {(mode === 'date' || mode === 'time') && <input {...common} type={mode} value={String(value ?? '')} />}
    </div>
  )
}

function Columns({ range, rangeKey, value, label, onChange, onColumnChange }: Props & { label: string }) {
  const columns = Array.isArray(range) ? (range as unknown[]) : []
  const chosen = columns.map((_, index) => Number((value as unknown[] | undefined)?.[index] ?? 0))
  return columns.map((column, index) => (
    <select
      key={index}
      aria-label={`${label} ${index + 1}`}
      value={chosen[index]}
      onChange={(event) => {
        const picked = Number(event.target.value)
        tell(onColumnChange, 'columnchange', event, { column: index, value: picked })
        tell(onChange, 'change', event, { value: chosen.map((old, at) => (at === index ? picked : old)) })
      }}
    >
      {options(column, rangeKey)}
    </select>
  ))
}
