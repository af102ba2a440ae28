import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { folded } from '../../text/folded.js'
import { plainCell } from '../../text/plain-cell.js'

/** Municipalities with their codes and names. */
const municipalities = query<Record<never, never>>()(
  'municipalities by code and name',
  z.object({ id: z.string(), code: z.string(), name: z.string(), postTowns: z.array(z.string()) }),
  `MATCH (place:Municipality)
   RETURN place.id AS id, place.code AS code, coalesce(place.nameSv, place.nameEn, place.code) AS name,
      coalesce(place.postTowns, []) AS postTowns
   ORDER BY id`,
)

const counties = query<Record<never, never>>()(
  'counties by name',
  z.object({ name: z.string() }),
  'MATCH (county:County) RETURN coalesce(county.nameSv, county.nameEn, county.code) AS name ORDER BY name',
)

/** Finds municipalities as people write them. */
export interface Municipalities {
  /** Its id from its code or its name; null where there is none, or more than one. */
  find(text: string): string | null
  /** The municipality that a post town lies in: the one of its name, or as the region says; null where that is not known. */
  findPostTown(town: string): string | null
  /** Whether a text names a county and no municipality. */
  isCounty(text: string): boolean
}

/** What people write around the name of a municipality. */
const around: readonly RegExp[] = [
  /^(?:(?:säte|hem)?kommun|municipality|stad)(?: of)?\s*[:=]?\s+/,
  /s?\s+(?:kommun|stad|municipality)$/,
  /\s+(?:kommun|stad|municipality|k[:.-]?n\.?)$/,
]
const aroundCounty = /^(?:region|landstinget|county of)\s+|s?\s+(?:läns landsting|län|county|region)$/g

/** Texts whose municipality is remembered: a register names few towns many times. */
const MOST_KEPT = 10_000

/** Reads the municipalities there are. */
export async function readMunicipalities(graph: GraphReader): Promise<Municipalities> {
  return municipalitiesAmong(await graph.read(municipalities, {}), await graph.read(counties, {}))
}

interface MunicipalityRow {
  readonly id: string
  readonly code: string
  readonly name: string
  /** Those that bear another name. */
  readonly postTowns?: readonly string[]
}

/** Finds municipalities among these. Håbo and Habo are told apart by their letters. */
export function municipalitiesAmong(
  rows: readonly MunicipalityRow[],
  countiesThere: readonly { readonly name: string }[],
): Municipalities {
  const byCode = new Map(rows.map(({ id, code }) => [code, id]))
  const byName = new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]))
  const byFolded = new Map<string, string | null>()
  for (const { id, name } of rows) byFolded.set(folded(name), byFolded.has(folded(name)) ? null : id)
  const named = (name: string) => byName.get(name) ?? byFolded.get(folded(name)) ?? null
  const bareCounty = (name: string) => folded(name.toLowerCase().replace(aroundCounty, ''))
  const countyNames = new Set(countiesThere.map(({ name }) => bareCounty(name)))
  const namedAs = (name: string): string | null => {
    const forms = [name, ...around.map((each) => name.replace(each, '')), bare(name)]
    return forms.map(named).find((id) => id !== null) ?? null
  }
  const besideCounty = (plain: string): string | null => {
    const [first = '', second = '', ...others] = plain.split(/ ?[,/()] ?/).filter((part) => part !== '')
    if (others.length > 0) return null
    if (countyNames.has(bareCounty(second))) return namedAs(first)
    return countyNames.has(bareCounty(first)) ? namedAs(second) : null
  }
  const read = (text: string): string | null => {
    const plain = plainCell(text).toLowerCase()
    const code = codeOf(plain)
    if (code !== null) return byCode.get(code) ?? null
    const [given, further] = plain.match(codeInText) ?? []
    const name = plain
      .replace(codeInText, ' ')
      .replace(/[()[\]\s]+/g, ' ')
      .replace(/^[ ,:-]+|[ ,:-]+$/g, '')
    const found = namedAs(name)
    if (given === undefined) return found ?? besideCounty(plain)
    return further === undefined && found === byCode.get(given.padStart(4, '0')) ? found : null
  }
  const known = new Map<string, string | null>()
  const find = (text: string): string | null => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text)
    if (known.size < MOST_KEPT) known.set(text, found)
    return found
  }
  const byTown = new Map(rows.flatMap(({ id, postTowns = [] }) => postTowns.map((town) => [folded(town), id] as const)))
  return {
    find,
    findPostTown: (town) => (town === '' ? null : (byTown.get(folded(town)) ?? find(town))),
    isCounty: (text) => find(text) === null && countyNames.has(bareCounty(plainCell(text))),
  }
}

const codeInText = /(?<!\d)\d{3,4}(?!\d)/g

const bare = (name: string): string => around.reduce((text, each) => text.replace(each, ''), name)

/** Four digits; a zero before them is lost where a program takes them for a number, which also writes 2580.0. */
function codeOf(plain: string): string | null {
  const digits = plain.replace(/^(\d{3,4})[.,]0+$/, '$1').replace(/^(\d{2})[ -](\d{2})$/, '$1$2')
  return /^\d{3,4}$/.test(digits) ? digits.padStart(4, '0') : null
}

/** Two digits of the county that a municipality is in, from its id. */
export const countyOf = (municipality: string): string => municipality.replace('municipality:', '').slice(0, 2)
