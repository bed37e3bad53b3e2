/** Moves the keyboard's focus to an element and answers how to give it back. WeChat has no keyboard focus to move. */
export function takeFocus(_id: string): () => void {
  return () => undefined
}
