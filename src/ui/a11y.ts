type Live = 'polite' | 'assertive'

/** What a screen reader is told about an element. */
export interface Spoken {
  role?: string
  label?: string
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  expanded?: boolean
  modal?: boolean
  live?: Live
  hidden?: boolean
}

const states = ['label', 'checked', 'selected', 'disabled', 'expanded', 'modal', 'live', 'hidden'] as const

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
}

/** Makes an element reachable by the browser's Tab key and pressable by Enter and Space; WeChat has no keyboard. */
export function keyboard(onPress: (() => void) | undefined, enabled = true): Record<string, unknown> {
  if (process.env.TARO_ENV === 'weapp') return {}
  const onKeyDown = (event: KeyPress) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPress?.()
  }
  return { tabIndex: enabled ? '0' : '-1', onKeyDown }
}
