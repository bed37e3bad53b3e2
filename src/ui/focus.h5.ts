/* eslint-disable no-restricted-globals -- this file is only in the browser build */

/** Moves the keyboard's focus to an element and answers how to give it back. */
export function takeFocus(id: string): () => void {
  const before = document.activeElement
  document.getElementById(id)?.focus()
  return () => {
    if (before instanceof HTMLElement) before.focus()
  }
}
