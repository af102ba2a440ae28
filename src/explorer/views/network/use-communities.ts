import { useMemo } from 'preact/hooks'
import { useAnswer } from '../../use-answer.js'
import { communitiesDocument } from './documents.js'
import { type AskedAround, MOST_MEASURED } from './question.js'

/** The communities of a network: how many, and which each node is of. */
export interface Communities {
  readonly count: number
  readonly of: ReadonlyMap<string, number>
}

/** The communities of what lies around some nodes; null where they are not asked for, or not there yet. */
export function useCommunities(asked: AskedAround | null): Communities | null {
  const { data } = useAnswer(communitiesDocument, asked === null ? null : measured(asked))
  const isAsked = asked !== null
  return useMemo(() => {
    if (!isAsked || !data) return null
    const { communityCount, nodes } = data.networkMetrics
    return { count: communityCount, of: new Map(nodes.map(({ node, community }) => [node.id, community])) }
  }, [isAsked, data])
}

const measured = ({ told: _, ...asked }: AskedAround) => ({ ...asked, limit: Math.min(asked.limit, MOST_MEASURED) })
