import { z } from 'zod'
import type { PropertyValue } from './elements.js'
import { propertyValue, storedProperties } from './stored-properties.js'
import { type NodeLabel, nodeLabels, type RelationshipType, relationshipTypes } from './vocabulary.js'

/**
 * A graph as a file: JSON Lines, UTF-8. The first line says what it is, then comes a line for each node, then one for
 * each relationship, then the register, and the last line counts all of them, so that a file that was cut off is not
 * taken for whole. Files of format 1, which had no register, are read as well. One with accounts is of format 3, which an
 * older program refuses by name; without, it is what that reads too.
 */
export const GRAPH_FILE_FORMAT = 3
export const FORMAT_WITHOUT_ACCOUNTS = 2

export interface GraphFileHeader {
  readonly norrgraph: 'graph'
  readonly format: typeof GRAPH_FILE_FORMAT | typeof FORMAT_WITHOUT_ACCOUNTS
  /** The version of the seed that the graph holds; 0 for none. */
  readonly seed: number
  /** The region that it was seeded from; left out where the graph does not say so. */
  readonly region?: string
  /** How many changes were numbered so far. */
  readonly changes: number
  /** How many proposals were; left out where they are. */
  readonly proposals?: number
}

type OwnProperties = Readonly<Record<string, PropertyValue>>

export interface NodeLine {
  readonly label: NodeLabel
  readonly id: string
  /** All but the id, with where it comes from. */
  readonly properties: OwnProperties
}

export interface RelationshipLine {
  readonly type: RelationshipType
  readonly from: string
  readonly to: string
  readonly key: string
  readonly properties: OwnProperties
}

/** What was an entity before it was merged or withdrawn. */
export interface FormerLine {
  readonly former: string
  /** Of what it was. */
  readonly label: NodeLabel
  readonly properties: OwnProperties
}

/** The entity, or what was one, that another became. */
export interface NowLine {
  readonly now: string
  readonly former: string
  readonly properties: OwnProperties
}

/** A change, with its number and all that is said of it. */
export interface ChangeLine {
  readonly change: string
  readonly properties: OwnProperties
}

/** A part of what a change did to an entity, where that is long. */
export interface PartLine {
  readonly part: string
  readonly properties: OwnProperties
}

/** What a change did to one entity, or to what was one. */
export interface ChangedLine {
  readonly changed: string
  readonly change: string
  readonly properties: OwnProperties
}

/** What somebody asked for. */
export interface ProposalLine {
  readonly proposal: string
  readonly properties: OwnProperties
}

/** Somebody who may sign in. */
export interface AccountLine {
  readonly account: string
  readonly properties: OwnProperties
}

/** Whom an account acts for. */
export interface ActingLine {
  readonly acting: string
  readonly properties: OwnProperties
}

/** A way in for a program. */
export interface TokenLine {
  readonly token: string
  readonly properties: OwnProperties
}

/** How many lines of each kind a file holds. */
export interface GraphFileEnd {
  readonly nodes: number
  readonly relationships: number
  readonly formers: number
  readonly nows: number
  readonly changes: number
  readonly parts: number
  readonly changed: number
  readonly proposals: number
  readonly accounts: number
  readonly actings: number
  readonly tokens: number
}

/** The counts of a file that holds nothing. */
export const nothingCounted: GraphFileEnd = {
  ...{ nodes: 0, relationships: 0, formers: 0, nows: 0, changes: 0, parts: 0, changed: 0, proposals: 0 },
  ...{ accounts: 0, actings: 0, tokens: 0 },
}

/** What a file counts. */
export const graphFileKinds: readonly (keyof GraphFileEnd)[] = [
  ...(['nodes', 'relationships', 'formers', 'nows', 'changes', 'parts', 'changed', 'proposals'] as const),
  ...(['accounts', 'actings', 'tokens'] as const),
]

/** What a line of each kind names first. */
export const firstNames: Readonly<Record<keyof GraphFileEnd, string>> = {
  ...{ nodes: 'label', relationships: 'type', formers: 'former', nows: 'now' },
  ...{ changes: 'change', parts: 'part', changed: 'changed', proposals: 'proposal' },
  ...{ accounts: 'account', actings: 'acting', tokens: 'token' },
}

const properties = z
  .looseObject({ source: z.string(), locator: z.string(), recordedAt: z.string() })
  .catchall(propertyValue)

const id = z.string().min(1)

export const nodeLine = z.strictObject({ label: z.enum(nodeLabels), id, properties })

export const relationshipLine = z.strictObject({
  type: z.enum(relationshipTypes),
  from: z.string(),
  to: z.string(),
  key: z.string(),
  properties,
})

const numbered = z.looseObject({ number: z.int().min(1), at: z.string() }).catchall(propertyValue)

/** By what they begin with. */
export const registerLines = {
  former: z.strictObject({ former: id, label: z.enum(nodeLabels), properties: storedProperties }),
  now: z.strictObject({ now: id, former: id, properties: storedProperties }),
  change: z.strictObject({ change: id, properties: numbered }),
  part: z.strictObject({
    part: id,
    properties: z
      .looseObject({ change: z.string(), entity: z.string(), number: z.int(), text: z.string() })
      .catchall(propertyValue),
  }),
  changed: z.strictObject({ changed: id, change: id, properties: storedProperties }),
  proposal: z.strictObject({ proposal: id, properties: numbered }),
}

const count = z.int().min(0)

/** Of a file of format 1. */
export const firstEndLine = z.strictObject({ nodes: count, relationships: count })

export const endLine = z.strictObject({
  ...{ nodes: count, relationships: count, formers: count, nows: count },
  ...{ changes: count, parts: count, changed: count, proposals: count },
  ...{ accounts: count.default(0), actings: count.default(0), tokens: count.default(0) },
}) satisfies z.ZodType<GraphFileEnd>

export const headerLine = z.object({
  norrgraph: z.literal('graph'),
  format: z.int().min(1),
  seed: z.int().min(0),
  region: z.string().optional(),
  changes: count.optional(),
  proposals: count.optional(),
})
