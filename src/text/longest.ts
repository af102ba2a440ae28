/** Letters of what is called something, by the field that says it. */
const names: ReadonlySet<string> = new Set([
  ...['name', 'nameSv', 'nameEn', 'title', 'publisher', 'unit', 'mailbox', 'telephone', 'currency'],
  ...['from', 'fromText', 'to', 'toText', 'since', 'until', 'valueText', 'datesText', 'organisationNumber'],
])
const LONGEST_NAME = 300
/** Letters of anything else: descriptions, reasons, what a claim states. */
const LONGEST_TEXT = 5_000

/** Lists of values that stand on what is written; how many relationships one change may have is counted elsewhere. */
const lists: ReadonlySet<string> = new Set([
  ...['otherNames', 'otherTermsSv', 'otherTermsEn', 'presupposesSv', 'presupposesEn', 'sni', 'buysFor', 'jobs'],
  ...['help', 'reservations', 'excludedPlaces', 'partlyExcludedPlaces'],
])
const LONGEST_LIST = 400

/** What of a value is longer than it may be: where it stands, and how a message says it. */
export interface TooLong {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** The first text or list of what is to be written that is longer than it may be; null for none. */
export function tooLongIn(value: unknown, path: readonly (string | number)[] = [], field = ''): TooLong | null {
  if (typeof value === 'string') {
    const most = names.has(field) ? LONGEST_NAME : LONGEST_TEXT
    return value.length > most ? { path, message: `has ${value.length} characters, and may have ${most}` } : null
  }
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value) && lists.has(field) && value.length > LONGEST_LIST) {
    return { path, message: `has ${value.length} items, and may have ${LONGEST_LIST}` }
  }
  for (const [name, own] of Object.entries(value)) {
    const at = Array.isArray(value) ? Number(name) : name
    const found = tooLongIn(own, [...path, at], Array.isArray(value) ? field : name)
    if (found) return found
  }
  return null
}
