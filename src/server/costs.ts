import { accountCosts } from '../accounts/costs.js'
import type { Costs } from '../cost/field-cost.js'
import type { Edition } from '../edition/edition.js'
import { establishmentCosts } from '../establishments/costs.js'
import { firmCosts } from '../firms/costs.js'
import { jobCosts } from '../jobs/costs.js'
import { networkCosts } from '../network/costs.js'
import { placeCosts } from '../places/costs.js'
import { provenanceCosts } from '../provenance/costs.js'
import { searchCosts } from '../search/costs.js'
import { spilloverCosts } from '../spillover/costs.js'
import { supplyCosts } from '../supply/costs.js'
import { supportCosts } from '../support/costs.js'
import { writingCosts } from '../writing/costs.js'

const rooms = (edition: Edition): readonly Costs[] => [
  ...[placeCosts, provenanceCosts, firmCosts, searchCosts, establishmentCosts],
  ...[
    supplyCosts,
    supportCosts(edition),
    spilloverCosts(edition),
    networkCosts,
    writingCosts,
    accountCosts,
    jobCosts(edition),
  ],
]

/** What fields cost in a region, from all rooms. */
export function costsIn(edition: Edition): Costs {
  const all = rooms(edition)
  const types = new Set(all.flatMap((room) => Object.keys(room)))
  return Object.fromEntries([...types].map((type) => [type, Object.assign({}, ...all.map((room) => room[type] ?? {}))]))
}
