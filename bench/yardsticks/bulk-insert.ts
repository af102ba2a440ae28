/**
 * A process that writes the same firms and relationships as the import of a list of theirs, by nothing but statements of
 * the engine: `tsx bulk-insert.ts ROWS`, the graph as the environment names it.
 */
import { z } from 'zod'
import { nameProperties } from '#built/graph/names.js'
import { type QueryValue, query } from '#built/graph/query.js'
import { openNorrgraph } from '#built/startup/open-norrgraph.js'
import { readSettings } from '#built/startup/settings.js'
import { edition } from '../../tests/edition.js'
import { listedFirm } from '../firms-file.js'

const counted = z.object({ count: z.number() })
type Rows = { readonly rows: readonly QueryValue[] }

const firms = query<Rows>()(
  'bulk firms',
  counted,
  'UNWIND $rows AS row CREATE (firm:Entity:Firm) SET firm = row.properties RETURN count(firm) AS count',
)
const tied = (type: string) =>
  query<Rows>()(
    `bulk ${type}`,
    counted,
    `UNWIND $rows AS row MATCH (firm:Entity {id: row.from}) MATCH (end:Entity {id: row.to})
     CREATE (firm)-[tie:${type}]->(end) SET tie = row.properties RETURN count(tie) AS count`,
  )
const [places, sectors, statements] = [tied('LOCATED_IN'), tied('IN_SECTOR'), tied('STATED_IN')]
const makeSource = query<{ id: string }>()(
  'bulk source',
  counted,
  'MERGE (source:Entity {id: $id}) SET source:Source RETURN count(source) AS count',
)

const source = 'source:bulk-insert'
const provenance = (index: number) => ({ source, locator: `list.csv, line ${index + 2}`, recordedAt: '2026-01-01' })

function elementsOf(index: number) {
  const { number, name, municipality, sni, sector, employees, turnover } = listedFirm(index)
  const id = `firm:${number}`
  const figures = { employees, turnover, sizeClass: 'SMALL', sni: [sni], asOf: '2025-01-01' }
  const node = { nameSv: name, organisationNumber: number, entityKind: 'FIRM', id, ...figures, ...provenance(index) }
  const place = `municipality:${municipality}`
  const division = `sector:sni2007-${sector}`
  const said = { name, municipality: place, sectors: [division], key: '', ...figures, ...provenance(index) }
  const tie = { rank: 1, key: '', ...provenance(index) }
  return {
    node: { properties: { ...node, ...nameProperties(id, node) } },
    place: { from: id, to: place, properties: tie },
    sector: { from: id, to: division, properties: tie },
    statement: { from: id, to: source, properties: said },
  }
}

const rows = Number(process.argv[2])
const graph = await openNorrgraph(readSettings(process.env).graph, edition)
const size = graph.rowsATransaction
await graph.transaction((transaction) => transaction.write(makeSource, { id: source }))
for (let begin = 0; begin < rows; begin += size) {
  const some = Array.from({ length: Math.min(size, rows - begin) }, (_, index) => elementsOf(begin + index))
  await graph.transaction(async (transaction) => {
    await transaction.write(firms, { rows: some.map(({ node }) => node) })
    await transaction.write(places, { rows: some.map(({ place }) => place) })
    await transaction.write(sectors, { rows: some.map(({ sector }) => sector) })
    await transaction.write(statements, { rows: some.map(({ statement }) => statement) })
  })
}
await graph.close()
