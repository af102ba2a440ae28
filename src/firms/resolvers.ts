import { idOfKind, requireInGraph } from '../entity-ids.js'
import type { FirmFilter, Resolvers } from '../generated/resolvers.js'
import type { Fragment, Names } from '../graph/compose/fields.js'
import type { GraphReader } from '../graph/graph.js'
import type { QueryValue } from '../graph/query.js'
import { folded } from '../graph/search-text.js'
import { NotFoundError } from '../input-errors.js'
import { businessStructure } from './business-structure.js'
import { sectorsWithParts } from './queries.js'

export const firmResolvers: Resolvers = {
  Query: {
    firms: async (_, { filter }, { graph, composer }, info) => {
      const checked = await checkedFilter(graph, filter ?? {})
      return composer.connection(info, (names, { bind }) => firmsThat(checked, names, bind))
    },
    businessStructure: (_, { by, origin }, { graph }) => businessStructure(graph, by, origin ?? 'REPORT'),
  },
  BusinessStructureCell: {
    county: ({ county }, _, { composer }, info) => (county === null ? null : composer.known(info, county)),
    provenance: ({ stated }, _, { composer }, info) => composer.known(info, stated),
  },
}

/** A filter whose ids are there, with the sectors below those that it names. */
interface CheckedFilter extends Omit<FirmFilter, 'sectors'> {
  readonly sectors: readonly string[] | null
}

async function checkedFilter(graph: GraphReader, filter: FirmFilter): Promise<CheckedFilter> {
  const places = [
    idOfKind('county', filter.county, 'filter.county'),
    idOfKind('municipality', filter.municipality, 'filter.municipality'),
  ]
  const needs = filter.needs?.map((need) => idOfKind('need', need, 'filter.needs')) ?? []
  await requireInGraph(graph, [...places.filter((place) => typeof place === 'string'), ...needs])
  return { ...filter, sectors: filter.sectors?.length ? await withParts(graph, filter.sectors) : null }
}

async function withParts(graph: GraphReader, sectors: readonly string[]): Promise<string[]> {
  const ids = sectors.map((sector) => idOfKind('sector', sector, 'filter.sectors'))
  const rows = await graph.read(sectorsWithParts, { ids })
  const found = new Set(rows.map(({ sector }) => sector))
  const unknown = ids.find((id) => !found.has(id))
  if (unknown !== undefined) throw new NotFoundError(unknown)
  return rows.map(({ within }) => within)
}

/** Starts from the place where one is asked for, since that is the few. */
function firmsThat(filter: CheckedFilter, { node }: Names, bind: (value: QueryValue) => string): Fragment {
  const { county, municipality, sizeClasses, sectors, needs, text } = filter
  const where: string[] = []
  if (county && municipality) where.push(`EXISTS { (place)-[:IN_COUNTY]->(:County {id: ${bind(county)}}) }`)
  if (sizeClasses?.length) where.push(`coalesce(${node}.sizeClass, 'UNKNOWN') IN ${bind(sizeClasses)}`)
  if (sectors) where.push(related(node, 'IN_SECTOR', 'Sector', bind(sectors)))
  if (needs?.length) where.push(related(node, 'HAS_NEED', 'Need', bind(needs)))
  if (text) where.push(`${node}.searchText CONTAINS ${bind(folded(text))}`)
  return { match: firmsIn(node, municipality ?? null, county ?? null, bind), where }
}

const related = (firm: string, type: string, label: string, ids: string): string =>
  `EXISTS { MATCH (${firm})-[:${type}]->(named:${label}) WHERE named.id IN ${ids} }`

function firmsIn(
  firm: string,
  municipality: string | null,
  county: string | null,
  bind: (value: QueryValue) => string,
): string {
  const located = `MATCH (place)<-[:LOCATED_IN]-(${firm}:Firm)`
  if (municipality !== null) return `MATCH (place:Municipality {id: ${bind(municipality)}})\n${located}`
  if (county === null) return `MATCH (${firm}:Firm)`
  // A firm that two sources place in two municipalities of the county stands once.
  return `MATCH (:County {id: ${bind(county)}})<-[:IN_COUNTY*0..1]-(place)\n${located}\nWITH DISTINCT ${firm}\nMATCH (${firm})`
}
