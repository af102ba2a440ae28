import { sizeClassIn } from '../classification/size-class.js'
import type { Knowledge } from '../edition/knowledge.js'
import type { QueryValue } from '../graph/query.js'
import {
  type FigureLimit,
  needsWithoutSupportForAll,
  type PartlyMetNeeds,
  type WayToNeed,
} from '../support/facts/unserved.js'
import { sectorsWithParts } from './queries.js'

type Bind = (value: QueryValue) => string

/** Needs that are not met for every SME on a day, the sectors that ways to them name with those below. */
export async function readUnserved(knowledge: Knowledge, asOf: string): Promise<PartlyMetNeeds[]> {
  const found = await needsWithoutSupportForAll(knowledge, asOf)
  const named = new Set(found.flatMap(({ ways }) => ways.flatMap(({ sectors }) => sectors ?? [])))
  const parts = named.size > 0 ? await knowledge.graph.read(sectorsWithParts, { ids: [...named] }) : []
  const below = (sectors: readonly string[]) =>
    parts.filter(({ sector }) => sectors.includes(sector)).map(({ within }) => within)
  return found.map(({ needs, ways }) => ({
    needs,
    ways: ways.map((way) => ({ ...way, sectors: way.sectors && below(way.sectors) })),
  }))
}

/** The condition on a firm that it is an SME with a need for which none of the ways is for it. */
export function isUnserved(firm: string, found: readonly PartlyMetNeeds[], bind: Bind): string {
  const lacking = found.map(({ needs, ways }) => {
    const inNeed = `EXISTS { MATCH (${firm})-[:HAS_NEED]->(need:Need) WHERE need.id IN ${bind(needs)} }`
    const served = ways.map((way) => `(${letsThrough(firm, way, bind)})`)
    return served.length === 0 ? inNeed : `(${inNeed} AND NOT (${served.join(' OR ')}))`
  })
  if (lacking.length === 0) return 'false'
  return `(coalesce(${firm}.sizeClass, 'UNKNOWN') <> 'LARGE' AND (${lacking.join(' OR ')}))`
}

function letsThrough(firm: string, way: WayToNeed, bind: Bind): string {
  const { places, excluded, sectors, sizes, employees, turnover } = way
  const conditions = [
    ...(places ? [liesIn(firm, places, bind)] : []),
    ...(excluded.length > 0 ? [`NOT ${related(firm, 'LOCATED_IN', 'Place', bind(excluded))}`] : []),
    ...(sectors ? [isIn(firm, sectors, bind)] : []),
    ...(sizes ? [`${sizeClassIn(firm)} IN ${bind([...sizes, 'UNKNOWN'])}`] : []),
    ...within(`${firm}.employees`, employees, bind),
    ...within(`${firm}.turnover`, turnover, bind),
  ]
  return conditions.join(' AND ')
}

/** A firm that lies in no known place may lie in any, and one of which only the county is known in any part of it. */
function liesIn(firm: string, { certain, perhaps }: NonNullable<WayToNeed['places']>, bind: Bind): string {
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

const relatedAtAll = (firm: string, type: string, label: string): string =>
  `EXISTS { MATCH (${firm})-[:${type}]->(:${label}) }`

/** The condition that a firm is related to one of some nodes. */
export const related = (firm: string, type: string, label: string, ids: string): string =>
  `EXISTS { MATCH (${firm})-[:${type}]->(named:${label}) WHERE named.id IN ${ids} }`
