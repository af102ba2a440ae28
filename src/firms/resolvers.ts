import type { Resolvers } from '../generated/resolvers.js'
import type { Fragment, Names } from '../graph/compose/fields.js'
import { ownValue } from '../graph/compose/rows.js'
import { aboutKnown } from '../graph/entity-ids.js'
import type { QueryValue } from '../graph/query.js'
import { related } from '../graph/related.js'
import { otherNames } from '../provenance/other-names.js'
import { wordedValue } from '../provenance/worded.js'
import { isUnserved } from '../support/facts/unserved.js'
import { unservedFirms } from '../support/facts/unserved-firms.js'
import { soughtForms } from '../text/sought-forms.js'
import { businessStructure } from './business-structure.js'
import { type CheckedFilter, checkedFilter, unservedThat } from './filter.js'

/** What its source says of a supply. */
const supplied = { valueText: wordedValue('supplies'), datesText: wordedValue('supplies') }

export const firmResolvers: Resolvers = {
  Query: {
    firms: async (_, { filter, asOf }, context, info) => {
      const { graph, composer, reference } = context
      const day = asOf ?? composer.today
      const checked = await checkedFilter(context, filter ?? {}, day)
      const { unserved } = checked
      const kept = unserved?.wanted ? await reference.of(unservedFirms, day, unserved.evidence) : null
      const known = kept && unservedThat(checked, kept)
      const firms = composer.connection(info, (names, { bind }) =>
        known ? { label: 'Firm', known } : firmsThat(checked, names, day, bind),
      )
      const { county, municipality, needs } = checked
      const ids = [county, municipality, ...(needs ?? [])].filter((id) => typeof id === 'string')
      return aboutKnown(graph, ids, firms)
    },
    businessStructure: (_, { by, origin }, context) => businessStructure(context, by, origin ?? 'REPORT'),
  },
  Firm: { otherNames: (row, _, __, info) => otherNames(ownValue(row, info)) },
  BuyerEdge: supplied,
  SupplierEdge: supplied,
  BusinessStructure: { warnings: () => [] },
  BusinessStructureCell: {
    county: ({ county }, _, { composer }, info) => (county === null ? null : composer.known(info, county)),
    provenance: ({ stated }, _, { composer }, info) => composer.known(info, stated),
  },
}

/** Each firm is held against all of a list. */
const eachOnce = <Item>(items: readonly Item[]): Item[] => [...new Set(items)]

/** Starts from the place where one is asked for, and from the needs that not everyone is helped with: these are the few. */
function firmsThat(filter: CheckedFilter, { node }: Names, day: string, bind: (value: QueryValue) => string): Fragment {
  const { county, municipality, sizeClasses, sectors, needs, text, number, unserved } = filter
  const where: string[] = []
  if (county && municipality) where.push(`EXISTS { (place)-[:IN_COUNTY]->(:County {id: ${bind(county)}}) }`)
  if (sizeClasses) where.push(`coalesce(${node}.sizeClass, 'UNKNOWN') IN ${bind(eachOnce(sizeClasses))}`)
  if (sectors) where.push(related(node, 'IN_SECTOR', 'Sector', bind(sectors)))
  if (needs) where.push(related(node, 'HAS_NEED', 'Need', bind(eachOnce(needs)), bind(day)))
  if (text) {
    const forms = soughtForms(text).map((form) => `${node}.searchText CONTAINS ${bind(form)}`)
    const numbered = number === null ? [] : [`${node}.organisationNumber = ${bind(number)}`]
    where.push(`(${[...numbered, ...forms].join(' OR ')})`)
  }
  if (unserved) where.push(`${unserved.wanted ? '' : 'NOT '}${isUnserved(node, unserved.needs, day, bind)}`)
  const stated = unserved?.wanted ? unserved.needs.flatMap((partly) => partly.needs) : []
  const located = firmsIn(node, municipality ?? null, county ?? null, bind)
  // In one municipality they are few anyway.
  if (stated.length > 0 && !municipality) return { match: stating(node, located, bind(stated)), where }
  return { match: located ?? `MATCH (${node}:Firm)`, where }
}

/** Firms among those of a pattern that state one of some needs, each once; from the needs where the pattern names no place. */
function stating(firm: string, located: string | null, needs: string): string {
  const clauses =
    located === null
      ? [`MATCH (stated:Need)<-[:HAS_NEED]-(${firm}:Firm)`]
      : [located, `MATCH (${firm})-[:HAS_NEED]->(stated:Need)`]
  return [...clauses, `WHERE stated.id IN ${needs}`, `WITH DISTINCT ${firm}`, `MATCH (${firm})`].join('\n')
}

/** Firms of a place; null where none is asked for. */
function firmsIn(
  firm: string,
  municipality: string | null,
  county: string | null,
  bind: (value: QueryValue) => string,
): string | null {
  const located = `MATCH (place)<-[:LOCATED_IN]-(${firm}:Firm)`
  if (municipality !== null) return `MATCH (place:Municipality {id: ${bind(municipality)}})\n${located}`
  if (county === null) return null
  // A firm that two sources place in two municipalities of the county stands once.
  return `MATCH (:County {id: ${bind(county)}})<-[:IN_COUNTY*0..1]-(place)\n${located}\nWITH DISTINCT ${firm}\nMATCH (${firm})`
}
