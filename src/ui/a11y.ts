/** What a screen reader is told about an element. */
export interface Spoken {
  role?: string
  label?: string
  /** Rank of a heading. */
  level?: number
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  expanded?: boolean
  modal?: boolean
  live?: 'polite' | 'assertive'
  hidden?: boolean
}

const states = ['label', 'level', 'checked', 'selected', 'disabled', 'expanded', 'modal', 'live', 'hidden'] as const

/**
 * Accessibility attributes for either platform. WeChat reads `aria-role`, browsers read `role`; each gets only its own,
 * because in WeChat every attribute is sent to the view layer.
 */
export function spoken(says: Spoken): Record<string, string> {
  const attributes: Record<string, string> = {}
  if (says.role) attributes[process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role'] = says.role
  for (const state of states) if (says[state] !== undefined) attributes[`aria-${state}`] = String(says[state])
  return attributes
}

interface KeyPress {
  key: string
  preventDefault(): void
  stopPropagation(): void
  currentTarget: { click(): void }
}

const pressByKey = (event: KeyPress) => {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.click()
}

/** Makes an element reachable by the browser's Tab key and pressable by Enter and Space; WeChat has no keyboard. */
export function keyboard(enabled = true): Record<string, unknown> {
  if (process.env.TARO_ENV === 'weapp') return {}
  return { tabIndex: enabled ? '0' : '-1', onKeyDown: enabled ? pressByKey : undefined }
}

/** The name of a text field. In the browser the real field sits inside Taro's element and gets it from there. */
export function fieldName(label: string): Record<string, unknown> {
  const name = { 'aria-label': label }
  return process.env.TARO_ENV === 'h5' ? { nativeProps: name } : name
}
