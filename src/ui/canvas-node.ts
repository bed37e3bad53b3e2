import Taro from '@tarojs/taro'

/** What both platforms' canvases have in common. */
export interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
}

const TRIES = 20
const PAUSE_MS = 30

/** The canvas behind `<Canvas type="2d" id=…>`, once the view layer has made it; undefined when it does not within about a second. */
export async function findCanvas(id: string): Promise<CanvasNode | undefined> {
  for (let left = TRIES; left > 0; left -= 1) {
    const node = await query(id)
    if (node) return node
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return undefined
}

function query(id: string): Promise<CanvasNode | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((answers: ({ node?: CanvasNode } | null)[]) => resolve(answers[0]?.node ?? undefined))
  })
}
