import type { SpilloverReport } from './spillover-answer.js'

type Assumed = SpilloverReport['assumptions']

/** What is assumed, each under the name that the API has for it; what has no bearing is left out. */
export function assumedValues(assumptions: Assumed): (readonly [string, string])[] {
  const { shock, closure, householdIncome, incomeTax, retention, placement, scenario, displacement } = assumptions
  const { method, delta, householdDelta, area, mining, employment } = assumptions.regionalisation
  const stays = method === 'RETENTION' ? { 'retention.share': retention.share, 'retention.apply': retention.apply } : {}
  const values = {
    shock,
    closure,
    ...(closure === 'TYPE_II' ? { householdIncome, incomeTax } : {}),
    ...stays,
    'regionalisation.method': method,
    'regionalisation.delta': delta,
    'regionalisation.householdDelta': householdDelta,
    'regionalisation.area': area,
    'regionalisation.mining': mining,
    'regionalisation.employment': employment?.id,
    placement,
    scenario: scenario?.id,
    'displacement.fromRegionalSmes': displacement?.fromRegionalSmes,
    'displacement.refilled': displacement?.refilled,
  }
  return Object.entries(values).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)] as const]))
}

/** The same in lines for a reader: what is assumed, whose employment location quotients rest on, and whom ventures hire. */
export function assumedLines({ assumptions }: Pick<SpilloverReport, 'assumptions'>): string[] {
  const { shock, closure, householdIncome, incomeTax, placement, scenario, displacement } = assumptions
  const { employment } = assumptions.regionalisation
  const households = closure === 'TYPE_II' ? [householdIncome, `income tax ${incomeTax}`] : []
  const first = [shock, closure, ...households, ...whatStays(assumptions), `placement ${placement}`, scenario?.id ?? []]
  return [
    first.flat().join(' · '),
    ...(employment === null
      ? []
      : [
          `Employment by place of work: ${employment.id} (${employment.name}; ${employment.publisher}, ${employment.edition}; of ${employment.year})`,
        ]),
    ...miningLines(assumptions),
    ...(displacement === null
      ? []
      : [
          `${displacement.fromRegionalSmes} of hires come from the region's SMEs, ${displacement.refilled} of whose places are filled again`,
        ]),
  ]
}

/** Whose figures mining is told apart by, where it is and they are another's. */
function miningLines({ regionalisation: { mining, employment } }: Assumed): string[] {
  const source = employment?.miningSource ?? null
  if (mining !== 'APART' || source === null) return []
  return [`Mining apart by: ${source.name}${source.publisher === null ? '' : ` (${source.publisher})`}`]
}

/** By which rule what is bought stays in the region. */
function whatStays({ retention, regionalisation }: Assumed): string[] {
  const { method, delta, householdDelta, area, mining } = regionalisation
  if (method === 'RETENTION') return [`${retention.share} of national industries stays, ${retention.apply}`]
  return [`${method}, δ ${delta}, of households ${householdDelta}`, `area ${area}`, `mining ${mining}`]
}
