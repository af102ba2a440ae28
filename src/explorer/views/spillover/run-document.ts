import { graphql } from '../../generated/gql.js'
import type { ExplorerRunToCompareQuery } from '../../generated/graphql.js'
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

/** A run that is asked for. */
export interface AskedRun {
  /** Null until it is there, and where there is none. */
  readonly run: ExplorerRunToCompareQuery['spilloverRun']
  /** Whether there is no such run, or none any more. */
  readonly isGone: boolean
  /** How asking for it stands. */
  readonly state: Pick<Answer<unknown>, 'error' | 'waiting' | 'again'>
}

/** Asks for a run by its id; for none where that is null. */
export function useRun(id: string | null): AskedRun {
  const lang = useLang()
  const { data, ...state } = useAnswer(runDocument, id === null ? null : { id, lang })
  const found = data?.spilloverRun ?? null
  // An answer of before stays until the next is there.
  if (id === null || found?.id === id) return { run: found, isGone: false, state }
  return { run: null, isGone: data !== null && !state.waiting && state.error === null, state }
}
