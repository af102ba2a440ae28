import type { GivenFields } from './values.js'

/** A source that the register knows. */
export interface KnownSource {
  readonly name: string
  readonly title: string
  readonly publisher: string | null
  readonly url: string | null
  readonly year: number | null
}

/** What is said beside the fields: where it comes from, and why. */
export interface Saying {
  readonly how: 'OWN' | 'PAGE' | 'KNOWN'
  readonly url: string
  readonly title: string
  readonly known: KnownSource | null
  readonly locator: string
  readonly asOf: string
  readonly reason: string
  readonly confirmMailbox: boolean
}

export const nothingSaid: Saying = {
  ...{ how: 'OWN', url: '', title: '', known: null, locator: '', asOf: '', reason: '', confirmMailbox: false },
}

/** Whether a source is chosen of which nothing is said. */
export const lacksSource = ({ how, url, title, known }: Saying): boolean =>
  (how === 'PAGE' && url.trim() === '' && title.trim() === '') || (how === 'KNOWN' && known === null)

/** A page without a title is called by its address. */
const titleOf = ({ url, title }: Saying): string => title.trim() || url.trim().replace(/^https?:\/\//i, '')

/**
 * What an input says beside its fields.
 * @param takes whether the input has such a field.
 */
export function sayingInput(saying: Saying, takes: (name: string) => boolean): GivenFields {
  const { how, known, url, locator, asOf, reason, confirmMailbox } = saying
  const source =
    how === 'PAGE'
      ? { title: titleOf(saying), ...(url.trim() === '' ? {} : { url: url.trim() }) }
      : how === 'KNOWN' && known
        ? {
            title: known.title,
            ...(known.publisher === null ? {} : { publisher: known.publisher }),
            ...(known.url === null ? {} : { url: known.url }),
            ...(known.year === null ? {} : { year: known.year }),
          }
        : null
  const said: GivenFields = {
    ...(source ? { source } : {}),
    ...(locator.trim() === '' ? {} : { locator: locator.trim() }),
    ...(asOf === '' ? {} : { asOf }),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(confirmMailbox ? { confirmMailbox } : {}),
  }
  return Object.fromEntries(Object.entries(said).filter(([name]) => takes(name)))
}

/** What the source is called, as it will be. */
export const sourceName = (saying: Saying): string | null =>
  saying.how === 'OWN' ? null : saying.how === 'KNOWN' ? (saying.known?.name ?? '') : titleOf(saying)
