import type { ComponentChildren } from 'preact'
import outlines from './outlines.json'
import { type Point, project } from './projection.js'

const WIDTH = 480
const HEIGHT = 640

/** Something drawn at a place: a circle whose area shows how much. */
export interface Mark {
  readonly key: string
  readonly longitude: number
  readonly latitude: number
  /** Radius in kilometres of the map. */
  readonly radius: number
  readonly label: string
  readonly href: string
  readonly meaning: 'venture' | 'actor' | 'firm'
}

/**
 * The two counties' municipalities with marks on them.
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
  return (
    <section class="region-map" aria-label={title}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title>{title}</title>
        <g class="map-land">
          {Object.entries(outlines).map(([municipality, path]) => (
            <path key={municipality} d={path} style={styleOf(fill?.(municipality) ?? null)} />
          ))}
        </g>
        {spread(marks).map(({ mark, point }) => (
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

const styleOf = (fill: string | null) => (fill === null ? undefined : { fill })

interface Placed {
  readonly mark: Mark
  readonly point: Point
}

/** Marks at their places, the largest first so that smaller ones lie above; those of one place stand beside one another. */
function spread(marks: readonly Mark[]): Placed[] {
  const ordered = marks.toSorted((left, right) => right.radius - left.radius)
  const placed: Placed[] = []
  for (const mark of ordered) {
    const point = project(mark.longitude, mark.latitude)
    const covering = placed.filter((each) => each.mark.meaning === mark.meaning && touches(each, mark, point))
    const shift = covering.reduce((sum, each) => sum + each.mark.radius + mark.radius, 0)
    placed.push({ mark, point: { x: point.x + shift, y: point.y } })
  }
  return placed
}

function touches({ mark, point }: Placed, other: Mark, at: Point): boolean {
  return Math.hypot(point.x - at.x, point.y - at.y) < Math.max(mark.radius, other.radius)
}
