/** What a finger does on a thing that can be dragged, in px. */
export interface Drag {
  start(): void
  move(dx: number, dy: number): void
  end(): void
}

interface Touch {
  clientX: number
  clientY: number
}
interface TouchList {
  touches?: readonly Touch[]
}

/** Props that make an element draggable. In WeChat the page does not scroll with the finger meanwhile. */
export function draggable(drag: Drag): Record<string, unknown> {
  let at: Touch | undefined
  return {
    catchMove: true,
    onTouchStart: ({ touches }: TouchList) => {
      at = touches?.[0]
      drag.start()
    },
    onTouchMove: ({ touches }: TouchList) => {
      const next = touches?.[0]
      if (!next) return
      if (at) drag.move(next.clientX - at.clientX, next.clientY - at.clientY)
      at = next
    },
    onTouchEnd: () => drag.end(),
    onTouchCancel: () => drag.end(),
  }
}
