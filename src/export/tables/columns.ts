import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'
import { type Precision, precisionOf } from './precision.js'

/** What a column's values are: how they are written. */
export type ColumnKind = { readonly is: 'text' | 'day' | 'truth' } | ({ readonly is: 'number' } & Precision)

/** A column of a table: where its values stand in an answer, and what they are. */
export interface Column {
  readonly path: readonly string[]
  readonly kind: ColumnKind
  /** Whether a row can have several values, which are joined. */
  readonly many: boolean
}

/** What is selected of a type, and the columns that come of it. */
export interface Selection {
  readonly text: string
  readonly columns: readonly Column[]
  /** Arguments within it that the request's parameters of the same name fill, beside `lang`. */
  readonly passed: readonly GraphQLArgument[]
}

type Field = GraphQLField<unknown, unknown>

/** Arguments of fields within a row that the request's parameters of the same name fill. */
const passedOn = new Set(['lang', 'asOf', 'run'])

/** Beside id and name, what a row says of an entity that it names. */
const alsoOf: Readonly<Record<string, readonly string[]>> = {
  Firm: ['organisationNumber', 'sizeClass', 'employees'],
  Sector: ['code'],
}

/** What a row lists, though there is a table of each by itself. */
const listed = new Set([
  ...['SupportActor.serves', 'SupportActor.provides', 'Initiative.offeredBy', 'Initiative.addresses'],
  ...['Firm.otherNames', 'SupportActor.otherNames', 'Establishment.otherNames'],
])
/** How many of them; the cell says that there are more. */
const MOST_LISTED = 50

/** What a row of another table names this one for: it is found there. */
const inOtherTables = new Set(['Change.proposal'])

/** Names with values, which no one cell can hold side by side: what sources say is read in the API. */
const listsOfStatements = new Set(['StatedField', 'RelationshipStatement'])

/** How many fields lead to a value of a row. */
const DEEPEST = 4

export const isListOf = (type: GraphQLOutputType): boolean =>
  isListType(type) || (isNonNullType(type) && isListType(type.ofType))

export const isEntity = (type: GraphQLNamedType): boolean =>
  isUnionType(type)
    ? type.getTypes().every(isEntity)
    : isInterfaceType(type)
      ? type.name === 'Entity'
      : isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Entity')

/**
 * A row of some type: its values, the entities that it names, where it is stated. What it holds page by page is a table
 * of its own.
 * @param isStated whether it is the row that is stated, and not a relationship to it.
 */
export function rowOf(type: GraphQLNamedType, path: readonly string[] = [], isStated = true): Selection {
  if (isObjectType(type)) return fieldsOf(type, (field) => isStated || isOfNode(field), path)
  const { text, ...more } = joined([
    value([...path, '__typename'], '__typename'),
    value([...path, 'id'], 'id'),
    named([...path, 'name']),
    ...(isStated ? [below('provenance', provenance([...path, 'provenance']))] : []),
  ])
  return { ...more, text: `... on Entity { ${text} }` }
}

/** Whether a field is still meant where a row is one relationship of the node: not where it is stated, nor a sum of such rows. */
const isOfNode = ({ name, args }: Field): boolean =>
  name !== 'provenance' && !args.some((argument) => argument.name === 'run')

/** Some fields of a type. */
export const fieldsOf = (
  type: GraphQLObjectType,
  chosen: (field: Field) => boolean,
  path: readonly string[] = [],
  inList = false,
): Selection =>
  joined(
    Object.values(type.getFields())
      .filter(chosen)
      .map((field) => part(type, field, [...path, field.name], inList)),
  )

