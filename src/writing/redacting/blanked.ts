import type { QueryValue } from '../../graph/query.js'
import type { StoredChange } from '../changes/change-queries.js'
import type { EntityChange, StatementPiece, TiePiece } from '../changes/piece.js'

/** What stands in the place of a text that is blanked. */
export const BLANK = '[redacted]'

/** The same where only something of a form can stand: addresses that nobody has. */
const blanksOfForm: Readonly<Record<string, string>> = {
  ...{ address: 'redacted.invalid', mailbox: 'redacted@redacted.invalid', telephone: '000 00' },
}

const blanks: ReadonlySet<string> = new Set([BLANK, ...Object.values(blanksOfForm)])

/** Texts that are to be nowhere any more, each with what stands in its place. */
export type Texts = ReadonlyMap<string, string>

/** Values that are texts whatever they look like. */
const names: ReadonlySet<string> = new Set(['name', 'nameSv', 'nameEn', 'title', 'publisher', 'otherNames'])

/** Values that are none: numbers, ids and codes that others refer to. */
const codes: ReadonlySet<string> = new Set([
  ...['organisationNumber', 'sni', 'sectors', 'municipality', 'fileHash', 'readAs', 'kind', 'currency'],
])

const idForm = /^[a-z][a-z-]*:[A-Za-z0-9][A-Za-z0-9-]*$/
const codeForm = /^[A-Z][A-Z0-9_]*$/
const dayForm = /^\d{4}(-\d{2}){0,2}(T[\d:.Z]*)?$/

/** What the program says of a place in a source where nobody does. */
const ownLocators: ReadonlySet<string> = new Set(['as entered here', 'the whole of it'])

function isText(name: string, text: string): boolean {
  if (text.trim() === '' || blanks.has(text) || codes.has(name)) return false
  return names.has(name) || !(idForm.test(text) || codeForm.test(text) || dayForm.test(text))
}

const textsIn = (value: unknown): string[] => [value].flat().filter((each) => typeof each === 'string')

/**
 * The texts that a change was the first to say, of its entities or relationships: those that were there before it stay.
 * Sources that the program names by itself say nothing of anybody's.
 */
export function textsSaidBy({ entity }: StoredChange, changes: readonly EntityChange[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const piece of changes.flatMap(({ pieces }) => pieces)) {
    if (piece.of === 'LIFE' || piece.after === null || isOwnSource(piece)) continue
    const { before, after } = piece
    for (const [name, value] of Object.entries(after.values)) {
      const stood = textsIn(before?.values[name])
      for (const text of textsIn(value)) {
        if (isText(name, text) && !stood.includes(text)) texts.set(text, blanksOfForm[name] ?? BLANK)
      }
    }
    // Of a row the locator is its line.
    const isTheirs = entity !== null && after.locator !== before?.locator && !ownLocators.has(after.locator)
    if (isTheirs && isText('locator', after.locator)) texts.set(after.locator, BLANK)
  }
  return texts
}

const isOwnSource = ({ after }: StatementPiece | TiePiece): boolean => after?.values.kind === 'STATEMENT'

/** What names things, and is no text, by its name. */
const naming: ReadonlySet<string> = new Set([
  ...['id', 'entity', 'entityKind', 'of', 'type', 'label', 'key', 'end', 'source', 'recordedAt', 'argument'],
  ...['operation', 'direction', 'does', 'organisationNumber'],
])

/** Shorter texts than these are blanked where they stand alone: within others they are parts of other words. */
const SHORTEST_WITHIN = 4

/** A text without those that are to be nowhere; a text of JSON within. */
export function blankedText(text: string, texts: Texts): string {
  const whole = texts.get(text)
  if (whole !== undefined) return whole
  if (idForm.test(text)) return text
  if (/^[[{]/.test(text)) {
    const inner = jsonIn(text)
    if (inner !== undefined) return JSON.stringify(blanked(inner, texts))
  }
  let left = text
  for (const [each, blank] of [...texts].toSorted(([one], [other]) => other.length - one.length)) {
    if (each.length >= SHORTEST_WITHIN) left = left.replaceAll(each, blank)
  }
  return left
}

function jsonIn(text: string): QueryValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A value without the texts that are to be nowhere, however deep they stand in it; what names things stays. */
export function blanked(value: QueryValue, texts: Texts): QueryValue {
  if (typeof value === 'string') return blankedText(value, texts)
  if (Array.isArray(value)) return value.map((each) => blanked(each, texts))
  if (value === null || typeof value !== 'object') return value
  const isDifference = 'before' in value && 'after' in value && 'name' in value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const isName = naming.has(name) || (isDifference && name === 'name')
      return [name, isName && typeof each === 'string' ? each : blanked(each, texts)]
    }),
  )
}

/** A text of JSON without the texts that are to be nowhere. */
export const blankedJson = (text: string, texts: Texts): string => JSON.stringify(blanked(JSON.parse(text), texts))
