import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql'

/** How a client's cache keeps the types that have no identity of their own. */
export interface CacheRules {
  /** For `typePolicies` of Apollo Client. */
  readonly typePolicies: Readonly<Record<string, { readonly keyFields: false; readonly merge: true }>>
  /** Their names, for `keys` of urql's graphcache: `() => null` for each. */
  readonly embedded: readonly string[]
}

/**
 * Only what implements Node is one thing wherever it is met. The rest is kept within the answer that holds it: a drawing's
 * node has the id of its entity, and its degree and tier are of that drawing alone.
 */
export function cacheRules(schema: GraphQLSchema): CacheRules {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  const embedded = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && !roots.includes(type))
    .filter((type) => !type.getInterfaces().some(({ name }) => name === 'Node'))
    .map(({ name }) => name)
    .toSorted()
  return {
    typePolicies: Object.fromEntries(embedded.map((name) => [name, { keyFields: false, merge: true }])),
    embedded,
  }
}

/** Which types stand for each interface and union, as Apollo Client's `possibleTypes` has them. */
export function possibleTypes(schema: GraphQLSchema): Readonly<Record<string, readonly string[]>> {
  const abstract = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
  return Object.fromEntries(
    abstract.map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .toSorted(),
    ]),
  )
}
