import { type SizeClass, type SizeRule, sizeClassOf, sizeClassWithin } from '../classification/size-class.js'
import type { GraphElements, GraphRelationship, Properties, PropertyValue } from '../graph/elements.js'
import { known } from '../graph/known.js'
import { foldedName } from '../text/folded.js'

/** A statement as it stands on the relationship from firm to source. */
export interface StoredStatement {
  readonly source: string
  readonly locator: string
  readonly recordedAt: string
  readonly name?: string | undefined
  readonly municipality?: string | undefined
  readonly sni?: readonly string[] | undefined
  readonly sectors?: readonly string[] | undefined
  readonly employees?: number | undefined
  readonly employeesFrom?: number | undefined
  readonly employeesTo?: number | undefined
  readonly turnover?: number | undefined
  readonly sizeClass?: SizeClass | undefined
  readonly asOf?: string | undefined
}

export const firmId = (number: string): string => `firm:${number}`

/** What a statement can say of a firm beside its name, by the columns of a file. */
export const statementColumns = ['municipality', 'sni', 'employees', 'turnover', 'sizeClass', 'asOf'] as const

/** The columns in which a statement says something. */
export const columnsStated = (statement: StoredStatement): string[] =>
  statementColumns.filter((column) => {
    if (column === 'sizeClass') return (statement.sizeClass ?? 'UNKNOWN') !== 'UNKNOWN'
    if (column === 'employees') return statesEmployees(statement)
    return statement[column] !== undefined
  })

/** Whether a statement says how many a firm employs, or between which bounds. */
const statesEmployees = ({ employees, employeesFrom }: StoredStatement): boolean =>
  employees !== undefined || employeesFrom !== undefined

/** A statement with what a later one says put right; what that leaves open stays. */
export function corrected(before: StoredStatement, by: StoredStatement, rule: SizeRule): StoredStatement {
  const { employees, employeesFrom, employeesTo } = statesEmployees(by) ? by : before
  const turnover = by.turnover ?? before.turnover
  const computed = sizeOf(rule, [{ ...by, employees, employeesFrom, employeesTo }], employees, turnover)
  const stated = (by.sizeClass ?? 'UNKNOWN') === 'UNKNOWN' ? before.sizeClass : by.sizeClass
  const { sni, sectors } = by.sni === undefined ? before : by
  return {
    ...by,
    municipality: by.municipality ?? before.municipality,
    sni,
    sectors,
    employees,
    employeesFrom,
    employeesTo,
    turnover,
    sizeClass: !statesEmployees(by) && by.turnover === undefined ? stated : computed,
    asOf: by.asOf ?? before.asOf,
  }
}

const said = ({ locator: _, recordedAt: __, ...rest }: StoredStatement): Properties => known(rest)

/** Whether two statements say the same, wherever in the source they stand and whenever they were recorded. */
export const sayTheSame = (left: StoredStatement, right: StoredStatement): boolean =>
  JSON.stringify(inOrder(said(left))) === JSON.stringify(inOrder(said(right)))

const inOrder = (values: Properties): [string, PropertyValue][] =>
  Object.entries(values).toSorted(([left], [right]) => (left < right ? -1 : 1))

/** Newest first: by the day that it holds for, else by when it was recorded; then by source. */
function newestFirst(statements: readonly StoredStatement[]): StoredStatement[] {
  const age = ({ asOf, recordedAt, source }: StoredStatement) => [asOf ?? recordedAt.slice(0, 10), recordedAt, source]
  return statements.toSorted((left, right) => (age(left).join(' ') < age(right).join(' ') ? 1 : -1))
}

/** A firm as its sources together describe it. */
export interface FirmShown {
  readonly properties: Properties
  /** Its places and sectors. */
  readonly ties: readonly GraphRelationship[]
}

/**
 * A firm as its sources together describe it: each property from the first that states it, and every municipality and
 * sector that one of them names, those of the first before those of others.
 * @param ordered what sources say, what is to be shown first.
 */
