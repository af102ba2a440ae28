import { z } from 'zod'
import type { PropertyValue } from './elements.js'
import { type NodeLabel, nodeLabels, type RelationshipType, relationshipTypes } from './vocabulary.js'

/**
 * A graph as a file: JSON Lines, UTF-8. The first line says what it is, then comes a line for each node, then one for
 * each relationship, and the last line counts both, so that a file that was cut off is not taken for whole.
 */
export const GRAPH_FILE_FORMAT = 1

export interface GraphFileHeader {
  readonly norrgraph: 'graph'
  readonly format: typeof GRAPH_FILE_FORMAT
  /** The version of the seed that the graph holds; 0 for none. */
  readonly seed: number
  /** The region that it was seeded from; left out where the graph does not say so. */
  readonly region?: string
}

export interface NodeLine {
  readonly label: NodeLabel
  readonly id: string
  /** All but the id, with where it comes from. */
  readonly properties: Readonly<Record<string, PropertyValue>>
}

export interface RelationshipLine {
  readonly type: RelationshipType
  readonly from: string
  readonly to: string
  readonly key: string
  readonly properties: Readonly<Record<string, PropertyValue>>
}

export interface GraphFileEnd {
  readonly nodes: number
  readonly relationships: number
}

/** What a property may be, in a file and in the graph. */
export const propertyValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).readonly(),
  z.array(z.number()).readonly(),
]) satisfies z.ZodType<PropertyValue>

const properties = z
  .looseObject({ source: z.string(), locator: z.string(), recordedAt: z.string() })
  .catchall(propertyValue)

export const nodeLine = z.strictObject({ label: z.enum(nodeLabels), id: z.string().min(1), properties })

export const relationshipLine = z.strictObject({
  type: z.enum(relationshipTypes),
  from: z.string(),
  to: z.string(),
  key: z.string(),
  properties,
})

export const endLine = z.strictObject({ nodes: z.int(), relationships: z.int() })

export const headerLine = z.object({
  norrgraph: z.literal('graph'),
  format: z.int(),
  seed: z.int().min(0),
  region: z.string().optional(),
})