function part(parent: GraphQLObjectType, field: Field, path: readonly string[], inList: boolean): Selection {
  const type = getNamedType(field.type)
  const given = field.args.filter(({ name }) => passedOn.has(name))
  const isList = isListOf(field.type)
  const isListed = !inList && listed.has(`${parent.name}.${field.name}`)
  if (isListed && !isList && isObjectType(type)) {
    return { ...firstOf(field, type, given, path), passed: given.filter(({ name }) => name !== 'lang') }
  }
  // What an entity has many of is a table of its own.
  const hasOwnTable = isList && isEntity(parent) && isObjectType(type) && !isEntity(type) && !isListed
  const isLeftOut =
    field.name === 'cursor' ||
    listsOfStatements.has(type.name) ||
    inOtherTables.has(`${parent.name}.${field.name}`) ||
    hasOwnTable ||
    field.args.some(
      (argument) => argument.name === 'first' || (isRequiredArgument(argument) && !given.includes(argument)),
    )
  if (isLeftOut) return nothing
  const text = `${field.name}${argumentsText(given)}`
  const own = isLeafType(type)
    ? value(path, text, kindOf(type.name, parent.name, field.name), inList || isList)
    : below(text, partsOf(type, path, { isList, inList }))
  return own.columns.length === 0
    ? nothing
    : { ...own, passed: [...own.passed, ...given.filter(({ name }) => name !== 'lang')] }
}

function partsOf(
  type: GraphQLNamedType,
  path: readonly string[],
  { isList, inList }: { readonly isList: boolean; readonly inList: boolean },
): Selection {
  if (type.name === 'Provenance') return provenance(path)
  // Entities of several parts could not be told apart in one cell.
  if (isEntity(type)) return isList && inList ? nothing : reference(type, path, isList || inList)
  if (!isObjectType(type) || path.length > DEEPEST) return nothing
  return fieldsOf(type, () => true, path, isList || inList)
}

/** An entity that a row names. */
function reference(type: GraphQLNamedType, path: readonly string[], many: boolean): Selection {
  const also = isObjectType(type) ? (alsoOf[type.name] ?? []) : []
  const parts = [named([...path, 'name'], many), value([...path, 'id'], 'id', text, many)]
  for (const name of also) {
    const field = isObjectType(type) ? type.getFields()[name] : undefined
    if (field) parts.push(value([...path, name], name, kindOf(getNamedType(field.type).name, type.name, name), many))
  }
  const { text: fields, ...more } = joined(parts)
  return { ...more, text: isObjectType(type) ? fields : `... on Entity { ${fields} }` }
}

/** Names of the first nodes of a connection. */
function firstOf(
  field: Field,
  type: GraphQLObjectType,
  given: readonly GraphQLArgument[],
  path: readonly string[],
): Selection {
  const { nodes } = type.getFields()
  if (!nodes) return nothing
  const { text: named, ...more } = reference(getNamedType(nodes.type), [...path, 'nodes'], true)
  const first = [`first: ${MOST_LISTED}`, ...given.map(({ name }) => `${name}: $${name}`)].join(' ')
  return { ...more, text: `${field.name}(${first}) { nodes { ${named} } pageInfo { hasNextPage } }` }
}

const provenance = (path: readonly string[]): Selection =>
  joined([
    below('source', joined([named([...path, 'source', 'name']), value([...path, 'source', 'id'], 'id')])),
    value([...path, 'locator'], 'locator'),
    value([...path, 'recordedAt'], 'recordedAt'),
  ])

const nothing: Selection = { text: '', columns: [], passed: [] }
const text: ColumnKind = { is: 'text' }

const value = (path: readonly string[], selected: string, kind: ColumnKind = text, many = false): Selection => ({
  text: selected,
  columns: [{ path, kind, many }],
  passed: [],
})

const named = (path: readonly string[], many = false) => value(path, 'name(lang: $lang)', text, many)

const below = (field: string, { text, ...more }: Selection): Selection => ({ ...more, text: `${field} { ${text} }` })

/** What several selections come to. */
export function joined(parts: readonly Selection[]): Selection {
  return {
    text: parts.map(({ text }) => text).join(' '),
    columns: parts.flatMap(({ columns }) => columns),
    passed: parts.flatMap(({ passed }) => passed),
  }
}

const argumentsText = (given: readonly GraphQLArgument[]): string =>
  given.length === 0 ? '' : `(${given.map(({ name }) => `${name}: $${name}`).join(' ')})`

function kindOf(type: string, parent: string, field: string): ColumnKind {
  if (type === 'Float' || type === 'Int') return { is: 'number', ...precisionOf(type, parent, field) }
  return type === 'Boolean' ? { is: 'truth' } : type === 'Date' ? { is: 'day' } : text
}
