import type { Named } from '../../language/wording.js'
import type { Initiative, SupportActor, SupportArea } from './actors.js'
import type { Geography } from './geography.js'
import type { NamedPlace } from './limits.js'

/** The support system on a day, with the places and needs that it is for. */
export interface SupportSystem extends Geography {
  readonly actors: readonly SupportActor[]
  /** The region's counties. */
  readonly region: readonly NamedPlace[]
  /** In the region's order. */
  readonly needs: ReadonlyMap<string, Named>
  /** Those that meet any need. */
  readonly areas: ReadonlyMap<string, SupportArea>
  /** Whether or not they are in force, and whoever offers them. */
  readonly initiatives: ReadonlyMap<string, Initiative>
}
