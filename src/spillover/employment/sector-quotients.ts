import { z } from 'zod'
import type { Mining } from '../../edition/assumption-kinds.js'
import type { Knowledge } from '../../edition/knowledge.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { sum } from '../../kernel/sum.js'
import { Kept } from '../../reference/kept.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { employedByGroup, groupQuotients } from '../model/location-quotients.js'
import { type RegionalEmployment, sectionsOfGroup } from '../model/regional-employment.js'
import { readTable, type StoredTable } from '../table/stored-table.js'
import { industryNodeId } from '../table/table-elements.js'
import { employmentForTable } from './employment-for-table.js'
import { tablesOfIndustry } from './queries.js'

/** The location quotient of a sector in an area, with the figures that it rests on. */
export interface LocationQuotient {
  /** Id of the county; null for the region together. */
  readonly county: string | null
  readonly quotient: number
  /** Null where no group holds the sector; its quotient is 1 then. */
  readonly group: string | null
  readonly employed: number | null
  readonly employedInNation: number | null
  readonly allEmployed: number
  readonly allEmployedInNation: number
  /** Id of the table of employment. */
  readonly employment: string
}

/** A sector as a composed row gives it. */
export const askedSector = z.object({
  id: z.string(),
  level: z.string(),
  section: z.string().nullable(),
  classification: z.string().nullable(),
})
type AskedSector = z.infer<typeof askedSector>

/** What a request asks quotients by. */
export interface AskedQuotients {
  /** Id of the table of employment; null for the one that a calculation would take. */
  readonly named: string | null
  readonly mining: Mining
}

/**
 * A sector's location quotients: of the region together, then of each county that is told. Of an industry of a table by its
 * group, of a section or division of the region's first classification by its section. None where no employment is known, and
 * for sectors whose section no group holds; with mining apart, counties that tell nothing of it are left out.
 * @throws NotFoundError for employment that is not there; BadUserInputError where the region does not tell mining apart.
 */
export async function locationQuotients(
  knowledge: KeptKnowledge,
  sector: AskedSector,
  { named, mining }: AskedQuotients,
): Promise<LocationQuotient[]> {
  const { graph, edition, reference } = knowledge
  const own = edition.spillover.table
  if (sector.level !== 'INDUSTRY') {
    if (sector.classification !== edition.classifications[0].id || sector.section === null) return []
    const { areas, sections } = await reference.of(quotients, named, own, mining)
    const group = sections.get(sector.section)
    return group === undefined ? [] : areas.map((area) => quotientIn(area, group))
  }
  const inOwn = await reference.of(quotients, named, own, mining)
  if (inOwn.industries.has(sector.id)) return ofIndustry(inOwn, sector.id)
  const [other] = await graph.read(tablesOfIndustry, { sector: sector.id })
  return other ? ofIndustry(await reference.of(quotients, named, other.table, mining), sector.id) : []
}

const ofIndustry = ({ areas, industries }: Quotients, industry: string): LocationQuotient[] =>
  areas.map((area) => quotientIn(area, industries.get(industry) ?? null))

/** An area with its employment by group. */
interface Area {
  readonly county: string | null
  readonly employment: string
  readonly groups: readonly string[]
  readonly employed: readonly number[]
  readonly nation: readonly number[]
  readonly quotients: readonly (number | null)[]
}

/** The quotients that a table is made a region's by. */
interface Quotients {
  /** The region together first, then its counties. */
  readonly areas: readonly Area[]
  /** By the id of each industry of the table its group's place; null where no group holds it. */
  readonly industries: ReadonlyMap<string, number | null>
  /** By the letter of each section its group's place. */
  readonly sections: ReadonlyMap<string, number>
}

const quotients = new Kept('location quotients', readQuotients)

/** What employment gives for a table; no areas where none is known. */
async function readQuotients(
  knowledge: Knowledge,
  named: string | null,
  tableId: string,
  mining: Mining,
): Promise<Quotients> {
  const stored = await readTable(knowledge.graph, tableId)
  const { table } = stored
  const idOf = (code: string) => industryNodeId(table.id, code)
  const employment = await employmentForTable(knowledge, stored, named)
  const areas = employment ? areasOf(stored, employment, mining) : []
  const [first] = areas
  const groupOf = first?.groupOf ?? []
  return {
    areas: areas.map(({ groupOf: _, ...area }) => area),
    industries: new Map(table.industries.map(({ code }, i) => [idOf(code), groupOf[i] ?? null])),
    sections: new Map(
      (first?.groups ?? []).flatMap((code, group) =>
        (sectionsOfGroup(code) ?? []).map((section): [string, number] => [section, group]),
      ),
    ),
  }
}

interface TableArea extends Area {
  readonly groupOf: readonly (number | null)[]
}

function areasOf({ table }: StoredTable, employment: RegionalEmployment, mining: Mining): TableArea[] {
  const { id, region, regionCounties, counties } = employment
  const areaOf = (county: string | null): TableArea => {
    const ids = county === null ? null : [county]
    const { groups, area, nation, groupOf } = employedByGroup(table, employment, ids, mining)
    return {
      county,
      employment: id,
      groups,
      employed: area,
      nation,
      quotients: groupQuotients({ area, nation }),
      groupOf,
    }
  }
  const hasRegion = region !== null || regionCounties.length > 0
  return [
    ...(hasRegion ? [asAskedHere(() => areaOf(null))] : []),
    ...[...counties.keys()].flatMap((county) => whereTold(() => areaOf(county))),
  ]
}

/** Names the arguments of this field, not those of the question that quotients serve: `regionalisation.mining` is `mining`. */
function asAskedHere<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof BadUserInputError)
      throw new BadUserInputError(error.argument.replace(/^.*\./, ''), error.message)
    throw error
  }
}

function whereTold<Result>(work: () => Result): Result[] {
  try {
    return [work()]
  } catch (error) {
    if (error instanceof BadUserInputError) return []
    throw error
  }
}

function quotientIn(
  { county, employment, groups, employed, nation, quotients: ofGroups }: Area,
  group: number | null,
): LocationQuotient {
  return {
    ...{ county, employment, quotient: (group === null ? null : ofGroups[group]) ?? 1 },
    group: group === null ? null : (groups[group] ?? null),
    employed: group === null ? null : (employed[group] ?? null),
    employedInNation: group === null ? null : (nation[group] ?? null),
    allEmployed: sum(employed),
    allEmployedInNation: sum(nation),
  }
}
