import type { ExplorerPart } from './explorer.js'
import type { Outlines } from './outlines.js'
import type { Region } from './region.js'

/** What the pages are told of the region. */
export interface ShownRegion
  extends Omit<ExplorerPart, 'locators'>,
    Pick<Region, 'languages' | 'counties' | 'sizeRule'> {
  /** The classification, by its code, of the sectors that a firm is described by. */
  readonly classification: string
  /** What a question assumes that leaves it out. */
  readonly assumptions: Region['spillover']['assumptions']
  /** δ of location quotients where a question leaves it out. */
  readonly delta: Region['spillover']['delta']
  readonly outlines: Outlines | null
  /** The address that people know the server by, such as `https://norrgraph.example`; null where none is set. */
  readonly address: string | null
}
