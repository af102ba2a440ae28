import type { MeetsInput } from '../../generated/resolvers.js'
import type { ItemFields } from './draft-ties.js'

/** How an item says that a need is met, by an actor or by what it offers. */
export const meets: ItemFields<MeetsInput> = {
  end: 'need',
  more: ['strength', 'viaBuyer', 'ifExporting', 'reservations', 'largeScale', 'validFrom', 'validTo'],
}
