import type { ExplorerPart } from './explorer.js'
import type { Outlines } from './outlines.js'
import type { Region } from './region.js'

/** What the pages are told of the region. */
export interface ShownRegion extends ExplorerPart, Pick<Region, 'languages' | 'counties'> {
  /** How the ids of the sectors begin that a firm is described by. */
  readonly sectors: string
  /** What a question assumes that leaves it out. */
  readonly assumptions: Region['spillover']['assumptions']
  readonly outlines: Outlines | null
}
