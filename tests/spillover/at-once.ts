import { atOnce } from '../../src/kernel/turns.js'
import { accountMultipliersInSteps, accountsCalled } from '../../src/spillover/model/account-multipliers.js'
import { preparedAreaInSteps } from '../../src/spillover/model/areas.js'
import type { LeontiefSystem } from '../../src/spillover/model/linear-algebra/leontief.js'
import { type MultiplierQuestion, multipliersInSteps } from '../../src/spillover/model/multipliers.js'
import { regionalRoundsInSteps } from '../../src/spillover/model/regional-model.js'
import {
  type PathNetwork,
  pathNetworkInSteps,
  structuralPathsInSteps,
} from '../../src/spillover/model/structural-paths.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { sharesOfSuppliers } from '../../src/spillover/model/trade-shares.js'
import { reportAssumptions } from '../edition.js'

export const multipliers = (table: InputOutputTable, system: LeontiefSystem, question: MultiplierQuestion) =>
  atOnce(multipliersInSteps(table, { system }, roundsOf(table, system, question), question, reportAssumptions))

export function accountMultipliers(
  table: InputOutputTable,
  system: LeontiefSystem,
  question: MultiplierQuestion,
  names: readonly string[] | null = null,
) {
  const rounds = roundsOf(table, system, question)
  return atOnce(accountMultipliersInSteps(table, { system }, rounds, accountsCalled(table, names)))
}

/** Of a table of which all stays. */
const roundsOf = (table: InputOutputTable, system: LeontiefSystem, question: MultiplierQuestion) =>
  question.closure === 'TYPE_I'
    ? null
    : atOnce(
        regionalRoundsInSteps(
          { table, system, shares: sharesOfSuppliers(table.industries.map(() => 1)) },
          { ...reportAssumptions, householdIncome: question.householdIncome ?? reportAssumptions.householdIncome },
        ),
      )

export const structuralPaths = (network: PathNetwork, first: number) => atOnce(structuralPathsInSteps(network, first))

export const pathNetwork = (...given: Parameters<typeof pathNetworkInSteps>) => atOnce(pathNetworkInSteps(...given))

export const preparedArea = (...given: Parameters<typeof preparedAreaInSteps>) => atOnce(preparedAreaInSteps(...given))
