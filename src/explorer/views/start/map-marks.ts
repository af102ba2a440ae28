import type { ExplorerStartQuery } from '../../generated/graphql.js'
import type { Counted } from '../../map/areas.js'
import { type Lying, pointOf } from '../../map/point-of.js'
import type { Mark } from '../../map/region-map.js'

type Venture = ExplorerStartQuery['establishments']['nodes'][number]

/** A municipality, and how much of what is counted there is in it. */
export interface Counting extends Lying {
  readonly id: string
  readonly name: string
  readonly population: number | null
  readonly value: number | null
  readonly label: string
  readonly href: string
}

/** Radius on the map that a job takes under the root: areas can be compared. */
const RADIUS_OF_A_JOB = 0.25
/** The radius of the municipality with most of what is counted, and of one with none. */
const LARGEST = 22
const LEAST = 2

/** The ventures that have a place, each as large as its jobs are many. */
export function ventureMarks(
  ventures: readonly Venture[],
  link: (id: string) => string,
  labelled: (name: string, jobs: number, place: string) => string,
): Mark[] {
  return ventures.flatMap(({ id, name, totalJobs, municipality }): Mark[] => {
    const point = municipality && pointOf(municipality)
    if (!point) return []
    return [
      {
        key: id,
        ...point,
        radius: RADIUS_OF_A_JOB * Math.sqrt(totalJobs),
        label: labelled(name, totalJobs, municipality.name),
        href: link(id),
        meaning: 'venture',
      },
    ]
  })
}

const meanings: Readonly<Record<Counted, Mark['meaning']>> = { jobs: 'venture', gaps: 'actor', firms: 'firm' }

/** Municipalities as marks, where the region has no outlines to colour. */
export function placeMarks(places: readonly Counting[], of: Counted): Mark[] {
  const most = Math.max(1, ...places.map(({ value }) => value ?? 0))
  return places.flatMap(({ id, value, label, href, ...lying }): Mark[] => {
    const point = pointOf(lying)
    if (!point) return []
    const radius = Math.max(LEAST, LARGEST * Math.sqrt((value ?? 0) / most))
    return [{ key: id, ...point, radius, label, href, meaning: meanings[of] }]
  })
}
