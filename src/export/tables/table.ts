import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { type Column, fieldsOf, isEntity, isListOf, joined, rowOf, type Selection } from './columns.js'
import { askedIn, operationOf, passedIn, type Rows, type Step } from './operation.js'
import { type Parameter, parametersOf } from './parameters.js'

/** A list of the API as a table. */
export interface Table {
  readonly name: string
  /** The field of the API that answers this and no other table. */
  readonly field: string | null
  /** What it is: its field's description. */
  readonly description: string
  readonly parameters: readonly Parameter[]
  /** What a row is called where its columns would be called as others. */
  readonly rowName: string
  /** The kind of entity that the table is of: it is asked with the id of one. */
  readonly of: string | null
  /** Variables that have to be objects: these are asked with even where no parameter fills them. */
  readonly objects: readonly string[]
  /** The operation that asks for the rows, or for a page of them. */
  readonly operation: string
  readonly columns: readonly Column[]
  /** Columns whose values are the same in every row, since they are of the whole answer. */
  readonly about: readonly Column[]
  /** Fields from the answer to the rows, or to what holds them. */
  readonly path: readonly string[]
  readonly held: Rows['held']
  readonly isPaged: boolean
  /** Whether each page takes the work of all of them: its rows are not in the graph. */
  readonly isCalculated: boolean
}

/** A table that there is, by its name; made of the schema when it is first asked for. */
export interface NamedTable {
  readonly name: string
  /** The table's field. */
  readonly field: string | null
  readonly table: () => Table
}

/** What is said of a whole answer beside its rows, whatever it is made of. */
const saidOfAll = new Set(['assumptions', 'table', 'warnings', 'unmet'])

/**
 * A list of the API as a table.
 * @param rowType the type of the rows, where the schema says less of them.
 */
export function namedTable(name: string, steps: readonly Step[], rowType?: GraphQLObjectType): NamedTable {
  let made: Table | null = null
  const field = steps.length === 1 && !rowType ? (steps[0]?.field.name ?? null) : null
  return {
    name,
    field,
    table() {
      made ??= tableOf(name, field, steps, rowType)
      return made
    },
  }
}

function tableOf(name: string, ownField: string | null, steps: readonly Step[], rowType?: GraphQLObjectType): Table {
  const field = steps.at(-1)?.field
  const type = field && getNamedType(field.type)
  if (!isObjectType(type)) throw new Error(`${name} is no list of objects`)
  const of = steps.at(-1)?.on
  const rows =
    field && isListOf(field.type)
      ? listIn(type, of ?? getNamedType(steps.at(-2)?.field.type))
      : connectionIn(type, rowType)
  return {
    name,
    field: ownField,
    description: field?.description ?? '',
    rowName: uncapitalised(rows.type.name),
    of: of?.name ?? null,
    parameters: parametersOf(steps, passedIn(rows)),
    objects: steps
      .flatMap(askedIn)
      .filter(({ argument: { type } }) => isNonNullType(type) && isInputObjectType(type.ofType))
      .map(({ variable }) => variable),
    operation: operationOf(steps, rows),
    columns: rows.columns.toSorted((left, right) => Number(isStated(left)) - Number(isStated(right))),
    about: rows.about.columns,
    path: steps.map((step) => step.field.name),
    held: rows.held,
    isPaged: rows.isPaged,
    isCalculated: rows.isPaged && !isEntity(rows.type),
  }
}

const uncapitalised = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** Whether a column says where its row is stated: these stand last. */
export const isStated = ({ path }: Column): boolean => path.includes('provenance')

/** Rows of a connection, with what its edges say of them. */
function connectionIn(type: GraphQLObjectType, rowType?: GraphQLObjectType): Rows {
  const { edges, nodes, pageInfo } = type.getFields()
  const edge = edges && getNamedType(edges.type)
  const about = aboutOf(type)
  if (!isObjectType(edge) || !pageInfo) {
    if (!nodes) throw new Error(`${type.name} has no rows`)
    const own = getNamedType(nodes.type)
    const row = rowOf(own)
    return {
      ...row,
      type: own,
      text: `totalCount ${about.text} nodes { ${row.text} }`,
      about,
      held: 'nodes',
      isPaged: false,
    }
  }
  const { node, provenance } = edge.getFields()
  if (!node) throw new Error(`${edge.name} has no node`)
  const ofEdge = fieldsOf(edge, ({ name }) => name !== 'node')
  // Where a row is a relationship, it is the relationship that is stated.
  const own = rowType ?? getNamedType(node.type)
  const ofNode = rowOf(own, ['node'], provenance === undefined)
  const text = rowType ? `... on ${rowType.name} { ${ofNode.text} }` : ofNode.text
  return {
    ...joined([ofNode, ofEdge]),
    type: own,
    text: `totalCount @include(if: $counted) pageInfo { hasNextPage endCursor } ${about.text} edges { ${ofEdge.text} node { ${text} } }`,
    about,
    held: 'edges',
    isPaged: true,
  }
}

/** Rows of a plain list, with what stands beside it. */
function listIn(type: GraphQLObjectType, beside: GraphQLNamedType | undefined): Rows {
  const about = isObjectType(beside) ? aboutOf(beside) : joined([])
  return { ...rowOf(type), type, about, held: null, isPaged: false }
}

/** What an answer says beside its rows. Its figures are tables of their own. */
const aboutOf = (type: GraphQLObjectType): Selection =>
  fieldsOf(type, ({ name, type: of }) => {
    const value = getNamedType(of)
    if (name === 'id') return false
    return saidOfAll.has(name) || (isLeafType(value) && !isListOf(of) && value.name !== 'Int' && value.name !== 'Float')
  })
