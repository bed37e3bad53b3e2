/** Taro's elements are hidden, and cannot take the focus, until they have set themselves up: a frame or two. */
const SETTLED_MS = 60

/** Moves the keyboard's focus to an element just mounted and answers how to give it back. */
export function takeFocus(id: string): () => void {
  const before = document.activeElement
  const timer = setTimeout(() => document.getElementById(id)?.focus(), SETTLED_MS)
  return () => {
    clearTimeout(timer)
    if (before instanceof HTMLElement) before.focus()
  }
}
