import type { GraphQLResolveInfo } from 'graphql'
import type { RegionWordings } from '../edition/wordings.js'
import { type ComposedRow, ownValue } from '../graph/compose/rows.js'
import type { Lang } from '../language/language.js'
import { locatorInSwedish } from '../language/locator-in-swedish.js'
import { type Told, telling } from '../language/told.js'
import { remembered } from '../text/remembered.js'

/** What is noted in English: where in a source something stands, what it says of a supply, what it is called. */
type Noted = keyof RegionWordings

/** How many places in sources are kept as they were told. */
const MOST_KEPT = 5_000

const tellers = new WeakMap<RegionWordings, Readonly<Record<Noted, Told>>>()

function tellersOf(wordings: RegionWordings): Readonly<Record<Noted, Told>> {
  const known = tellers.get(wordings)
  if (known) return known
  const places = telling(wordings.locators)
  const made = {
    locators: remembered(MOST_KEPT, (locator) => locatorInSwedish(locator, places)),
    supplies: telling(wordings.supplies),
    sources: telling(wordings.sources),
  }
  tellers.set(wordings, made)
  return made
}

interface Asked {
  readonly lang?: Lang | null
}

interface Region {
  readonly edition: { readonly wordings: RegionWordings }
}

/**
 * What is noted, in the language that a field asks for: in Swedish as far as its words are known, else as it is written,
 * as also where the field asks for none.
 */
export function worded<Text extends string | null>(
  noted: Noted,
  text: Text,
  { lang }: Asked,
  { edition }: Region,
): Text | string {
  if (text === null || lang !== 'SV') return text
  return tellersOf(edition.wordings)[noted](text) ?? text
}

/** The same of what a row of a composed statement holds for a field that is never null. */
export const wordedText =
  (noted: Noted) =>
  (row: ComposedRow, asked: Asked, region: Region, info: GraphQLResolveInfo): string =>
    worded(noted, String(ownValue(row, info)), asked, region)

/** The same for a field that may be null. */
export const wordedValue =
  (noted: Noted) =>
  (row: ComposedRow, asked: Asked, region: Region, info: GraphQLResolveInfo): string | null => {
    const text = ownValue(row, info)
    return typeof text === 'string' ? worded(noted, text, asked, region) : null
  }
