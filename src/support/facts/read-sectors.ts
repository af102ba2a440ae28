import type { GraphReader } from '../../graph/graph.js'
import { grouped } from '../../kernel/grouped.js'
import { sectorsWithinOthers } from './queries.js'

/** Each sector that is part of another or has parts, with itself and those above it. */
export type SectorsAbove = ReadonlyMap<string, ReadonlySet<string>>

/** Reads which sectors lie within which. */
export async function readSectorsAbove(graph: GraphReader): Promise<SectorsAbove> {
  const rows = await graph.read(sectorsWithinOthers, {})
  const wholes = grouped(rows, ({ sector }) => sector)
  const above = (id: string): string[] => [id, ...(wholes.get(id) ?? []).flatMap(({ whole }) => above(whole))]
  const ids = new Set(rows.flatMap(({ sector, whole }) => [sector, whole]))
  return new Map([...ids].map((id) => [id, new Set(above(id))]))
}
