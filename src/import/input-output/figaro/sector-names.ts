import { z } from 'zod'
import { type Classified, sectorId } from '../../../edition/classification.js'
import type { GraphReader } from '../../../graph/graph.js'
import { query } from '../../../graph/query.js'
import type { Industry } from '../../../spillover/model/table.js'

const sectorNames = query<{ ids: readonly string[] }>()(
  'names of sectors',
  z.object({ id: z.string(), name: z.string().nullable(), nameSv: z.string().nullable() }),
  'UNWIND $ids AS id MATCH (sector:Sector {id: id}) RETURN sector.id AS id, sector.nameEn AS name, sector.nameSv AS nameSv',
)

/** The names of an industry by its code, of some divisions. */
export type NamesOf = (code: string, divisions: readonly string[]) => Pick<Industry, 'name' | 'nameSv'>

/**
 * Names industries as the graph names the sections and divisions that they are made of; several divisions with semicolons
 * between. Null where it lacks one.
 */
export async function namesInGraph(graph: GraphReader, edition: Classified): Promise<NamesOf> {
  const { codes } = edition.classifications[0]
  const ids = codes.letters.flatMap((letter) =>
    [letter, ...codes.divisionsOf(letter)].map((code) => sectorId(edition, code)),
  )
  const rows = ids.length === 0 ? [] : await graph.read(sectorNames, { ids })
  const named = new Map(rows.map((row) => [row.id, row]))
  return (code, divisions) => {
    const whole = named.get(sectorId(edition, code))
    const parts = whole ? [whole] : divisions.map((division) => named.get(sectorId(edition, division)))
    const joined = (name: 'name' | 'nameSv'): string | null => {
      const names = parts.flatMap((part) => part?.[name] ?? [])
      return names.length === parts.length && names.length > 0 ? names.join('; ') : null
    }
    return { name: joined('name'), nameSv: joined('nameSv') }
  }
}
