import { useEffect, useState } from 'preact/hooks'
import { type AskError, asAskError, ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type {
  ExplorerMatchFragment,
  ExplorerSupportQuery,
  ExplorerSupportQueryVariables,
} from '../../generated/graphql.js'
import { type Answer, useAnswer } from '../../use-answer.js'

const supportDocument = graphql(`
  query ExplorerSupport(
    $profile: SmeProfile!
    $first: Int!
    $after: String
    $evidence: SupportEvidence
    $asOf: Date
    $lang: Lang!
  ) {
    supportFor(profile: $profile, first: $first, after: $after, evidence: $evidence, asOf: $asOf) {
      totalCount
      nobodyFor {
        ...ExplorerNobodyFor
      }
      ...ExplorerBeside
      nodes {
        ...ExplorerMatch
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** So many at a time: more of them with all that is shown of each may be too much for one request. */
const PAGE = 50

type Question = Omit<ExplorerSupportQueryVariables, 'first' | 'after'>

/** Who can help a firm, all of them, and what stands beside them. */
export interface AllMatches {
  readonly support: ExplorerSupportQuery['supportFor']
  readonly matches: readonly ExplorerMatchFragment[]
}

/**
 * Who can help a firm, page after page until all are there: what is counted, grouped and printed is the whole answer.
 * @param question null to ask nothing yet.
 */
export function useAllMatches(question: Question | null): Answer<AllMatches> {
  const answer = useAnswer(supportDocument, question && { ...question, first: PAGE, after: null })
  const first = answer.data?.supportFor ?? null
  const [rest, setRest] = useState<Rest | null>(null)

  // Further pages belong to the answer whose first page was shown when they were asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is another object at each rendering
  useEffect(() => {
    if (first === null || question === null || !first.pageInfo.hasNextPage) return
    const end = new AbortController()
    askRest(question, first.pageInfo.endCursor, end.signal).then(
      (matches) => setRest({ of: first, matches, error: null }),
      (error: unknown) => {
        if (!end.signal.aborted) setRest({ of: first, matches: [], error: asAskError(error) })
      },
    )
    return () => end.abort()
  }, [first])

  if (first === null) return { ...answer, data: null }
  const further = rest?.of === first ? rest : null
  const isWhole = !first.pageInfo.hasNextPage || further !== null
  return {
    ...answer,
    data: { support: first, matches: [...first.nodes, ...(further?.matches ?? [])] },
    error: answer.error ?? further?.error ?? null,
    waiting: answer.waiting || !isWhole,
  }
}

interface Rest {
  readonly of: AllMatches['support']
  readonly matches: readonly ExplorerMatchFragment[]
  readonly error: AskError | null
}

async function askRest(question: Question, from: string | null, signal: AbortSignal): Promise<ExplorerMatchFragment[]> {
  const matches: ExplorerMatchFragment[] = []
  let after: string | null = from
  while (after !== null) {
    const { supportFor }: ExplorerSupportQuery = await ask(supportDocument, { ...question, first: PAGE, after }, signal)
    matches.push(...supportFor.nodes)
    after = supportFor.pageInfo.hasNextPage ? supportFor.pageInfo.endCursor : null
  }
  return matches
}
