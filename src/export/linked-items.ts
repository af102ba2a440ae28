import type { NetworkNode } from '../network/network.js'

/** What linked data says of one thing, by its terms. */
export type Item = Record<string, unknown>

/** Names, or other texts, in both languages. */
export type Names = Pick<NetworkNode, 'nameSv' | 'nameEn'>

/** The name of an entity in linked data. */
export const iri = (id: string): string => `urn:norrgraph:${encodeURI(id)}`

/** An entity that is named where more is said of it elsewhere, or nothing. */
export const reference = (id: string): Item => ({ '@id': iri(id) })

/** A text in each language that it has; `otherwise` where it has none. */
export function inLanguages({ nameSv, nameEn }: Names, otherwise: string): Item[] {
  const values = [
    ...(nameSv === null ? [] : [{ '@value': nameSv, '@language': 'sv' }]),
    ...(nameEn === null ? [] : [{ '@value': nameEn, '@language': 'en' }]),
  ]
  return values.length > 0 ? values : [{ '@value': otherwise, '@language': 'sv' }]
}
