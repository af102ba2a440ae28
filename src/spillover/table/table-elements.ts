import { createHash } from 'node:crypto'
import { type Classified, sectorId } from '../../edition/classification.js'
import type { GraphElements, GraphNode, GraphRelationship, Provenance } from '../../graph/elements.js'
import { known } from '../../graph/known.js'
import type { Vector } from '../model/linear-algebra/leontief.js'
import { odditiesOf } from '../model/oddities.js'
import { type Industry, type InputOutputTable, industrySlug, isPacked, satelliteNames } from '../model/table.js'

/** Id of the table's node. */
export const tableNodeId = (tableId: string): string => `table:${tableId}`

/**
 * Id of an industry's node. Editions of Statistics Sweden's tables share their classes (`scb44`, `scb59`,
 * `scb65-products`); the industries of any other table are its own.
 */
export function industryNodeId(tableId: string, code: string): string {
  const [, classification] = /^scb-\d{4}-(44|59|65-products)$/.exec(tableId) ?? []
  const prefix = classification === undefined ? tableId : `scb${classification}`
  return `sector:${prefix}-${industrySlug(code)}`
}

/** Of a table of more than 100 industries, how many inputs of each buyer stand as relationships: its largest. */
const STRONGEST_INPUTS = 10

/**
 * A table as nodes and relationships: the table, its industries, an edition's figures on `HAS_INDUSTRY`, flows and
 * technical coefficients on `INPUT_TO` (zero flows left out), and the divisions of each industry, which are taken to
 * be in the graph. What an edition says stands on relationships, so that no edition touches another's figures. Of a packed
 * table only the strongest inputs are here: all of its flows stand as lists on `HAS_INDUSTRY`, written apart.
 */
export function tableElements(table: InputOutputTable, provenance: Provenance, edition: Classified): GraphElements {
  return {
    nodes: [
      tableNode(table, provenance),
      ...table.industries.map((industry) => industryNode(table, industry, provenance)),
    ],
    relationships: [
      ...table.industries.map((industry, position) => hasIndustry(table, industry, position, provenance)),
      ...table.industries.flatMap((industry) => correspondences(table, industry, provenance, edition)),
      ...inputs(table, provenance),
    ],
  }
}

/** Changes when anything in a table does. */
function tableDigest({ flows, ...facts }: InputOutputTable): string {
  // As the JSON of all of it, flows last, without making a text of a large matrix.
  const hash = createHash('sha256').update(JSON.stringify(facts).replace(/\}$/, ',"flows":['))
  flows.forEach((row, index) => {
    hash.update(`${index === 0 ? '' : ','}${JSON.stringify(Array.from(row))}`)
  })
  return hash.update(']}').digest('hex').slice(0, 24)
}

function tableNode(table: InputOutputTable, provenance: Provenance): GraphNode {
  const { title, publisher, edition, year, kind, geography, currencyUnit, employmentUnit } = table
  const { householdConsumption, householdIncome } = table
  const odd = odditiesOf(table)
  const names = satelliteNames(table)
  const satellites = names.length > 0 ? names : null
  return {
    label: 'InputOutputTable',
    id: tableNodeId(table.id),
    provenance,
    properties: known({
      ...{ title, publisher, edition, year, kind, geography, currencyUnit, employmentUnit },
      ...{ householdConsumption, householdIncome, digest: tableDigest(table) },
      // Empty rather than left out: an odder table that was there under its id left its own.
      ...{ satellites, oddSv: [...odd.Sv], oddEn: [...odd.En] },
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

const correspondences = (
  table: InputOutputTable,
  industry: Industry,
  provenance: Provenance,
  edition: Classified,
): GraphRelationship[] =>
  industry.sni.map((division) => ({
    type: 'CORRESPONDS_TO',
    from: industryNodeId(table.id, industry.code),
    to: sectorId(edition, division),
    key: '',
    provenance,
    properties: {},
  }))

function inputs(table: InputOutputTable, provenance: Provenance): GraphRelationship[] {
  const ids = table.industries.map(({ code }) => industryNodeId(table.id, code))
  const suppliersShown = isPacked(ids.length) ? strongestSuppliers(table) : null
  const inputsFrom = (row: Vector, supplier: number): GraphRelationship[] => {
    const relationships: GraphRelationship[] = []
    for (const [buyer, flow] of row.entries()) {
      const from = ids[supplier]
      const to = ids[buyer]
      const isShown = suppliersShown === null || suppliersShown[buyer]?.has(supplier)
      if (flow === 0 || !isShown || from === undefined || to === undefined) continue
      const output = table.industries[buyer]?.output ?? 0
      const properties = known({ table: tableNodeId(table.id), flow, coefficient: output > 0 ? flow / output : null })
      relationships.push({ type: 'INPUT_TO', from, to, key: table.id, provenance, properties })
    }
    return relationships
  }
  return table.flows.flatMap(inputsFrom)
}

/** Of each buyer (length n), the positions of those who supply it most; of equal ones the first. */
const strongestSuppliers = ({ industries, flows }: InputOutputTable): ReadonlySet<number>[] =>
  industries.map((_, buyer) => {
    const strongest: { readonly supplier: number; readonly flow: number }[] = []
    for (const [supplier, row] of flows.entries()) {
      const flow = Math.abs(row[buyer] ?? 0)
      if (strongest.length === STRONGEST_INPUTS && flow <= (strongest.at(-1)?.flow ?? 0)) continue
      const place = strongest.findIndex((each) => each.flow < flow)
      strongest.splice(place < 0 ? strongest.length : place, 0, { supplier, flow })
      strongest.length = Math.min(strongest.length, STRONGEST_INPUTS)
    }
    return new Set(strongest.map(({ supplier }) => supplier))
  })
