import type { Drag } from './drag'

/** From here on, in px, it is a drag and no longer a press on what lies under the pointer. */
const DRAG_FROM = 4

interface Held {
  id: number
  x: number
  y: number
  dragging: boolean
}

/** Props that make an element draggable with a finger, a pen or a mouse, also when the pointer leaves it. */
export function draggable(drag: Drag): Record<string, unknown> {
  let held: Held | undefined
  const end = () => {
    if (held?.dragging) drag.end()
    held = undefined
  }
  return {
    onPointerDown: ({ pointerId, clientX, clientY, isPrimary, button }: PointerEvent) => {
      if (!isPrimary || button !== 0) return
      held = { id: pointerId, x: clientX, y: clientY, dragging: false }
      drag.start()
    },
    onPointerMove: ({ pointerId, clientX, clientY, currentTarget }: PointerEvent) => {
      if (held?.id !== pointerId) return
      const [dx, dy] = [clientX - held.x, clientY - held.y]
      if (!held.dragging && Math.hypot(dx, dy) < DRAG_FROM) return
      // Only now: an element that holds the pointer gets the click as well.
      if (!held.dragging && currentTarget instanceof Element) currentTarget.setPointerCapture(pointerId)
      held = { id: pointerId, x: clientX, y: clientY, dragging: true }
      drag.move(dx, dy)
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}
