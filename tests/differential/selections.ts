import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { type NodeLabel, nodeKinds, nodeLabels } from '../../src/graph/vocabulary.js'
import type { Random } from './random.js'
import { idsOf } from './region.js'
import { day, name } from './values.js'

const DEEPEST = 7
const WIDEST = 3

/** Which kinds of ids an argument or input field takes, where its name does not begin like their ids. */
const kindsByArgument: Readonly<Record<string, readonly string[]>> = {
  serves: ['municipality', 'county', 'country'],
  nationalSectors: ['sector'],
  categories: ['category'],
}

/** What whole numbers an argument takes, where not any. */
/** From and to which whole number an argument is. */
export type Ranges = Readonly<Record<string, readonly [number, number]>>

const rangesByArgument: Ranges = {
  first: [1, 6],
  depth: [1, 4],
  maxLength: [1, 5],
  limit: [1, 30],
}

/**
 * Writes requests to a schema.
 * @param shape decides what is selected: the same shape gives the same statements, whose plans engines keep.
 * @param values decides what arguments are.
 * @param known the ids that arguments take; those of a random region where left out.
 * @param ranges of whole numbers in the place of the small ones.
 */
export class Selections {
  /** Whether the request has a list that takes `$after`. */
  private turns = false

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly shape: Random,
    private readonly values: Random,
    private readonly known: (label: NodeLabel) => readonly string[] = idsOf,
    private readonly ranges: Ranges = {},
  ) {}

  /** A request with one of the schema's root fields, whose first list takes `$after` and answers `turn` for the next page. */
  request(rootField: string): string {
    const change = this.schema.getMutationType()?.getFields()[rootField]
    const field = change ?? this.schema.getQueryType()?.getFields()[rootField]
    if (!field) throw new Error(`the schema has no root field ${rootField}`)
    this.turns = false
    const text = this.field(field, DEEPEST)
    const operation = change ? 'mutation' : 'query'
    return this.turns ? `${operation} ($after: String) { ${text} }` : `${operation} { ${text} }`
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter(
      ({ name: argument, type }) => argument !== 'after' && (isNonNullType(type) || this.shape.chance(0.4)),
    )
    const text = given.map((argument) => `${argument.name}: ${this.value(argument.name, argument.type)}`)
    const turns = !this.turns && depth > 0 && field.args.some((argument) => argument.name === 'after')
    this.turns ||= turns
    if (turns) text.push('after: $after')
    const call = text.length > 0 ? `${field.name}(${text.join(', ')})` : field.name
    const below = this.below(getNamedType(field.type), depth - 1)
    return `${call}${turns ? below.replace('{', '{turn: pageInfo {endCursor} ') : below}`
  }

  private below(type: GraphQLNamedType, depth: number): string {
    if (isLeafType(type)) return ''
    const parts = [...this.fieldsOf(type, depth)]
    if (isAbstractType(type)) {
      const types = this.schema.getPossibleTypes(type)
      for (const each of this.chosen(types, 2))
        parts.push(`... on ${each.name} {${this.fieldsOf(each, depth).join(' ')}}`)
    }
    return ` {${parts.join(' ')}}`
  }

  private fieldsOf(type: GraphQLNamedType, depth: number): string[] {
    if (!isObjectType(type) && !('getFields' in type)) return ['__typename']
    if (isInputObjectType(type)) return []
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
    const chosen = this.chosen(fields, WIDEST)
    // Under names of their own: two types of one interface give one response name differently.
    const texts = chosen.map((field) => `${this.alias(type.name, field.name)}: ${this.field(field, depth)}`)
    return texts.length > 0 ? texts : ['__typename']
  }

  private alias(type: string, field: string): string {
    return `${type}_${field}_${this.shape.whole(0, 999)}`
  }

  /** At least one, where there is any. */
  private chosen<Item>(items: readonly Item[], most: number): Item[] {
    const some = this.shape.some(items, most)
    return some.length > 0 || items.length === 0 ? some : [this.shape.pick(items)]
  }

  private value(argument: string, type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.value(argument, type.ofType)
    if (isListType(type)) {
      // Lists are never empty here, so that an argument decides by itself what the statement is.
      const items = Array.from({ length: this.values.whole(1, 3) }, () => this.value(argument, type.ofType))
      return `[${items.join(', ')}]`
    }
    if (isEnumType(type)) return this.values.pick(type.getValues()).name
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (each) => isNonNullType(each.type) || this.shape.chance(0.5),
      )
      return `{${fields.map((each) => `${each.name}: ${this.value(each.name, each.type)}`).join(', ')}}`
    }
    return this.scalar(argument, type.name)
  }

  private scalar(argument: string, type: string): string {
    switch (type) {
      case 'ID':
        return JSON.stringify(this.id(argument))
      case 'Int':
        return String(this.values.whole(...(this.ranges[argument] ?? rangesByArgument[argument] ?? [0, 2026])))
      case 'Float':
        return String(this.values.pick([0, 0.25, 0.5, 12.5]))
      case 'Boolean':
        return String(this.values.chance(0.5))
      case 'Date':
        return JSON.stringify(day(this.values))
      default:
        return JSON.stringify(name(this.values))
    }
  }

  private id(argument: string): string {
    const wanted = kindsByArgument[argument]
    const labels = nodeLabels.filter((label) => {
      const { idPrefix } = nodeKinds[label]
      return wanted ? wanted.includes(idPrefix) : argument.startsWith(idPrefix)
    })
    return this.values.pick(this.known(this.values.pick(labels.length > 0 ? labels : nodeLabels)))
  }
}
