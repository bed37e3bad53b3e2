import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { spoken } from './a11y'
import { findCanvas, type CanvasNode } from './canvas-node'

export interface QrCanvasProps {
  /** Rows of modules, true is dark; without the quiet zone, which is drawn around it. */
  matrix: readonly (readonly boolean[])[]
  /** Edge in CSS px, quiet zone included. */
  size: number
  /** What it is for: 签到码 */
  label: string
  id?: string
}

/** Modules of white that a reader needs on every side. */
const QUIET_ZONE = 4
const MOST_PIXELS_PER_PX = 3

/** A QR code in black on white, its modules whole pixels, so that a camera sees sharp edges from far away. */
export function QrCanvas({ matrix, size, label, id = 'qr-canvas' }: QrCanvasProps) {
  useEffect(() => {
    let current = true
    void findCanvas(id).then((canvas) => {
      if (current && canvas) drawQr(canvas, matrix, size)
    })
    return () => {
      current = false
    }
  }, [matrix, size, id])
  const edge = `${size}px`
  return (
    <Canvas
      type="2d"
      id={id}
      canvasId={id}
      style={{ display: 'block', margin: '0 auto', width: edge, height: edge }}
      {...spoken({ role: 'img', label })}
    />
  )
}

/** Draws the modules onto a canvas of `size` CSS px. What is left over by whole pixels goes to the quiet zone. */
export function drawQr(canvas: CanvasNode, matrix: QrCanvasProps['matrix'], size: number): void {
  const density = Math.min(Taro.getWindowInfo().pixelRatio || 1, MOST_PIXELS_PER_PX)
  const edge = Math.round(size * density)
  const module = Math.max(1, Math.floor(edge / (matrix.length + 2 * QUIET_ZONE)))
  const start = Math.floor((edge - module * matrix.length) / 2)
  canvas.width = edge
  canvas.height = edge
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, edge, edge)
  pen.fillStyle = '#000000'
  matrix.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(start + x * module, start + y * module, module, module)
    }),
  )
}
