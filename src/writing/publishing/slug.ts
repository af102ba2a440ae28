import { hyphenated } from '../../text/hyphenated.js'
import { mayHoldPersonNumber } from '../../text/person-number.js'

const LONGEST = 60

/**
 * A name as part of an id: small letters without accents, digits and hyphens; `unnamed` where nothing is left. Where its
 * digits would read like a person's number once signs between them are gone, it has none.
 */
export function slugOf(name: string): string {
  const slug = hyphenated(name).slice(0, LONGEST)
  const plain = mayHoldPersonNumber(slug) ? slug.replace(/[0-9-]+/g, '-') : slug
  return plain.replace(/^-+|-+$/g, '') || 'unnamed'
}
