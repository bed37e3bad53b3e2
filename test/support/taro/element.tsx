import { createElement, forwardRef, type CSSProperties, type ReactNode, type SyntheticEvent } from 'react'

/** What Taro hands to a listener: a type, a detail, and the element it came from. */
export type PlatformEvent = {
  type: string
  detail: unknown
  target: EventTarget
  currentTarget: EventTarget
  stopPropagation(): void
  preventDefault(): void
}
export type PlatformListener = (event: PlatformEvent) => void
export type Props = Record<string, unknown> & { children?: ReactNode; style?: CSSProperties | string }

const passes = /^(id|className|role|tabIndex|title|hidden|lang|data-|aria-)/

/** Only what a DOM element understands, and the platform's own spelling translated: `aria-role`, `ariaLabel`, style written as text. */
export function domProps({ style, ariaLabel, 'aria-role': ariaRole, ...props }: Props): Record<string, unknown> {
  const kept = Object.entries(props).filter(([name, value]) => passes.test(name) && typeof value !== 'function')
  const role = typeof ariaRole === 'string' ? ariaRole : undefined
  return {
    ...(role === undefined ? {} : { role }),
    ...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel }),
    ...Object.fromEntries(kept),
    style: typeof style === 'string' ? parseStyle(style) : style,
  }
}

function parseStyle(text: string): CSSProperties {
  const rules = text.split(';').filter((rule) => rule.includes(':'))
  return Object.fromEntries(
    rules.map((rule) => {
      const [name = '', ...value] = rule.split(':')
      const key = name.trim()
      return [
        key.startsWith('--') ? key : key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
        value.join(':').trim(),
      ]
    }),
  )
}

/** Calls a listener prop, if there is one, with an event of the platform's shape. */
export function tell(listener: unknown, type: string, event: SyntheticEvent, detail: unknown = {}): void {
  if (typeof listener !== 'function') return
  ;(listener as PlatformListener)({
    type,
    detail,
    target: event.target,
    currentTarget: event.currentTarget,
    stopPropagation: () => event.stopPropagation(),
    preventDefault: () => event.preventDefault(),
  })
}

/** Touch listeners every component takes. */
export function touchProps(props: Props): Record<string, unknown> {
  const on = (name: string, type: string) =>
    props[name] === undefined ? undefined : (event: SyntheticEvent) => tell(props[name], type, event, { x: 0, y: 0 })
  return {
    onClick: on('onClick', 'tap'),
    onContextMenu: on('onLongPress', 'longpress'),
    onTouchStart: on('onTouchStart', 'touchstart'),
    onTouchMove: on('onTouchMove', 'touchmove'),
    onTouchEnd: on('onTouchEnd', 'touchend'),
  }
}

/** A component that is nothing but an element with children. */
export function plain(tag: string, displayName: string, extra: (props: Props) => Record<string, unknown> = () => ({})) {
  const Plain = forwardRef<HTMLElement, Props>((props, ref) =>
    createElement(tag, { ...domProps(props), ...touchProps(props), ...extra(props), ref }, props.children as ReactNode),
  )
  return Object.assign(Plain, { displayName })
}
