import { atOnce } from '../../src/kernel/turns.js'
import { preparedAreaInSteps } from '../../src/spillover/model/effects.js'
import type { LeontiefSystem } from '../../src/spillover/model/leontief.js'
import { type MultiplierQuestion, multipliersInSteps } from '../../src/spillover/model/multipliers.js'
import {
  type PathNetwork,
  pathNetworkInSteps,
  structuralPathsInSteps,
} from '../../src/spillover/model/structural-paths.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { reportAssumptions } from '../edition.js'

export const multipliers = (table: InputOutputTable, system: LeontiefSystem, question: MultiplierQuestion) =>
  atOnce(multipliersInSteps(table, system, question, reportAssumptions))

export const structuralPaths = (network: PathNetwork, first: number) => atOnce(structuralPathsInSteps(network, first))

export const pathNetwork = (...given: Parameters<typeof pathNetworkInSteps>) => atOnce(pathNetworkInSteps(...given))

export const preparedArea = (...given: Parameters<typeof preparedAreaInSteps>) => atOnce(preparedAreaInSteps(...given))
