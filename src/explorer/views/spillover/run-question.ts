import { type AddressValues, linkTo } from '../../address.js'
import type { ExplorerRunQuestionFragment } from '../../generated/graphql.js'
import { ownJobsOf } from './own-jobs.js'
import { type AskedRun, useRun } from './run-document.js'

const number = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

/** A run's question as the page's address holds it: everything that it assumed, said outright; jobs of its own by its id. */
export function addressOfRun(run: ExplorerRunQuestionFragment): AddressValues {
  const { shock, closure, householdIncome, incomeTax, retention, regionalisation, displacement } = run.assumptions
  const { placement, scenario, nationalSectors } = run.assumptions
  const byQuotients = regionalisation.method !== 'RETENTION'
  const takesDelta = regionalisation.method === 'FLQ' || regionalisation.method === 'AFLQ'
  return {
    table: run.table.id,
    ventures: run.establishments.nodes.map(({ id }) => id).join(','),
    years: run.byYear.map(({ year }) => year).join(','),
    // The region's own run is asked nothing, and bears the scenario that it stands for.
    scenario: run.question === '{}' ? null : (scenario?.id ?? null),
    ...{ shock, closure, income: householdIncome, tax: String(incomeTax), placement },
    ...(byQuotients
      ? {
          method: regionalisation.method,
          delta: takesDelta ? number(regionalisation.delta) : null,
          householdDelta: number(regionalisation.householdDelta),
          area: regionalisation.area,
          mining: regionalisation.mining,
          employment: regionalisation.employment?.id,
        }
      : {
          share: String(retention.share),
          apply: retention.apply,
          national: nationalSectors.map(({ id }) => id).join(','),
        }),
    fromSmes: number(displacement?.fromRegionalSmes),
    refilled: number(displacement?.refilled),
    jobs: ownJobsOf(run.question) === null ? null : run.id,
  }
}

/** A setting that is compared with, and the run that it is of. */
interface Kept extends Omit<AskedRun, 'run'> {
  /** As the part of an address that asks it; null until it is known. */
  readonly text: string | null
  /** Of a run. */
  readonly name: string | null
}

/**
 * The setting that another is compared with.
 * @param kept the part of an address that asks it, or the id of a run.
 */
export function useKept(kept: string): Kept {
  const isRun = kept.startsWith('run:')
  const { run, isGone, state } = useRun(isRun ? kept : null)
  const text = run ? linkTo('', addressOfRun(run)).slice(1) : null
  return { text: isRun ? text : kept, name: run?.name ?? null, isGone, state }
}
