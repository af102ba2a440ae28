import type { GraphNode } from '../../src/graph/elements.js'
import { readSeed } from '../../src/import/seed/seed.js'
import { edition } from '../edition.js'

/** The seed as the program reads it. */
export const { recordedAt, elements } = await readSeed(edition)
export const { nodes, relationships } = elements

/** Its nodes by id. */
export const byId = new Map(nodes.map((node) => [node.id, node]))

/** A property of a node; undefined where there is none. */
export const property = (id: string, name: string): unknown => byId.get(id)?.properties[name]

/** The nodes of a label, in the order of the files. */
export const of = (label: string): GraphNode[] => nodes.filter((node) => node.label === label)

/** The words of a text. */
export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** An id without its kind. */
export const slug = (id: string): string => id.slice(id.indexOf(':') + 1)

/** Where relationships of a type lead from a node. */
export const ends = (type: string, from: string): string[] =>
  relationships.filter((each) => each.type === type && each.from === from).map((each) => each.to)

/** Where relationships of a type to a node come from. */
export const begins = (type: string, to: string): string[] =>
  relationships.filter((each) => each.type === type && each.to === to).map((each) => each.from)

/** Which of these slugs, written in one text, nothing of the kind has. */
export const missing = (kind: string, slugs: string): string[] =>
  words(slugs).filter((each) => !byId.has(`${kind}:${each}`))

/** The needs that an actor or initiative meets, and those that it meets on a condition. */
interface Meetings {
  readonly CORE: string[]
  readonly SIDE: string[]
  readonly viaBuyer: string[]
  readonly ifExporting: string[]
}

/** Slugs of the needs to which relationships of a type lead from a node. */
export function meetingsOf(type: 'MEETS' | 'HELPS_WITH', id: string): Meetings {
  const found = relationships.filter((each) => each.type === type && each.from === id)
  const needs = (has: (properties: Readonly<Record<string, unknown>>) => boolean): string[] =>
    found
      .filter(({ properties }) => has(properties))
      .map(({ to }) => slug(to))
      .sort()
  return {
    CORE: needs(({ strength }) => strength === 'CORE'),
    SIDE: needs(({ strength }) => strength === 'SIDE'),
    viaBuyer: needs(({ viaBuyer }) => viaBuyer === true),
    ifExporting: needs(({ ifExporting }) => ifExporting === true),
  }
}
