import { useEffect } from 'preact/hooks'
import { graphql } from '../generated/gql.js'
import { useAnswer } from '../use-answer.js'

const pendingDocument = graphql(`
  query ExplorerPending {
    proposals(status: PENDING, first: 1) {
      totalCount
    }
  }
`)

const heard = new Set<() => void>()

/** Says that a proposal was made or decided: whoever shows how many wait asks anew. */
export function proposalsChanged(): void {
  for (const listener of heard) listener()
}

/** How many proposals wait to be decided; null until it is known, and where nobody is asked for it. */
export function usePendingProposals(isAsked: boolean): number | null {
  const { data, again } = useAnswer(pendingDocument, isAsked ? {} : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: again is another function at each rendering
  useEffect(() => {
    heard.add(again)
    return () => {
      heard.delete(again)
    }
  }, [])
  return data?.proposals.totalCount ?? null
}
