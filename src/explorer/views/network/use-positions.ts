import { useEffect, useRef, useState } from 'preact/hooks'
import type { LayoutRound, LayoutTask } from './layout.js'
import type { Line } from './lines.js'
import { fitted, inSteps, type Point, type Size } from './places.js'
import type { ShownEdge } from './shown.js'

/**
 * Where the nodes of a small network stand in a drawing; null until it is known. Ways between two are laid out step by
 * step, anything else by a worker; nodes that were shown before begin where they were.
 */
export function usePositions(
  ids: readonly string[],
  lines: readonly Line<ShownEdge>[],
  ways: readonly (readonly string[])[],
  size: Size | null,
): ReadonlyMap<string, Point> | null {
  const [found, setFound] = useState<ReadonlyMap<string, Point> | null>(null)
  const known = useRef<ReadonlyMap<string, Point>>(new Map())
  const key = JSON.stringify([ids, ways, size])

  // The key stands for what is laid out.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (size === null || ids.length === 0) return
    const steps = inSteps(ways, size)
    const tell = (positions: ReadonlyMap<string, Point>) => {
      known.current = positions
      setFound(fitted(positions, size))
    }
    if (ids.every((id) => steps.has(id))) {
      tell(steps)
      return
    }
    const worker = new Worker(new URL('./layout.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data: { positions, isLast } }: MessageEvent<LayoutRound>) => {
      if (!isLast) return
      tell(new Map(ids.map((id, index) => [id, { x: positions[2 * index] ?? 0, y: positions[2 * index + 1] ?? 0 }])))
    }
    worker.postMessage(taskOf(ids, lines, (id) => steps.get(id) ?? known.current.get(id)))
    return () => worker.terminate()
  }, [key])
  return found
}

function taskOf(
  ids: readonly string[],
  lines: readonly Line<ShownEdge>[],
  begin: (id: string) => Point | undefined,
): LayoutTask {
  const places = new Map(ids.map((id, index) => [id, index]))
  const positions = new Float64Array(ids.length * 2)
  for (const [index, id] of ids.entries()) {
    // A spiral: no two begin at one place, which the forces could not part.
    const angle = index * 2.4
    const { x, y } = begin(id) ?? {
      x: Math.sqrt(index) * 40 * Math.cos(angle),
      y: Math.sqrt(index) * 40 * Math.sin(angle),
    }
    positions[2 * index] = x
    positions[2 * index + 1] = y
  }
  const pairs = lines.flatMap(({ one, other }) => [places.get(one) ?? 0, places.get(other) ?? 0])
  return { positions, pairs: Uint32Array.from(pairs) }
}
