import { isDeepStrictEqual } from 'node:util'
import { collectSubFields } from '@graphql-tools/utils'
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isAbstractType,
  isObjectType,
  Kind,
  print,
  type ResponsePath,
} from 'graphql'
import { z } from 'zod'
import { enteringArguments } from '../entering-arguments.js'
import type { QueryValue } from '../query.js'
import type { Catalog, FieldDefinition } from './fields.js'

export type RequestInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>

/** A field as a request selects it on one type. */
export interface Selected {
  readonly responseName: string
  readonly field: GraphQLField<unknown, unknown>
  readonly nodes: FieldNode[]
  /** Defaults filled in. */
  readonly args: Readonly<Record<string, QueryValue>>
}

/** A field with its definition, once for all types that select it in the same way. */
export interface DefinedField extends Selected {
  readonly definition: FieldDefinition
  /** The key under which the row holds it. */
  readonly rowKey: string
}

const argumentValues: z.ZodType<Record<string, QueryValue>> = z.record(z.string(), z.json())

/** The object types that a value of this type can have. */
export function possibleTypes({ schema }: RequestInfo, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type]
  return isAbstractType(type) ? schema.getPossibleTypes(type) : []
}

/** The row's key of a response name that two types of an interface or union select differently. */
export const keyOnType = (type: string, responseName: string): string => `${type}.${responseName}`

/** Keys of a row that no response name can be: the kind of its node, and its place in the order of its list. */
export const KIND = ':kind'
export const KEYS = ':keys'
/** What tells a row's list from others. */
export const LIST = ':list'

/** The field that a resolver is called for. */
export function selectedField(info: GraphQLResolveInfo): Selected {
  const { parentType, fieldName, path, fieldNodes } = info
  const field = parentType.getFields()[fieldName]
  const [node] = fieldNodes
  if (!field || !node) throw new Error(`${parentType.name}.${fieldName} is not selected`)
  return { responseName: String(path.key), field, nodes: [...fieldNodes], args: argumentsOf(info, field, node) }
}

/** What is selected below `nodes` on one object type; `__typename` is left out. */
export function subFields(info: RequestInfo, type: GraphQLObjectType, nodes: FieldNode[]): Selected[] {
  const { fields } = collectSubFields(info.schema, { ...info.fragments }, info.variableValues, type, nodes)
  return [...fields].flatMap(([responseName, selected]) => {
    const [node] = selected
    const field = node && type.getFields()[node.name.value]
    if (!field) return []
    return [{ responseName, field, nodes: selected, args: argumentsOf(info, field, node) }]
  })
}

const argumentsOf = (info: RequestInfo, field: GraphQLField<unknown, unknown>, node: FieldNode) =>
  argumentValues.parse(enteringArguments(getArgumentValues(field, node, info.variableValues)))

/**
 * What is selected below `nodes`, with the definition of each field. Types of an interface or union that select a
 * response name in the same way share one entry; where they differ, those beside the largest group get keys of their own.
 */
export function selectedFields(
  info: RequestInfo,
  catalog: Catalog,
  types: readonly GraphQLObjectType[],
  nodes: FieldNode[],
): DefinedField[] {
  const variants = new Map<string, { types: string[]; selected: Omit<DefinedField, 'rowKey'> }[]>()
  for (const type of types) {
    for (const field of subFields(info, type, nodes)) {
      const selected = { ...field, definition: definitionOf(catalog, type.name, field.field.name) }
      const ofName = variants.get(field.responseName) ?? []
      variants.set(field.responseName, ofName)
      const variant = ofName.find((each) => isSame(each.selected, selected))
      if (variant) variant.types.push(type.name)
      else ofName.push({ types: [type.name], selected })
    }
  }
  return [...variants].flatMap(([responseName, ofName]) => {
    const [most, ...others] = ofName.sort((left, right) => right.types.length - left.types.length)
    if (!most) return []
    return [
      { rowKey: responseName, ...most.selected },
      ...others.flatMap(({ types: names, selected }) =>
        names.map((name) => ({ rowKey: keyOnType(name, responseName), ...selected })),
      ),
    ]
  })
}

/**
 * How a field of a composed type is read.
 * @throws Error for a field that has no definition; a test asks this of every field of the schema.
 */
export function definitionOf(catalog: Catalog, type: string, field: string): FieldDefinition {
  const definition = catalog[type]?.[field]
  if (!definition) throw new Error(`${type}.${field} has no definition in the catalog`)
  return definition
}

const isSame = (left: Omit<DefinedField, 'rowKey'>, right: Omit<DefinedField, 'rowKey'>): boolean =>
  left.definition === right.definition &&
  isDeepStrictEqual(left.args, right.args) &&
  sameSelection(left.nodes, right.nodes)

/** Whether what is selected below some fields is the same: most often they are the very same fields. */
export const sameSelection = (left: readonly FieldNode[], right: readonly FieldNode[]): boolean =>
  left.length === right.length &&
  left.every((node, index) => node === right[index] || textOf(node) === textOf(right[index]))

const textOf = (node: FieldNode | undefined): string => (node?.selectionSet ? print(node.selectionSet) : '')

/** What is selected at a path of a request, and the day that is asked about there: the nearest `asOf` at it or above. */
export function selectedAt(info: GraphQLResolveInfo, path: ResponsePath | undefined): SelectedAt {
  const { schema, fragments, variableValues, operation } = info
  if (!path) return { nodes: [{ ...operation, kind: Kind.FIELD, name: { kind: Kind.NAME, value: '' } }], asOf: null }
  const above = selectedAt(info, path.prev)
  const type = schema.getType(path.typename ?? '')
  if (!isObjectType(type)) return above
  const { fields } = collectSubFields(schema, { ...fragments }, variableValues, type, above.nodes)
  const nodes = fields.get(String(path.key)) ?? []
  const [node] = nodes
  const field = node && type.getFields()[node.name.value]
  const asOf = field && getArgumentValues(field, node, variableValues).asOf
  return { nodes, asOf: typeof asOf === 'string' ? asOf : above.asOf }
}

interface SelectedAt {
  readonly nodes: FieldNode[]
  readonly asOf: string | null
}
