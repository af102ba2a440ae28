import { InvalidArgumentError } from 'commander'
import { type closures, type householdIncomes, shockKinds } from '../edition/assumption-kinds.js'
import { type Classified, sectorId } from '../edition/classification.js'
import { RefusedError } from '../kernel/refused-error.js'
import type { placements } from '../spillover/model/placement.js'
import type { ShockInput, SpilloverInput } from '../spillover/question/spillover-input.js'
import { given } from './given.js'
import { type RegionalOptions, regionalInput } from './regional-options.js'

/** What `norrgraph spillover` is given, as commander reads it. */
export interface SpilloverOptions extends RegionalOptions {
  readonly table?: string
  readonly establishment?: readonly string[]
  readonly onlyShocks?: boolean
  readonly year?: readonly number[]
  readonly scenario?: string
  readonly shock?: readonly ShockOption[]
  readonly closure?: (typeof closures)[number]
  readonly householdIncome?: (typeof householdIncomes)[number]
  readonly incomeTax?: number
  readonly placement?: (typeof placements)[number]
  readonly draws?: number
  readonly seed?: number
  readonly correlation?: number
  readonly out?: string
  readonly url?: string
}

/** `--shock` is the reading of the ventures' jobs, or new production beside them. */
export type ShockOption = (typeof shockKinds)[number] | ShockInput

const shockKeys = ['sector', 'county', 'year', 'jobs', 'output', 'durationYears'] as const

/**
 * One `--shock`, added to those before it: `OUTPUT`, or `sector=C24,county=25,year=2027,jobs=300`.
 * @throws InvalidArgumentError
 */
export function addShock(text: string, before: readonly ShockOption[] = []): ShockOption[] {
  const kind = shockKinds.find((each) => each === text)
  return [...before, kind ?? parsedShock(text)]
}

function parsedShock(text: string): ShockInput {
  const values = new Map(
    text
      .split(',')
      .map((part) => part.trim().split('=', 2))
      .map(([key, value]) => [key, value]),
  )
  const unknown = [...values.keys()].find((key) => !shockKeys.some((known) => known === key))
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `${unknown} is none of ${shockKeys.join(', ')}, and no reading of the ventures' jobs`,
    )
  }
  const number = (key: (typeof shockKeys)[number]) => {
    const value = values.get(key)
    if (value === undefined) return null
    if (value.trim() === '' || !Number.isFinite(Number(value)))
      throw new InvalidArgumentError(`${key} is no number: ${value}`)
    return Number(value)
  }
  const [sector, county, year] = [values.get('sector'), values.get('county'), number('year')]
  if (sector === undefined || county === undefined || year === null) {
    throw new InvalidArgumentError('a shock needs sector, county, year and either jobs or output')
  }
  return {
    sector,
    county: withPrefix('county', county),
    year,
    jobs: number('jobs'),
    output: number('output'),
    durationYears: number('durationYears'),
  }
}

const sectorIn = (edition: Classified, sector: string): string =>
  sector.includes(':') ? sector : sectorId(edition, sector)

const withPrefix = (prefix: string, id: string): string => (id.includes(':') ? id : `${prefix}:${id}`)

/**
 * The question that the options ask. A sector without a classification is of the region's first.
 * @throws RefusedError for two readings of the ventures' jobs, for ventures beside none, and for options of location quotients that do
 * not go together.
 */
export function inputOf(options: SpilloverOptions, edition: Classified): SpilloverInput {
  const { table, establishment, onlyShocks = false, year, scenario, shock } = options
  const { closure, householdIncome, incomeTax, placement } = options
  const readings = (shock ?? []).filter((each) => typeof each === 'string')
  const shocks = (shock ?? []).filter((each) => typeof each !== 'string')
  const [reading, ...others] = readings
  if (onlyShocks && establishment) throw new RefusedError('--only-shocks leaves no --establishment')
  if (others.length > 0) throw new RefusedError('--shock names two readings of the ventures’ jobs')
  return {
    ...given({ closure, householdIncome, incomeTax, placement, shock: reading }),
    ...(table === undefined ? {} : { table: withPrefix('table', table) }),
    ...(onlyShocks ? { establishments: [] } : {}),
    ...(establishment ? { establishments: establishment.map((id) => withPrefix('establishment', id)) } : {}),
    ...(year ? { years: year } : {}),
    ...(scenario === undefined ? {} : { scenario: withPrefix('scenario', scenario) }),
    ...(shocks.length > 0
      ? { shocks: shocks.map((each) => ({ ...each, sector: sectorIn(edition, each.sector) })) }
      : {}),
    ...regionalInput(options),
  }
}
