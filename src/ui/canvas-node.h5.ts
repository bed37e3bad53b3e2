import type { CanvasNode } from './canvas-node'

export type { CanvasNode }

const TRIES = 20
const PAUSE_MS = 30

/** The canvas inside Taro's own element, which makes it a moment after it is mounted. */
export async function findCanvas(id: string): Promise<CanvasNode | undefined> {
  for (let left = TRIES; left > 0; left -= 1) {
    const node = document.getElementById(id)?.querySelector('canvas')
    if (node) return node
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return undefined
}
