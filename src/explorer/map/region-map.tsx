import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { useRegion } from '../region.js'
import { cornersOf, pathsOf } from './outline-paths.js'
import { type Frame, frameOf, type Point } from './projection.js'

/** Something drawn at a place: a circle whose area shows how much. */
export interface Mark {
  readonly key: string
  readonly longitude: number
  readonly latitude: number
  /** Radius in units of the drawing. */
  readonly radius: number
  readonly label: string
  readonly href: string
  readonly meaning: 'venture' | 'actor' | 'firm'
}

/**
 * The region's municipalities with marks on them; marks alone where the region has no outlines.
 * @param fill the colour of a municipality by its id; the map's plain one where null.
 */
export function RegionMap({
  title,
  marks,
  fill,
  children,
}: {
  readonly title: string
  readonly marks: readonly Mark[]
  readonly fill?: (municipality: string) => string | null
  readonly children?: ComponentChildren
}) {
  const { outlines } = useRegion()
  const frame = useMemo(() => frameOf(outlines ? cornersOf(outlines) : marks.map(placeOf)), [outlines, marks])
  const land = useMemo(() => (outlines ? pathsOf(outlines, frame) : []), [outlines, frame])
  return (
    <section class="region-map" aria-label={title}>
      <svg viewBox={`0 0 ${Math.round(frame.width)} ${Math.round(frame.height)}`}>
        <title>{title}</title>
        <g class="map-land">
          {land.map(({ municipality, path }) => (
            <path key={municipality} d={path} style={styleOf(fill?.(municipality) ?? null)} />
          ))}
        </g>
        {spread(marks, frame).map(({ mark, point }) => (
          <a key={mark.key} href={mark.href} aria-label={mark.label}>
            <title>{mark.label}</title>
            <circle class={`mark-${mark.meaning}`} cx={point.x} cy={point.y} r={mark.radius} />
          </a>
        ))}
      </svg>
      {children}
    </section>
  )
}

const placeOf = ({ longitude, latitude }: Mark) => [longitude, latitude] as const

const styleOf = (fill: string | null) => (fill === null ? undefined : { fill })

interface Placed {
  readonly mark: Mark
  readonly point: Point
}

/** Marks at their places, the largest first so that smaller ones lie above; those of one place stand beside one another. */
function spread(marks: readonly Mark[], frame: Frame): Placed[] {
  const ordered = marks.toSorted((left, right) => right.radius - left.radius)
  const placed: Placed[] = []
  for (const mark of ordered) {
    const point = frame.place(placeOf(mark))
    const covering = placed.filter((each) => each.mark.meaning === mark.meaning && touches(each, mark, point))
    const shift = covering.reduce((sum, each) => sum + each.mark.radius + mark.radius, 0)
    placed.push({ mark, point: { x: point.x + shift, y: point.y } })
  }
  return placed
}

function touches({ mark, point }: Placed, other: Mark, at: Point): boolean {
  return Math.hypot(point.x - at.x, point.y - at.y) < Math.max(mark.radius, other.radius)
}
