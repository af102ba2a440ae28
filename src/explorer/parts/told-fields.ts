/** A field or relationship before and after a change, as the API tells it: values as JSON. */
export interface FieldChanged {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** A value of a field: one, or a list. */
export type ToldValue = string | number | boolean | readonly (string | number)[]

/** A value before and after a change; null where there was or is none. */
export interface ToldField {
  readonly name: string
  readonly before: ToldValue | null
  readonly after: ToldValue | null
}

/** What became of a relationship. */
export interface ToldTie {
  /** Its type, such as `OFFERS`. */
  readonly type: string
  /** Id of its other end. */
  readonly end: string
  /** Whether it leads to the other end, or from there. */
  readonly direction: 'OUT' | 'IN'
  readonly became: 'ADDED' | 'ENDED' | 'GONE' | 'OTHER'
  /** Its last day, where it has one by now. */
  readonly until: string | null
  /** Its own properties, as far as they differ; of one that is new, all of them. */
  readonly properties: readonly ToldField[]
}

/** What a change comes to, as a reader is told it. */
export interface Told {
  readonly fields: readonly ToldField[]
  readonly ties: readonly ToldTie[]
}

/** What follows from other fields, or says how they are stored. */
const derived = /^(startsOn|endsOn|fromPrecision|toPrecision|expectedYears|otherNames.+|sectors|rank|lastSeen.*)$/

/** By what an id at the other end of a relationship tells that it is where the relationship comes from. */
const fromEnds: Readonly<Record<string, readonly string[]>> = {
  OFFERS: ['actor'],
  FUNDS: ['actor', 'firm'],
  PARTNERS_IN: ['actor', 'firm'],
  ABOUT: ['claim'],
  DIRECTED_TO: ['recommendation'],
  CONCERNS: ['recommendation'],
  SERVES: ['actor'],
  HELPS_WITH: ['actor'],
  PROVIDES: ['actor'],
  MEETS: ['initiative'],
  COVERS: ['initiative'],
  TARGETS: ['initiative'],
  ADDRESSES: ['initiative'],
  OPERATED_BY: ['establishment'],
  PROCURES: ['establishment'],
  REQUIRES: ['establishment'],
  HAS_PHASE: ['establishment'],
}

/** Fields and relationships of a change, without what follows from others, in the order that `order` has them. */
export function toldFields(changed: readonly FieldChanged[], order: readonly string[]): Told {
  const ties = changed.filter(({ name }) => isTie(name))
  const values = new Map(changed.filter(({ name }) => !isTie(name)).map((field) => [field.name, field]))
  const fields = [...values.values()]
    .filter(({ name }) => !isDerived(name, values))
    .map(({ name, before, after }) => ({
      name,
      before: valueIn(name, before, values, 'before'),
      after: valueIn(name, after, values, 'after'),
    }))
  const lastDay = values.get('endsOn')
  if (lastDay && !values.has('to')) {
    fields.push({ name: 'to', before: readValue(lastDay.before), after: readValue(lastDay.after) })
  }
  return { fields: inOrder(fields, order), ties: ties.map((tie) => toldTie(tie, order)) }
}

const isTie = (name: string): boolean => /^[A-Z][A-Z_]+ /.test(name)

function isDerived(name: string, values: ReadonlyMap<string, FieldChanged>): boolean {
  if (name === 'sectors') return values.has('sni')
  if (name === 'nameSv') return values.has('statementSv')
  if (name === 'nameEn') return values.has('statementEn')
  if (name === 'fromText' || name === 'toText') {
    const date = values.get(name === 'fromText' ? 'from' : 'to')
    const text = values.get(name)
    return ['before' as const, 'after' as const].every((side) => saysTheDate(text?.[side], date?.[side]))
  }
  return derived.test(name)
}

/** Whether a source's words for a date are no more than the date. */
const saysTheDate = (text: string | null | undefined, date: string | null | undefined): boolean => {
  const [words, day] = [readValue(text ?? null), readValue(date ?? null)]
  return words === null || (typeof day === 'string' && typeof words === 'string' && day.startsWith(words))
}

function valueIn(
  name: string,
  text: string | null,
  values: ReadonlyMap<string, FieldChanged>,
  side: 'before' | 'after',
): ToldValue | null {
  const value = readValue(text)
  if (name === 'expectedJobs' && Array.isArray(value)) {
    const years = readValue(values.get('expectedYears')?.[side] ?? null)
    return Array.isArray(years) ? value.map((jobs, index) => `${years[index]}: ${jobs}`) : value
  }
  // A date is known to the year, month or day, which the source's words for it say where they are no more than that.
  if ((name === 'from' || name === 'to') && typeof value === 'string') {
    const precision = readValue(values.get(`${name}Precision`)?.[side] ?? null)
    return precision === 'YEAR' ? value.slice(0, 4) : precision === 'MONTH' ? value.slice(0, 7) : value
  }
  return value
}

function toldTie({ name, before, after }: FieldChanged, order: readonly string[]): ToldTie {
  const [type = '', end = ''] = name.split(' ')
  const was = before === null ? null : readProperties(before)
  const is = after === null ? null : readProperties(after)
  const lastDay = is?.validTo ?? is?.until ?? null
  const lastDayBefore = was?.validTo ?? was?.until ?? null
  const became = !was ? 'ADDED' : !is ? 'GONE' : lastDay !== null && lastDay !== lastDayBefore ? 'ENDED' : 'OTHER'
  const differing = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter(
    (each) => each !== 'rank' && each !== 'category' && JSON.stringify(was?.[each]) !== JSON.stringify(is?.[each]),
  )
  const shown = became === 'GONE' ? [] : became === 'ENDED' ? differing.filter((each) => !isLastDay(each)) : differing
  return {
    ...{ type, end, became },
    direction: fromEnds[type]?.includes(end.split(':')[0] ?? '') ? 'IN' : 'OUT',
    until: typeof lastDay === 'string' ? lastDay : null,
    properties: inOrder(
      shown.map((each) => ({ name: each, before: was?.[each] ?? null, after: is?.[each] ?? null })),
      order,
    ),
  }
}

const isLastDay = (name: string): boolean => name === 'validTo' || name === 'until'

/** In the order of names; those that it has not come last. */
function inOrder(fields: readonly ToldField[], order: readonly string[]): readonly ToldField[] {
  const place = ({ name }: ToldField): number => (order.includes(name) ? order.indexOf(name) : order.length)
  return fields.toSorted((left, right) => place(left) - place(right))
}

/** A value of JSON; null for what is none of one field. */
export function readValue(text: string | null): ToldValue | null {
  if (text === null) return null
  const value: unknown = JSON.parse(text)
  return isValue(value) ? value : null
}

function readProperties(text: string): Readonly<Record<string, ToldValue>> {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, ToldValue] => isValue(entry[1])))
}

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

const isValue = (value: unknown): value is ToldValue =>
  isPlain(value) || typeof value === 'boolean' || (Array.isArray(value) && value.every(isPlain))

const idForm =
  /^(?:actor|initiative|firm|establishment|phase|claim|municipality|county|country|sector|need|area|source|category|requirement|size-class|recommendation|challenge|strength|case):\S+$/

/** Whether a text is the id of an entity. */
export const isId = (value: unknown): value is string => typeof value === 'string' && idForm.test(value)

/** The ids that are named by what changed, each once. */
export function idsIn(told: readonly Told[]): readonly string[] {
  const ids = new Set<string>()
  const add = (value: ToldValue | null): void => {
    for (const each of Array.isArray(value) ? value : [value]) if (isId(each)) ids.add(each)
  }
  for (const { fields, ties } of told) {
    for (const { end } of ties) ids.add(end)
    for (const { before, after } of [...fields, ...ties.flatMap(({ properties }) => properties)]) {
      add(before)
      add(after)
    }
  }
  return [...ids]
}
