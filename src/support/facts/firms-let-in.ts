import { type SizeClass, type SizeRule, sizeClasses, sizeClassIn } from '../../classification/size-class.js'
import type { QueryValue } from '../../graph/query.js'
import { related, relatedAtAll } from '../../graph/related.js'
import type { SectorHierarchy } from '../../reference/sectors.js'
import type { Geography } from './geography.js'
import type { Limit } from './limits.js'
import { judgeLimit } from './reach.js'
import { knownByPlace, type Standing, standing, standingOfPlaces, standingOfSize } from './sme.js'
import { judgeTerm } from './terms.js'
import type { Way } from './ways.js'

/**
 * For whom a way is, as lists that a statement can hold firms against: what `judgeWay` says of an SME of which only the
 * place is known, only the sector, only the size class. Null lets every SME through; what is not known of one does not
 * exclude it.
 */
export interface FirmsLetIn {
  readonly places: LetInPlaces | null
  /** Places where it cannot be had: none of them may be the SME's. */
  readonly excluded: readonly string[]
  readonly sectors: readonly string[] | null
  readonly sizes: readonly SizeClass[] | null
  /** By which a firm's figures make its class. */
  readonly sizeRule: SizeRule
  readonly employees: FigureLimit
  /** SEK million. */
  readonly turnover: FigureLimit
}

/** Municipalities and counties whose SMEs are let through. */
export interface LetInPlaces {
  /** An SME that lies in one of these is. */
  readonly certain: readonly string[]
  /** Counties of which a part is served: an SME of which no more is known may lie there. */
  readonly perhaps: readonly string[]
}

/** The least and most of a figure; null for no limit. */
interface FigureLimit {
  readonly from: number | null
  readonly to: number | null
}

/** Where SMEs stand of which only the place is known, only the sector, or only the size class; by these. */
export interface Standings {
  readonly places: ReadonlyMap<string, Standing>
  readonly anywhere: Standing
  readonly sectors: ReadonlyMap<string, Standing>
  readonly sizes: ReadonlyMap<SizeClass, Standing>
  /** How a firm's size class follows from its figures. */
  readonly sizeRule: SizeRule
}

/** Every such standing that there is. */
export function standingsIn(geography: Geography, hierarchy: SectorHierarchy): Standings {
  return {
    places: new Map([...geography.places.keys()].map((id) => [id, standingOfPlaces([id], geography)])),
    anywhere: standingOfPlaces([], geography),
    sectors: new Map([...hierarchy.sectors()].map((id) => [id, standing([...hierarchy.wholesOf(id)])])),
    sizes: new Map(sizeClasses.map((size) => [size, standingOfSize(size)])),
    sizeRule: geography.sizeRule,
  }
}

/** Whom a way lets in; null for nobody. */
export function firmsLetIn({ limits, terms }: Way, standings: Standings): FirmsLetIn | null {
  const { places, anywhere, sectors, sizes, sizeRule } = standings
  const inPlaces = letThrough(limits.places, places, anywhere)
  const inSectors = letThrough(limits.sectors, sectors, standing([]))
  const ofSizes = letThrough(limits.sizes, sizes, standing([]))
  const excluded = terms.filter((term) => term.kind === 'EXCLUDED_PLACES')
  const isExcluded = (where: Standing) => excluded.some((term) => judgeTerm(term, knownByPlace(where)) === 'FAILED')
  if (inPlaces === 'NOBODY' || inSectors === 'NOBODY' || ofSizes === 'NOBODY' || isExcluded(anywhere)) return null
  return {
    places: inPlaces,
    excluded: [...places].filter(([, where]) => isExcluded(where)).map(([id]) => id),
    sectors: inSectors?.certain.toSorted() ?? null,
    sizes: ofSizes && [...sizes.keys()].filter((size) => [...ofSizes.certain, ...ofSizes.perhaps].includes(size)),
    sizeRule,
    employees: rangeOf('EMPLOYEES', terms),
    turnover: rangeOf('TURNOVER', terms),
  }
}

/**
 * Null where a limit lets everyone through.
 * @param standings where SMEs of each place, sector or size class stand.
 * @param unknown where one of which none is known does.
 */
function letThrough(
  limit: Limit,
  standings: ReadonlyMap<string, Standing>,
  unknown: Standing,
): LetInPlaces | 'NOBODY' | null {
  const ofAll = judgeLimit(limit, unknown).verdict
  if (ofAll !== 'UNKNOWN') return ofAll === 'MET' ? null : 'NOBODY'
  const judged = [...standings].map(([id, where]) => ({ id, ...judgeLimit(limit, where) }))
  return {
    certain: judged.filter(({ verdict }) => verdict === 'MET').map(({ id }) => id),
    perhaps: judged.filter(({ verdict }) => verdict === 'UNKNOWN').map(({ id }) => id),
  }
}

function rangeOf(kind: 'EMPLOYEES' | 'TURNOVER', terms: Way['terms']): FigureLimit {
  const range = terms.find((term) => term.kind === kind)
  return range?.kind === kind ? { from: range.from, to: range.to } : { from: null, to: null }
}

/** Makes a parameter of a value and returns how a statement names it. */
export type Bind = (value: QueryValue) => string

/** The condition on a firm's node that a way lets it in. */
export function isLetIn(firm: string, letIn: FirmsLetIn, bind: Bind): string {
  const { places, excluded, sectors, sizes, sizeRule, employees, turnover } = letIn
  const conditions = [
    ...(places ? [liesIn(firm, places, bind)] : []),
    ...(excluded.length > 0 ? [`NOT ${related(firm, 'LOCATED_IN', 'Place', bind(excluded))}`] : []),
    ...(sectors ? [isIn(firm, sectors, bind)] : []),
    ...(sizes ? [`${sizeClassIn(sizeRule, firm)} IN ${bind(sizes)}`] : []),
    ...within(`${firm}.employees`, employees, bind),
    ...within(`${firm}.turnover`, turnover, bind),
  ]
  return conditions.join(' AND ')
}

/** A firm that lies in no known place may lie in any, and one of which only the county is known in any part of it. */
function liesIn(firm: string, { certain, perhaps }: LetInPlaces, bind: Bind): string {
  const ways = [`NOT ${relatedAtAll(firm, 'LOCATED_IN', 'Place')}`]
  if (certain.length > 0) ways.push(related(firm, 'LOCATED_IN', 'Place', bind(certain)))
  if (perhaps.length > 0) {
    const inCounty = related(firm, 'LOCATED_IN', 'Place', bind(perhaps))
    ways.push(`(${inCounty} AND NOT ${relatedAtAll(firm, 'LOCATED_IN', 'Municipality')})`)
  }
  return `(${ways.join(' OR ')})`
}

/** A firm of no known sector may be in any. */
function isIn(firm: string, sectors: readonly string[], bind: Bind): string {
  const inNone = `NOT ${relatedAtAll(firm, 'IN_SECTOR', 'Sector')}`
  return sectors.length > 0 ? `(${related(firm, 'IN_SECTOR', 'Sector', bind(sectors))} OR ${inNone})` : inNone
}

function within(figure: string, { from, to }: FigureLimit, bind: Bind): string[] {
  return [
    ...(from === null ? [] : [`(${figure} IS NULL OR ${figure} >= ${bind(from)})`]),
    ...(to === null ? [] : [`(${figure} IS NULL OR ${figure} <= ${bind(to)})`]),
  ]
}
