import type { Address } from '../../address.js'
import type {
  Closure,
  DisplacementInput,
  HouseholdIncome,
  Mining,
  Placement,
  RegionalArea,
  RegionalisationInput,
  RegionalisationMethod,
  RetentionRule,
  ShockKind,
  SpilloverInput,
} from '../../generated/graphql.js'
import { numberIn } from '../../parts/in-address.js'

export const shocks: readonly ShockKind[] = ['FINAL_DEMAND', 'OUTPUT']
export const closures: readonly Closure[] = ['TYPE_II', 'TYPE_I']
export const incomes: readonly HouseholdIncome[] = ['DISPOSABLE_WAGES', 'WAGES', 'LABOUR_COST', 'ALL_INCOME']
export const rules: readonly RetentionRule[] = ['AFTER', 'IN_COEFFICIENTS']
export const placements: readonly Placement[] = ['VENTURE', 'COMMUTING']
export const methods: readonly RegionalisationMethod[] = ['RETENTION', 'SLQ', 'CILQ', 'FLQ', 'AFLQ']
export const areas: readonly RegionalArea[] = ['TOGETHER', 'EACH']
export const minings: readonly Mining[] = ['MERGED', 'APART']

/** Whether a method has a δ of its own. */
export const takesDelta = (method: RegionalisationMethod): boolean => method === 'FLQ' || method === 'AFLQ'

/** Names of what a question keeps in the address. */
export const questionNames = [
  'table',
  'ventures',
  'years',
  'scenario',
  'shock',
  'closure',
  'income',
  'tax',
  'share',
  'apply',
  'placement',
  'national',
  'method',
  'delta',
  'householdDelta',
  'area',
  'mining',
  'employment',
  'fromSmes',
  'refilled',
  'jobs',
] as const

/** The question that an address asks; what it leaves out is as the region has it. */
export function questionOf(address: Pick<Address, 'get' | 'list'>): SpilloverInput {
  const { get, list } = address
  const oneOf = oneOfIn(address)
  const number = numberOf(address)
  const several = (name: string) => (list(name).length > 0 ? [...list(name)] : null)
  const national = several('national')
  const regionalisation = regionalisationOf(address)
  return {
    table: get('table'),
    establishments: several('ventures'),
    years: yearsIn(list('years')),
    scenario: get('scenario'),
    shock: oneOf(shocks, 'shock'),
    closure: oneOf(closures, 'closure'),
    householdIncome: oneOf(incomes, 'income'),
    incomeTax: number('tax'),
    placement: oneOf(placements, 'placement'),
    ...(regionalisation === null
      ? { retention: { share: number('share'), apply: oneOf(rules, 'apply'), nationalSectors: national } }
      : { regionalisation }),
    displacement: displacementOf(address),
  }
}

type Values = Pick<Address, 'get'>

/** Years, of those that an address names, that are years; null for none. */
function yearsIn(named: readonly string[]): number[] | null {
  const years = named.filter((year) => /^\d{4}$/.test(year)).map(Number)
  return years.length > 0 ? years : null
}

const oneOfIn =
  ({ get }: Values) =>
  <Value extends string>(values: readonly Value[], name: string): Value | null =>
    values.find((value) => value === get(name)) ?? null

const numberOf = (address: Values) => (name: string) => numberIn(address, name)

/** The location quotients that an address asks for; null where the retention rule holds. What a method does not take is left out. */
function regionalisationOf(address: Values): RegionalisationInput | null {
  const oneOf = oneOfIn(address)
  const number = numberOf(address)
  const method = oneOf(methods, 'method')
  if (method === null || method === 'RETENTION') return null
  return {
    method,
    delta: takesDelta(method) ? number('delta') : null,
    householdDelta: number('householdDelta'),
    area: oneOf(areas, 'area'),
    mining: oneOf(minings, 'mining'),
    employment: address.get('employment'),
  }
}

/** Whom ventures hire from; null where an address says nothing, so that what a scenario says holds. */
function displacementOf(address: Values): DisplacementInput | null {
  const number = numberOf(address)
  const [fromRegionalSmes, refilled] = [number('fromSmes'), number('refilled')]
  return fromRegionalSmes === null && refilled === null ? null : { fromRegionalSmes, refilled }
}

/** The question of the address of another setting, kept beside this one. */
export function questionOfText(text: string): SpilloverInput {
  const query = new URLSearchParams(text)
  return questionOf({
    get: (name) => query.get(name),
    list: (name) => query.get(name)?.split(',') ?? [],
  })
}

/** The part of an address that asks the question, as text. */
export function textOfQuestion({ get }: Pick<Address, 'get'>): string {
  const query = new URLSearchParams()
  for (const name of questionNames) {
    const value = get(name)
    if (value) query.set(name, value)
  }
  return query.toString()
}
