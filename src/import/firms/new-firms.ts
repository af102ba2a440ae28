import { z } from 'zod'
import type { SizeRule } from '../../classification/size-class.js'
import { firmElements, firmId, type StoredStatement } from '../../firms/firm-statement.js'
import type { GraphElements, Properties, PropertyValue } from '../../graph/elements.js'
import { GraphError } from '../../graph/failure.js'
import type { GraphTransaction } from '../../graph/graph.js'
import { nameProperties } from '../../graph/names.js'
import { type QueryParameters, type QueryValue, query } from '../../graph/query.js'

const counted = z.object({ count: z.number() })

/** Rows of values, which an engine takes up three times as fast as maps. */
type Rows = readonly (readonly QueryValue[])[]

/** The source and its time are those of all rows. */
interface Recorded extends QueryParameters {
  readonly source: string
  readonly recordedAt: string
}

/** What stands in a row: first the firm's node, then what is only in the statement of it. */
const ofFirm = [
  ...['id', 'nameSv', 'organisationNumber', 'employees', 'turnover', 'sizeClass', 'sni', 'asOf', 'locator'],
  ...['sortName', 'searchText', 'letterPairs'],
] as const
const ofStatementAlone = ['municipality', 'sectors', 'employeesFrom', 'employeesTo', 'statedSizeClass'] as const
const inRow: readonly string[] = [...ofFirm, ...ofStatementAlone]

/** The properties of a statement, by where their values stand in the row. */
const statement = {
  ...{ name: 'nameSv', municipality: 'municipality', sni: 'sni', sectors: 'sectors' },
  ...{ employees: 'employees', employeesFrom: 'employeesFrom', employeesTo: 'employeesTo', turnover: 'turnover' },
  ...{ sizeClass: 'statedSizeClass', asOf: 'asOf', locator: 'locator' },
} satisfies Record<Exclude<keyof StoredStatement, 'source' | 'recordedAt'>, string>

const propertiesOf = (places: readonly (readonly [property: string, inRow: string])[]): string =>
  places.map(([property, name]) => `${property}: row[${inRow.indexOf(name)}]`).join(', ')

/** Makes firms that are not there, each with what the source says of it. */
const createFirms = query<Recorded & { newFirms: Rows }>()(
  'create firms',
  counted,
  `MATCH (source:Entity {id: $source})
   UNWIND $newFirms AS row
   CREATE (firm:Entity:Firm {entityKind: 'FIRM', source: $source, recordedAt: $recordedAt,
     ${propertiesOf(ofFirm.map((name) => [name, name]))}})
   CREATE (firm)-[:STATED_IN {source: $source, recordedAt: $recordedAt, key: '',
     ${propertiesOf(Object.entries(statement))}}]->(source)
   RETURN count(*) AS count`,
)

/** Puts new firms into their municipalities. */
const createPlaces = query<Recorded & { newTies: Rows }>()(
  'create places of firms',
  counted,
  `UNWIND $newTies AS row
   MATCH (firm:Entity {id: row[0]})
   MATCH (end:Entity {id: row[1]})
   CREATE (firm)-[:LOCATED_IN {source: $source, recordedAt: $recordedAt, key: '', rank: row[2], locator: row[3]}]->(end)
   RETURN count(*) AS count`,
)

/** Puts new firms into their sectors. */
const createSectors = query<Recorded & { newTies: Rows }>()(
  'create sectors of firms',
  counted,
  `UNWIND $newTies AS row
   MATCH (firm:Entity {id: row[0]})
   MATCH (end:Entity {id: row[1]})
   CREATE (firm)-[:IN_SECTOR {source: $source, recordedAt: $recordedAt, key: '', rank: row[2], locator: row[3]}]->(end)
   RETURN count(*) AS count`,
)

const ties = [
  { type: 'LOCATED_IN', create: createPlaces },
  { type: 'IN_SECTOR', create: createSectors },
] as const

/** A firm of which the graph has none, and what the one source says of it. */
export interface NewFirm {
  readonly number: string
  readonly statement: StoredStatement
}

/**
 * Writes firms of which the graph has none, with what belongs to each: all as one source says.
 * @throws GraphError FAILED where a firm's source, municipality or sector is not in the graph.
 */
export async function createNewFirms(
  transaction: GraphTransaction,
  { source, recordedAt }: { readonly source: string; readonly recordedAt: string },
  firms: readonly NewFirm[],
  rule: SizeRule,
): Promise<void> {
  if (firms.length === 0) return
  const recorded = { source, recordedAt }
  const elements = firms.map(({ number, statement: said }) => firmElements(number, [said], rule))
  const newFirms = firms.map(({ number, statement: said }, index) => firmRow(firmId(number), elements[index], said))
  checkCount(createFirms, newFirms, await transaction.write(createFirms, { ...recorded, newFirms }))
  for (const { type, create } of ties) {
    const newTies = elements.flatMap(({ relationships }) =>
      relationships
        .filter((each) => each.type === type)
        .map(({ from, to, properties, provenance }) => [from, to, properties.rank ?? 1, provenance.locator]),
    )
    if (newTies.length > 0) checkCount(create, newTies, await transaction.write(create, { ...recorded, newTies }))
  }
}

function checkCount({ name }: { readonly name: string }, rows: Rows, [written]: readonly { readonly count: number }[]) {
  if (written?.count !== rows.length) throw new GraphError('FAILED', `${name}: a row names unknown nodes`)
}

function firmRow(id: string, elements: GraphElements | undefined, said: StoredStatement): QueryValue[] {
  const properties: Properties = elements?.nodes[0]?.properties ?? {}
  const { municipality, sectors, employeesFrom, employeesTo, sizeClass: statedSizeClass, locator } = said
  const values: Readonly<Record<string, PropertyValue | undefined>> = {
    ...properties,
    ...nameProperties(id, properties),
    ...{ id, municipality, sectors, employeesFrom, employeesTo, statedSizeClass, locator },
  }
  return inRow.map((name) => values[name] ?? null)
}
