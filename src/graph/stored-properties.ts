import { z } from 'zod'
import type { PropertyValue } from './elements.js'
import { relationshipTypes } from './vocabulary.js'

/** What a property may be, in a file and in the graph. */
export const propertyValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).readonly(),
  z.array(z.number()).readonly(),
]) satisfies z.ZodType<PropertyValue>

/** The properties of a node or relationship as they are read. */
export const storedProperties = z.record(z.string(), propertyValue)

/** A relationship as it is read, with what tells it from all others. */
export const storedRelationship = z.object({
  type: z.enum(relationshipTypes),
  from: z.string(),
  to: z.string(),
  key: z.string(),
  properties: storedProperties,
})
