import { type AddressValues, linkTo } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerRunQuestionFragment } from '../../generated/graphql.js'
import { useLang } from '../../language/language.js'
import { type Answer, useAnswer } from '../../use-answer.js'

graphql(`
  fragment ExplorerRunQuestion on SpilloverRun {
    id
    question
    table {
      id
    }
    establishments(first: 200) {
      nodes {
        id
      }
    }
    byYear {
      year
    }
    assumptions {
      ...ExplorerSetting
    }
  }
`)

/** A run by its id, with what it was asked. */
export const runDocument = graphql(`
  query ExplorerRunToCompare($id: ID!, $lang: Lang!) {
    spilloverRun(id: $id) {
      name(lang: $lang)
      ...ExplorerRunQuestion
    }
  }
`)

/** Jobs that a question has beside the ventures' own, or in their place, which the page cannot ask for. */
const JOBS_OF_ITS_OWN = /"(adjust|shocks)":\[\{/

/** Whether a run was asked more than an address of the page holds. */
export const hasMore = ({ question }: Pick<ExplorerRunQuestionFragment, 'question'>): boolean =>
  question !== null && JOBS_OF_ITS_OWN.test(question)

const number = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

/** A run's question as the page's address holds it: everything that it assumed, said outright. */
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
  }
}

/** A setting that is compared with. */
interface Kept {
  /** As the part of an address that asks it; null until it is known. */
  readonly text: string | null
  /** Of a run. */
  readonly name: string | null
  /** Whether there is no such run, or none any more. */
  readonly isGone: boolean
  /** Whether the run was asked more than is compared. */
  readonly isPartial: boolean
  /** How asking for the run stands. */
  readonly state: Pick<Answer<unknown>, 'error' | 'waiting' | 'again'>
}

/**
 * The setting that another is compared with.
 * @param kept the part of an address that asks it, or the id of a run.
 */
export function useKept(kept: string): Kept {
  const lang = useLang()
  const isRun = kept.startsWith('run:')
  const answer = useAnswer(runDocument, isRun ? { id: kept, lang } : null)
  const run = answer.data?.spilloverRun ?? null
  if (!isRun) return { text: kept, name: null, isPartial: false, isGone: false, state: answer }
  if (run === null) return { text: null, name: null, isPartial: false, isGone: answer.data !== null, state: answer }
  const text = linkTo('', addressOfRun(run)).slice(1)
  return { text, name: run.name, isPartial: hasMore(run), isGone: false, state: answer }
}
