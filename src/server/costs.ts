import type { Costs } from '../cost/field-cost.js'
import { establishmentCosts } from '../establishments/costs.js'
import { firmCosts } from '../firms/costs.js'
import { networkCosts } from '../network/costs.js'
import { placeCosts } from '../places/costs.js'
import { provenanceCosts } from '../provenance/costs.js'
import { searchCosts } from '../search/costs.js'
import { spilloverCosts } from '../spillover/costs.js'
import { supplyCosts } from '../supply/costs.js'
import { supportCosts } from '../support/costs.js'

const rooms: readonly Costs[] = [
  ...[placeCosts, provenanceCosts, firmCosts, searchCosts, establishmentCosts],
  ...[supplyCosts, supportCosts, spilloverCosts, networkCosts],
]

/** What fields cost, from all rooms. */
export const costs: Costs = Object.fromEntries(
  [...new Set(rooms.flatMap((room) => Object.keys(room)))].map((type) => [
    type,
    Object.assign({}, ...rooms.map((room) => room[type] ?? {})),
  ]),
)
