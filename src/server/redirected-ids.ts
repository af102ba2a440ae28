import type { ApolloServerPlugin } from '@apollo/server'
import {
  type DocumentNode,
  GraphQLError,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { Redirects } from '../graph/redirects.js'
import { enteringText } from '../text/entering-text.js'
import type { RequestContext } from './request-context.js'

type Variables = Readonly<Record<string, unknown>>

/** An operation with what it is asked with. */
export interface AskedOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Variables
}

/** Where an operation names things by id. */
interface Places {
  readonly literals: readonly string[]
  readonly variables: readonly { readonly name: string; readonly type: GraphQLInputType }[]
}

/** A document with what it became. */
interface Rewritten {
  readonly by: Redirects
  readonly document: DocumentNode
}

/**
 * Rewrites ids of what was merged away to those that answer now: all values of type `ID` in variables and in the document,
 * in lists and input objects too. Texts stay as they are, and so does the document, which others may be asking: what
 * changes is a copy.
 */
export class RedirectedIds {
  /** Apollo hands out the same document for the same text. */
  private readonly places = new WeakMap<OperationDefinitionNode, Places>()
  private readonly rewritten = new WeakMap<DocumentNode, Rewritten>()
  private readonly holding = new Map<GraphQLInputType, boolean>()

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * An operation as it is to be run; the very same where nothing that it names was merged away.
   * @param read what was merged away; not asked for where the operation names nothing.
   */
  async of(asked: AskedOperation, read: () => Promise<Redirects>): Promise<AskedOperation> {
    const { literals, variables } = this.placesIn(asked)
    if (literals.length === 0 && variables.every(({ name }) => (asked.variables[name] ?? null) === null)) return asked
    const by = await read()
    if (by.size === 0) return asked
    const now = (id: string): string => by.get(asEntered(id)) ?? id
    let given = asked.variables
    for (const { name, type } of variables) {
      const before = given[name]
      const after = valueNow(type, before, now)
      if (after !== before) given = { ...given, [name]: after }
    }
    if (literals.every((id) => now(id) === id))
      return given === asked.variables ? asked : { ...asked, variables: given }
    const document = this.documentNow(asked.document, by, now)
    const operation = getOperationAST(document, asked.operation.name?.value) ?? asked.operation
    return { document, operation, variables: given }
  }

  private placesIn({ document, operation }: AskedOperation): Places {
    const known = this.places.get(operation)
    if (known) return known
    const literals = new Set<string>()
    this.visitIds(document, (id) => {
      literals.add(id)
      return id
    })
    const variables = (operation.variableDefinitions ?? []).flatMap(({ variable, type: written }) => {
      const type = typeFromAST(this.schema, written)
      return isInputType(type) && this.holdsIds(type) ? [{ name: variable.name.value, type }] : []
    })
    const places = { literals: [...literals], variables }
    this.places.set(operation, places)
    return places
  }

  private documentNow(document: DocumentNode, by: Redirects, now: (id: string) => string): DocumentNode {
    const before = this.rewritten.get(document)
    if (before?.by === by) return before.document
    const after = this.visitIds(document, now)
    this.rewritten.set(document, { by, document: after })
    return after
  }

  /** Goes through what is written of type `ID`, and puts in its place what is returned. */
  private visitIds(document: DocumentNode, see: (id: string) => string): DocumentNode {
    const types = new TypeInfo(this.schema)
    return visit(
      document,
      visitWithTypeInfo(types, {
        [Kind.STRING]: {
          enter(node) {
            const type = types.getInputType()
            if (!type || !isId(getNamedType(type))) return undefined
            const value = see(node.value)
            return value === node.value ? undefined : { ...node, value }
          },
        },
      }),
    )
  }

  private holdsIds(type: GraphQLInputType): boolean {
    const named = getNamedType(type)
    const known = this.holding.get(named)
    if (known !== undefined) return known
    // An input that holds itself holds ids where another of its fields does.
    this.holding.set(named, false)
    const holds = isInputObjectType(named)
      ? Object.values(named.getFields()).some((field) => this.holdsIds(field.type))
      : isId(named)
    this.holding.set(named, holds)
    return holds
  }
}

/** Lets whoever asks by the id of what was merged away be answered with what it became. */
export function redirectIds(schema: GraphQLSchema): ApolloServerPlugin<Pick<RequestContext, 'mergedAway'>> {
  const redirected = new RedirectedIds(schema)
  return {
    async requestDidStart() {
      return {
        async didResolveOperation(context) {
          const { document, operation, request, contextValue } = context
          if (!operation) return
          const asked = { document, operation, variables: request.variables ?? {} }
          const now = await redirected.of(asked, () => contextValue.mergedAway()).catch(unavailable)
          if (now === asked) return
          request.variables = now.variables
          // Apollo runs what its context holds, which it declares to be read only.
          Object.assign(context, { document: now.document, operation: now.operation })
        },
      }
    },
  }
}

/** Apollo keeps the status of its own errors alone. */
function unavailable(cause: unknown): never {
  const originalError = cause instanceof Error ? cause : new Error(String(cause))
  throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 503 } } })
}

const isId = (type: GraphQLNamedType): boolean => type.name === GraphQLID.name

/** Resolvers are given texts as they enter. */
function asEntered(id: string): string {
  if (plain.test(id)) return id
  const entering = enteringText(id)
  return 'fault' in entering ? id : entering.text
}

const plain = /^[!-~]*$/

/** A value of a variable with the ids in it as they are now; the very same where none is another. */
function valueNow(type: GraphQLInputType, value: unknown, now: (id: string) => string): unknown {
  if (isNonNullType(type)) return valueNow(type.ofType, value, now)
  if (isListType(type)) {
    if (!Array.isArray(value)) return valueNow(type.ofType, value, now)
    const items = value.map((item: unknown) => valueNow(type.ofType, item, now))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (!isInputObjectType(type)) return typeof value === 'string' && isId(type) ? now(value) : value
  if (!isRecord(value)) return value
  let fields = value
  for (const { name, type: own } of Object.values(type.getFields())) {
    const before = value[name]
    const after = valueNow(own, before, now)
    if (after !== before) fields = { ...fields, [name]: after }
  }
  return fields
}

const isRecord = (value: unknown): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
