import type { Knowledge } from '../../edition/knowledge.js'
import { idOfKind, requireInGraph } from '../../graph/entity-ids.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { inTurns } from '../../kernel/turns.js'
import { employmentForTable } from '../employment/employment-for-table.js'
import { type AccountMultiplier, accountMultipliersInSteps, accountsCalled } from '../model/account-multipliers.js'
import { type Assumptions, checkAssumptions, nothingCutAfter } from '../model/assumptions.js'
import { type IndustryMultipliers, type MultiplierQuestion, multipliersInSteps } from '../model/multipliers.js'
import type { RegionalEmployment } from '../model/regional-employment.js'
import { type RegionalModel, regionalRoundsInSteps } from '../model/regional-model.js'
import { preparedInTurns, readTable, type StoredTable } from '../table/stored-table.js'
import { industryNodeId } from '../table/table-elements.js'
import { askedRegionalisation, regionalised } from './asked-regionalisation.js'
import type { RegionalisationInput } from './spillover-input.js'

/** Which multipliers are asked for: the nation's, or with location quotients those of the region or of one county. */
export interface MultipliersAsked extends MultiplierQuestion {
  readonly regionalisation?: RegionalisationInput | null
  readonly county?: string | null
}

/** An industry's multipliers; the industry is named by its id. */
export interface AnsweredMultipliers extends IndustryMultipliers {
  readonly sector: string
  /**
   * Those of the accounts that are named, or of all. What is solved for is solved once for all industries.
   * @throws BadUserInputError for a name that the table has no account of; the signal's reason once it is aborted.
   */
  accounts(names: readonly string[] | null): Promise<readonly AccountMultiplier[]>
}

/**
 * Every industry's multipliers of a table in the graph, in the table's order.
 * @throws NotFoundError for an unknown table; BadUserInputError for a closure whose figures the table lacks, and for location
 * quotients that cannot be asked for; the signal's reason once it is aborted.
 */
export async function multipliersOfTable(
  { graph, edition }: Knowledge,
  id: string,
  asked: MultipliersAsked,
  signal?: AbortSignal,
): Promise<AnsweredMultipliers[]> {
  const stored = await readTable(graph, id)
  const named = idOfKind('employment', asked.regionalisation?.employment, 'regionalisation.employment') ?? null
  const regionalEmployment = asked.regionalisation ? await employmentForTable({ graph, edition }, stored, named) : null
  const { assumptions: usual, delta } = edition.spillover
  const assumptions = assumed(usual, asked, delta, regionalEmployment)
  await requireInGraph(graph, [idOfKind('county', asked.county, 'county') ?? []].flat())
  const economy = await economyOf(stored, assumptions, regionalEmployment, asked, signal)
  const { table } = stored
  const rounds = asked.closure === 'TYPE_I' ? null : await inTurns(regionalRoundsInSteps(economy, assumptions), signal)
  const found = await inTurns(multipliersInSteps(table, economy, rounds, asked, usual), signal)
  const accounts = once(async (names) =>
    inTurns(accountMultipliersInSteps(table, economy, rounds, accountsCalled(table, names)), signal),
  )
  return found.map((each, j) => ({
    ...each,
    sector: industryNodeId(table.id, each.industry),
    accounts: async (names) => (await accounts(names))[j] ?? [],
  }))
}

type Found = (names: readonly string[] | null) => Promise<AccountMultiplier[][]>

/** Finds them once for the same names: all industries of an answer ask. */
function once(find: Found): Found {
  const found = new Map<string, Promise<AccountMultiplier[][]>>()
  return (names) => {
    const key = JSON.stringify(names)
    const known = found.get(key) ?? find(names)
    found.set(key, known)
    return known
  }
}

/** Nothing is cut after L, whatever the region assumes: by location quotients before it, or not at all. */
function assumed(
  usual: Assumptions,
  { regionalisation, closure, householdIncome }: MultipliersAsked,
  delta: number,
  regionalEmployment: RegionalEmployment | null,
): Assumptions {
  const asked = withoutInput(() => askedRegionalisation({ regionalisation }, delta, regionalEmployment))
  const nation = {
    ...usual,
    closure,
    householdIncome: householdIncome ?? usual.householdIncome,
    retention: nothingCutAfter,
  }
  return asked === null ? nation : regionalised(nation, asked)
}

async function economyOf(
  stored: StoredTable,
  assumptions: Assumptions,
  regionalEmployment: RegionalEmployment | null,
  { county }: MultipliersAsked,
  signal: AbortSignal | undefined,
): Promise<RegionalModel> {
  const isEach = assumptions.regionalisation?.area === 'EACH'
  const own = idOfKind('county', county, 'county') ?? null
  if (isEach && own === null)
    throw new BadUserInputError('county', 'With area EACH a county is named: each is an economy.')
  if (!isEach && own !== null) {
    throw new BadUserInputError(
      'county',
      'A county is an economy of its own with location quotients and area EACH alone.',
    )
  }
  checkAssumptions(stored.table, assumptions)
  // Households are closed with as they are asked for, which may need what the table lacks: not before that is told by name.
  const typeI = { ...assumptions, closure: 'TYPE_I' } as const
  const counties = own === null ? [] : [own]
  const ready = await preparedInTurns({ table: stored, assumptions: typeI, regionalEmployment }, counties, signal)
  return ready.areaOf(own ?? '').model
}

/** Arguments stand by themselves here, as those of no `input`. */
function withoutInput<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof BadUserInputError)) throw error
    throw new BadUserInputError(error.argument.replace(/^input\./, ''), error.message)
  }
}