export function firmShown(id: string, ordered: readonly StoredStatement[], rule: SizeRule): FirmShown {
  const employees = firstKnown(ordered, (each) => each.employees)
  const turnover = firstKnown(ordered, (each) => each.turnover)
  const name = firstKnown(ordered, (each) => each.name)
  return {
    properties: known({
      nameSv: name,
      statedNames: name === undefined ? undefined : otherNamesIn(name, ordered),
      employees,
      turnover,
      sizeClass: sizeOf(rule, ordered, employees, turnover),
      sni: firstKnown(ordered, (each) => each.sni),
      asOf: ordered[0]?.asOf,
    }),
    ties: [
      ...ties('LOCATED_IN', id, ordered, ({ municipality }) => (municipality === undefined ? [] : [municipality])),
      ...ties('IN_SECTOR', id, ordered, ({ sectors = [] }) => sectors),
    ],
  }
}

/** A firm as its sources together describe it, with what each of them says on a relationship to it. */
export function firmElements(number: string, statements: readonly StoredStatement[], rule: SizeRule): GraphElements {
  const ordered = newestFirst(statements)
  const [newest] = ordered
  if (!newest) return { nodes: [], relationships: [] }
  const id = firmId(number)
  const { properties, ties: placed } = firmShown(id, ordered, rule)
  const node = { ...properties, organisationNumber: number }
  return {
    nodes: [{ label: 'Firm', id, provenance: provenanceOf(newest), properties: node }],
    relationships: [
      ...placed,
      ...ordered.map(
        (statement): GraphRelationship => ({
          ...{ type: 'STATED_IN', from: id, to: statement.source, key: '' },
          provenance: provenanceOf(statement),
          properties: withoutProvenance(statement),
        }),
      ),
    ],
  }
}

/** Names by which other sources call the firm, where they are not the same but for legal form and spelling. */
function otherNamesIn(own: string, statements: readonly StoredStatement[]): string[] | undefined {
  const byName = new Map<string, string>()
  for (const { name } of statements) {
    if (name !== undefined && !byName.has(foldedName(name))) byName.set(foldedName(name), name)
  }
  byName.delete(foldedName(own))
  return byName.size === 0 ? undefined : [...byName.values()]
}

/** By what is known of employees and turnover, of employees the newest; a class that a source states where neither is. */
function sizeOf(
  rule: SizeRule,
  ordered: readonly StoredStatement[],
  employees: number | undefined,
  turnover: number | undefined,
): SizeClass {
  const counted = ordered.find(statesEmployees)
  if (counted?.employees === undefined && counted?.employeesFrom !== undefined) {
    return sizeClassWithin(rule, { from: counted.employeesFrom, to: counted.employeesTo ?? null }, turnover ?? null)
  }
  const computed = sizeClassOf(rule, employees ?? null, turnover ?? null)
  const stated = firstKnown(ordered, ({ sizeClass }) => (sizeClass === 'UNKNOWN' ? undefined : sizeClass))
  return computed === 'UNKNOWN' ? (stated ?? 'UNKNOWN') : computed
}

/** The size class of one statement: that which it states, else that which follows from what it counts. */
export const sizeStated = (statement: StoredStatement, rule: SizeRule): SizeClass =>
  statement.sizeClass ?? sizeOf(rule, [statement], statement.employees, statement.turnover)

function firstKnown<Value>(
  statements: readonly StoredStatement[],
  of: (statement: StoredStatement) => Value | undefined,
): Value | undefined {
  return statements.map(of).find((value) => value !== undefined)
}

/** Two sources that name the same municipality or sector make one relationship, with the newer as its source. */
function ties(
  type: 'LOCATED_IN' | 'IN_SECTOR',
  from: string,
  ordered: readonly StoredStatement[],
  ends: (statement: StoredStatement) => readonly string[],
): GraphRelationship[] {
  const byEnd = new Map<string, GraphRelationship>()
  for (const statement of ordered) {
    for (const to of ends(statement)) {
      if (byEnd.has(to)) continue
      const properties = { rank: byEnd.size + 1 }
      byEnd.set(to, { type, from, to, key: '', provenance: provenanceOf(statement), properties })
    }
  }
  return [...byEnd.values()]
}

const provenanceOf = ({ source, locator, recordedAt }: StoredStatement) => ({ source, locator, recordedAt })

const withoutProvenance = ({ source: _, locator: __, recordedAt: ___, ...rest }: StoredStatement): Properties =>
  known(rest)
