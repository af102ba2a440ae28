import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { folded } from '../../text/folded.js'

/** Municipalities with their codes and names. */
const municipalities = query<Record<never, never>>()(
  'municipalities by code and name',
  z.object({ id: z.string(), code: z.string(), name: z.string() }),
  'MATCH (place:Municipality) RETURN place.id AS id, place.code AS code, place.nameSv AS name ORDER BY id',
)

/** Finds municipalities as people write them. */
export interface Municipalities {
  /** Its id from its code or its name, with or without "kommun"; null where there is none, or more than one. */
  find(text: string): string | null
}

/** Reads the municipalities there are. Håbo and Habo are told apart by their letters. */
export async function readMunicipalities(graph: GraphReader): Promise<Municipalities> {
  const rows = await graph.read(municipalities, {})
  const byWord = new Map<string, string>()
  const byFolded = new Map<string, string | null>()
  for (const { id, code, name } of rows) {
    byWord.set(code, id)
    byWord.set(name.toLowerCase(), id)
    byFolded.set(folded(name), byFolded.has(folded(name)) ? null : id)
  }
  const named = (name: string) => byWord.get(name) ?? byFolded.get(folded(name)) ?? null
  return {
    find(text) {
      const name = text.trim().normalize('NFC').toLowerCase()
      const short = name.replace(/s? kommun$/, '')
      return named(name) ?? named(short) ?? named(name.replace(/ kommun$/, ''))
    },
  }
}

/** Two digits of the county that a municipality is in, from its id. */
export const countyOf = (municipality: string): string => municipality.replace('municipality:', '').slice(0, 2)
