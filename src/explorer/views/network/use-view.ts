import { useRef, useState } from 'preact/hooks'
import type { Size } from './places.js'

/** Which part of a drawing is seen: how large, and how far it was moved. */
export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

const WHOLE: View = { scale: 1, x: 0, y: 0 }
const LARGEST = 8
const SMALLEST = 0.5
/** Whoever moves a pointer less than this means to press, not to drag. */
const STILL = 4

/** A part of a drawing that is zoomed about its middle and dragged. */
export function useView(size: Size | null) {
  const [view, setView] = useState(WHOLE)
  const dragged = useRef<{ readonly x: number; readonly y: number; readonly from: View; moved: boolean } | null>(null)
  const zoom = (by: number) =>
    setView((now) => {
      const scale = Math.max(SMALLEST, Math.min(LARGEST, now.scale * by))
      const ratio = scale / now.scale
      const [x, y] = [(size?.width ?? 0) / 2, (size?.height ?? 0) / 2]
      return { scale, x: x - (x - now.x) * ratio, y: y - (y - now.y) * ratio }
    })
  return {
    view,
    zoom,
    fit: () => setView(WHOLE),
    /** Whether the pointer that was lifted last had dragged the drawing. */
    wasDragged: () => dragged.current?.moved === true,
    handlers: {
      onPointerDown: ({ clientX, clientY }: PointerEvent) => {
        dragged.current = { x: clientX, y: clientY, from: view, moved: false }
      },
      onPointerMove: ({ clientX, clientY, buttons }: PointerEvent) => {
        const { current } = dragged
        if (current === null || buttons === 0) return
        const [x, y] = [clientX - current.x, clientY - current.y]
        if (Math.hypot(x, y) > STILL) current.moved = true
        if (current.moved) setView({ ...current.from, x: current.from.x + x, y: current.from.y + y })
      },
    },
  }
}
