import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Size } from './places.js'

/** How large an element is, in whole units; null until it is known. */
export function useSize(element: RefObject<HTMLElement>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const watch = new ResizeObserver(() => {
      const [width, height] = [current.clientWidth, current.clientHeight]
      // On paper and where it is hidden it has none of its own.
      if (width > 0 && height > 0) {
        setSize((known) => (known?.width === width && known.height === height ? known : { width, height }))
      }
    })
    watch.observe(current)
    return () => watch.disconnect()
  }, [element])
  return size
}
