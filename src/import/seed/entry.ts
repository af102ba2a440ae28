import { z } from 'zod'
import { text } from '../../edition/forms.js'
import type { SeedProblem } from '../../edition/problems.js'
import type { Properties, PropertyValue } from '../../graph/elements.js'
import type { NodeLabel, RelationshipType } from '../../graph/vocabulary.js'
import { partialDate } from '../../writing/forms/partial-date.js'
import { kindOf } from '../../writing/forms/properties.js'
import { keyOf, ruleOf } from '../../writing/forms/relationships.js'
import type { WrittenEntry } from './files.js'

/** A relationship that an entry writes, checked by itself; whether its ends exist is checked when all are read. */
export interface SeedRelationship {
  readonly type: RelationshipType
  readonly from: string
  readonly to: string
  readonly key: string
  readonly source: string
  readonly locator: string
  readonly properties: Properties
  /** Where it is written. */
  readonly file: string
  readonly line: number
}

/** An entry, checked by itself. */
export interface SeedEntry {
  readonly file: string
  readonly line: number
  readonly label: NodeLabel
  readonly id: string
  readonly source: string
  readonly locator: string
  readonly properties: Properties
  readonly relationships: readonly SeedRelationship[]
}

/** The ids that a property of an entry holds: one, several or none. */
export const idsIn = (value: PropertyValue | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]

const listsByType = z.record(z.string(), z.array(z.unknown()))

/** What every entry may carry; the rest are its own properties. */
const generalForm = z.looseObject({
  id: z.string(),
  source: text.optional(),
  locator: text.optional(),
  relations: listsByType.optional(),
  incoming: listsByType.optional(),
})

const oneOrMore = z.union([z.string().transform((id) => [id]), z.array(z.string()).min(1)])

/** A relationship is written as the id of its other end, or as `to` (`from` where it comes in) with what it carries. */
const relationForm = z.preprocess(
  (written) => (typeof written === 'string' ? { ends: [written] } : written),
  z.looseObject({
    ends: oneOrMore.optional(),
    to: oneOrMore.optional(),
    from: oneOrMore.optional(),
    source: text.optional(),
    locator: text.optional(),
    validFrom: partialDate.optional(),
    validTo: partialDate.optional(),
  }),
)

type Report = (path: readonly PropertyKey[], reason: string) => void

function reportIssues(issues: readonly z.core.$ZodIssue[], at: readonly PropertyKey[], report: Report): void {
  for (const issue of issues) {
    const path = [...at, ...issue.path]
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) report([...path, key], `unknown key "${key}"`)
    else report(path, [...issue.path, issue.message].join(': '))
  }
}

interface Side {
  readonly name: 'relations' | 'incoming'
  readonly far: 'to' | 'from'
  readonly near: 'to' | 'from'
}
const outgoing: Side = { name: 'relations', far: 'to', near: 'from' }
const sides: readonly Side[] = [outgoing, { name: 'incoming', far: 'from', near: 'to' }]

interface Origin {
  readonly id: string
  readonly source: string
  readonly locator: string
}

/** Where something is written. */
interface Written {
  readonly file: string
  readonly line: number
}

/** Reads what one relationship says, as it is written at `origin`; none where too little of it is right. */
export function readRelationship(
  written: unknown,
  typeName: string,
  origin: Origin,
  where: Written,
  report: Report,
  path: readonly PropertyKey[] = [],
  side: Side = outgoing,
): SeedRelationship[] {
  const known = ruleOf(typeName)
  if (known === undefined) {
    report(path, `the seed holds no relationships of type "${typeName}"`)
    return []
  }
  const { type, rule } = known
  const form = relationForm.safeParse(written)
  if (!form.success) {
    reportIssues(form.error.issues, path, report)
    return []
  }
  const { ends, to, from, source, locator, validFrom, validTo, ...rest } = form.data
  if ((side.far === 'to' ? from : to) !== undefined)
    report(path, `"${side.near}" is the entry itself; name "${side.far}"`)
  const farEnds = ends ?? (side.far === 'to' ? to : from)
  if (farEnds === undefined) report(path, `names no "${side.far}"`)
  if (validFrom && validTo && validFrom.firstDay > validTo.lastDay) report(path, 'ends before it begins')
  if (source !== undefined && locator === undefined) report(path, 'has a source of its own and no locator in it')
  const own = rule.properties.safeParse(rest)
  if (!own.success) {
    reportIssues(own.error.issues, path, report)
    return []
  }
  const properties: Properties = {
    ...own.data,
    ...(validFrom && { validFrom: validFrom.firstDay }),
    ...(validTo && { validTo: validTo.lastDay }),
  }
  return (farEnds ?? []).map((far) => ({
    type,
    ...(side.far === 'to' ? { from: origin.id, to: far } : { from: far, to: origin.id }),
    key: keyOf(rule, properties, source ?? origin.source),
    source: source ?? origin.source,
    locator: locator ?? origin.locator,
    properties,
    ...where,
  }))
}

/**
 * Checks one entry against the rules of its kind. What is wrong is added to `problems`, each with its line;
 * undefined where too little is right to go on.
 */
export function readEntry(written: WrittenEntry, problems: SeedProblem[]): SeedEntry | undefined {
  const { file, lineOf } = written
  const report: Report = (path, reason) => problems.push({ file, line: lineOf(path), reason })
  const form = generalForm.safeParse(written.value)
  if (!form.success) {
    reportIssues(form.error.issues, [], report)
    return undefined
  }
  const { id, source, locator, relations, incoming, ...rest } = form.data
  const kind = kindOf(id)
  if (kind === undefined) {
    report(['id'], `"${id}" is not an id of a kind that the seed holds`)
    return undefined
  }
  const own = kind.properties.safeParse(rest)
  if (!own.success) reportIssues(own.error.issues, [], report)

  const isSource = kind.label === 'Source'
  if (own.success && !isSource && own.data.nameSv === undefined && own.data.nameEn === undefined)
    report([], `${id} has no name in any language`)
  if (isSource && source !== undefined) report(['source'], 'a source is its own source')
  if (!isSource && source === undefined) report([], `${id} has no source`)
  if (!isSource && locator === undefined) report([], `${id} has no locator`)
  const origin = { id, source: isSource ? id : (source ?? ''), locator: locator ?? (isSource ? 'the whole of it' : '') }

  const relationships: SeedRelationship[] = []
  for (const side of sides) {
    for (const [type, list] of Object.entries((side.name === 'relations' ? relations : incoming) ?? {})) {
      for (const [index, relation] of list.entries()) {
        const path = [side.name, type, index]
        const where = { file, line: lineOf(path) }
        relationships.push(...readRelationship(relation, type, origin, where, report, path, side))
      }
    }
  }
  if (kind.label === 'Claim' && relations?.STATED_IN === undefined) {
    relationships.push({
      ...origin,
      type: 'STATED_IN',
      from: id,
      to: origin.source,
      key: '',
      properties: {},
      file,
      line: lineOf([]),
    })
  }
  return own.data && { file, line: lineOf([]), label: kind.label, ...origin, properties: own.data, relationships }
}
