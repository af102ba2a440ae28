import { type GraphQLField, type GraphQLSchema, getDirectiveValues, isObjectType } from 'graphql'
import { z } from 'zod'
import { type Capability, capabilities, may, requireCapability } from './capabilities.js'
import type { Viewer } from './viewer.js'

/** What a resolver of a guarded field is given: somebody asks. */
export type Known<Context> = Omit<Context, 'viewer'> & { readonly viewer: Viewer }

const asked = z.object({ capability: z.custom<Capability>((name) => typeof name === 'string' && name in capabilities) })

/** What a field takes of whoever asks, by a directive of the schema; null for nothing. */
function capabilityOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  name: 'takes' | 'shownTo',
): Capability | null {
  const directive = schema.getDirective(name)
  const given = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined
  return given ? asked.parse(given).capability : null
}

/** What a field takes of whoever asks for it at all; null for nothing. */
export const takenBy = (schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): Capability | null =>
  capabilityOf(schema, field, 'takes')

/** What a field takes of whoever is not answered null; null for nothing. */
export const shownBy = (schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): Capability | null =>
  capabilityOf(schema, field, 'shownTo')

/**
 * Holds every field to what the schema says it takes: the one place where rights are checked. What depends on the entity
 * that is written, and on whose it is, is decided where that is known.
 */
export function guardFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const [taken, shown] = [takenBy(schema, field), shownBy(schema, field)]
      const { resolve } = field
      if (!resolve || (taken === null && shown === null)) continue
      field.resolve = (row, given, context, info) => {
        const { viewer } = context
        if (taken !== null) requireCapability(viewer, taken)
        return shown !== null && !may(viewer, shown) ? null : resolve(row, given, context, info)
      }
    }
  }
}
