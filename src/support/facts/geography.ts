import type { SizeRule } from '../../classification/size-class.js'
import type { Position } from '../../places/great-circle.js'
import type { NamedPlace } from './limits.js'

/** A place with what the rules ask of it. */
export interface Place extends NamedPlace {
  /** Itself and the places that hold it. */
  readonly within: ReadonlySet<string>
  /** On the day that the region's populations are of; null where it is not known. */
  readonly population: number | null
  /** Of a municipality: neither at the coast nor with a venture's site. */
  readonly inland: boolean
  /** Of a municipality; null where it is not known. */
  readonly position: Position | null
}

/** Every municipality among some places. */
export const municipalitiesAmong = (places: ReadonlyMap<string, Place>): Place[] =>
  [...places.values()].filter(({ level }) => level === 'LOCAL')

/** Where SMEs can lie. */
export interface Geography {
  /** In which every SME of the graph lies, whatever else is known of it. */
  readonly country: string
  readonly places: ReadonlyMap<string, Place>
  /** By which their figures make their size class. */
  readonly sizeRule: SizeRule
}
