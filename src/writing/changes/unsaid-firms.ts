import { z } from 'zod'
import type { Properties } from '../../graph/elements.js'
import type { GraphReader, GraphTransaction } from '../../graph/graph.js'
import { known } from '../../graph/known.js'
import { nameProperties } from '../../graph/names.js'
import { type QueryValue, query } from '../../graph/query.js'
import type { Shown } from '../statements/fold.js'
import type { EntityState } from '../statements/states.js'
import { isSame } from './difference.js'

/** Relationships of firms that are no statement, place or sector of theirs, and the first of their sources. */
const namedBy = query<{ ids: readonly string[] }>()(
  'what names firms beside what is stated of them',
  z.object({ id: z.string(), ties: z.number(), source: z.string().nullable() }),
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})
   CALL (firm) {
     MATCH (firm)-[tie]-(:Entity)
     WHERE type(tie) <> 'LOCATED_IN' AND type(tie) <> 'IN_SECTOR'
       AND (type(tie) <> 'STATED_IN' OR (tie.key <> '' AND tie.key <> 'seeded'))
     RETURN count(tie) AS ties, min(tie.source) AS source
   }
   RETURN firm.id AS id, ties, source`,
)

/** Brings firms that nothing describes any more to what is left of them. */
const leaveNames = query<{ rows: readonly QueryValue[] }>()(
  'leave firms their names',
  z.object({ count: z.number() }),
  `UNWIND $rows AS row
   MATCH (firm:Entity {id: row.id})
   SET firm += row.properties
   RETURN count(*) AS count`,
)

/** How many relationships name each of some firms beside what is stated of it. */
export async function tiesNaming(graph: GraphReader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  return new Map((await graph.read(namedBy, { ids })).map(({ id, ties }) => [id, ties]))
}

/** What is shown of a firm that nobody names any more, while somebody describes it: with the last name that it had. */
export function keepingName(shown: Shown, before: EntityState | undefined): Shown {
  if (before?.label !== 'Firm' || shown.properties.nameSv !== undefined) return shown
  const { nameSv = before.id.replace('firm:', '') } = before.properties
  return { ...shown, properties: { ...shown.properties, nameSv }, fields: { ...shown.fields, nameSv } }
}

/**
 * Leaves firms that no source describes any more, while something names them, the last name and number that they had.
 * @param firms as they were before.
 * @returns what is shown of each now.
 */
export async function leaveUndescribed(
  transaction: GraphTransaction,
  firms: readonly EntityState[],
): Promise<ReadonlyMap<string, Properties>> {
  const left = firms.filter(({ label }) => label === 'Firm')
  if (left.length === 0) return new Map()
  const rows = await transaction.read(namedBy, { ids: left.map(({ id }) => id) })
  const naming = new Map(rows.map(({ id, source }) => [id, source]))
  const shown = new Map<string, Properties>()
  const changes = left.map(({ id, properties: before }): QueryValue => {
    const { nameSv = id.replace('firm:', ''), organisationNumber, locator } = before
    const kept = known({ nameSv, organisationNumber })
    shown.set(id, kept)
    const wanted: Properties = {
      ...{ ...kept, ...nameProperties(id, kept), undescribed: true },
      ...{ source: naming.get(id) ?? before.source ?? '' },
      locator: `named there; no source describes the firm any more, its name is the last that one gave (${locator})`,
    }
    const gone = Object.keys(before).filter((name) => wanted[name] === undefined && !stays.has(name))
    const other = Object.entries(wanted).filter(([name, value]) => !isSame(before[name], value))
    return { id, properties: Object.fromEntries([...gone.map((name) => [name, null] as const), ...other]) }
  })
  await transaction.write(leaveNames, { rows: changes })
  return shown
}

/** What a node keeps whoever describes it. */
const stays: ReadonlySet<string> = new Set(['id', 'entityKind', 'recordedAt', 'revision'])
