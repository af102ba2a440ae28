import { createHash } from 'node:crypto'
import type {
  GraphElements,
  GraphNode,
  GraphRelationship,
  Properties,
  PropertyValue,
  Provenance,
} from '../graph/elements.js'
import { type Industry, type InputOutputTable, industrySlug, satelliteNames } from './table.js'

/** Id of the table's node. */
export const tableNodeId = (tableId: string): string => `table:${tableId}`

/**
 * Id of an industry's node. Editions of Statistics Sweden's table share their classes (`scb44`, `scb59`); the industries
 * of any other table are its own.
 */
export function industryNodeId(tableId: string, code: string): string {
  const [, classification] = /^scb-\d{4}-(44|59)$/.exec(tableId) ?? []
  const prefix = classification === undefined ? tableId : `scb${classification}`
  return `sector:${prefix}-${industrySlug(code)}`
}

/** Id of an SNI 2007 division's node. */
export const divisionNodeId = (division: string): string => `sector:sni2007-${division}`

/**
 * A table as nodes and relationships: the table, its industries, an edition's figures on `HAS_INDUSTRY`, flows and
 * technical coefficients on `INPUT_TO` (zero flows left out), and the SNI divisions of each industry, which are taken to
 * be in the graph. What an edition says stands on relationships, so that no edition touches another's figures.
 */
export function tableElements(table: InputOutputTable, provenance: Provenance): GraphElements {
  return {
    nodes: [
      tableNode(table, provenance),
      ...table.industries.map((industry) => industryNode(table, industry, provenance)),
    ],
    relationships: [
      ...table.industries.map((industry, position) => hasIndustry(table, industry, position, provenance)),
      ...table.industries.flatMap((industry) => correspondences(table, industry, provenance)),
      ...inputs(table, provenance),
    ],
  }
}

/** Changes when anything in a table does. */
const tableDigest = (table: InputOutputTable): string =>
  createHash('sha256').update(JSON.stringify(table)).digest('hex').slice(0, 24)

function tableNode(table: InputOutputTable, provenance: Provenance): GraphNode {
  const { title, publisher, edition, year, geography, currencyUnit, employmentUnit } = table
  const { householdConsumption, householdIncome } = table
  const names = satelliteNames(table)
  const satellites = names.length > 0 ? names : null
  return {
    label: 'InputOutputTable',
    id: tableNodeId(table.id),
    provenance,
    properties: known({
      ...{ title, publisher, edition, year, geography, currencyUnit, employmentUnit },
      ...{ householdConsumption, householdIncome, satellites, digest: tableDigest(table) },
    }),
  }
}

function industryNode(table: InputOutputTable, industry: Industry, provenance: Provenance): GraphNode {
  const { code, name, nameSv, section } = industry
  return {
    label: 'Sector',
    id: industryNodeId(table.id, code),
    provenance,
    properties: known({ code, level: 'INDUSTRY', nameEn: name, nameSv, sectionCode: section }),
  }
}

function hasIndustry(
  table: InputOutputTable,
  industry: Industry,
  position: number,
  provenance: Provenance,
): GraphRelationship {
  const { output, employed, wages, labourCost, householdPurchases, group, scope, imputedRent, satellites } = industry
  return {
    type: 'HAS_INDUSTRY',
    from: tableNodeId(table.id),
    to: industryNodeId(table.id, industry.code),
    key: '',
    provenance,
    properties: known({
      ...satellites,
      ...{ position, output, employed, wages, labourCost, householdPurchases, group, scope, imputedRent },
    }),
  }
}

const correspondences = (table: InputOutputTable, industry: Industry, provenance: Provenance): GraphRelationship[] =>
  industry.sni.map((division) => ({
    type: 'CORRESPONDS_TO',
    from: industryNodeId(table.id, industry.code),
    to: divisionNodeId(division),
    key: '',
    provenance,
    properties: {},
  }))

function inputs(table: InputOutputTable, provenance: Provenance): GraphRelationship[] {
  const ids = table.industries.map(({ code }) => industryNodeId(table.id, code))
  return table.flows.flatMap((row, supplier) =>
    row.flatMap((flow, buyer): GraphRelationship[] => {
      const from = ids[supplier]
      const to = ids[buyer]
      if (flow === 0 || from === undefined || to === undefined) return []
      const output = table.industries[buyer]?.output ?? 0
      const properties = known({ table: tableNodeId(table.id), flow, coefficient: output > 0 ? flow / output : null })
      return [{ type: 'INPUT_TO', from, to, key: table.id, provenance, properties }]
    }),
  )
}

/** Properties without those that are not known. */
function known(values: Readonly<Record<string, PropertyValue | null>>): Properties {
  const properties: Record<string, PropertyValue> = {}
  for (const [name, value] of Object.entries(values)) if (value !== null) properties[name] = value
  return properties
}
