import type { ComponentChildren } from 'preact'
import type { ExplorerProposalFragment, ProposalStatus } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { proposalTexts } from '../../language/proposals.js'
import { nameIn, ProposalItem } from '../../parts/proposal-item.js'
import { useTold } from '../../parts/use-told.js'
import { isEditor, useSession } from '../../session.js'
import { Decide } from './decide.js'

/** Proposals with what would differ, and for editors, what they decide of those that wait. */
export function ProposalList({
  proposals,
  isOwnPage = false,
  onDecided,
  children,
}: {
  readonly proposals: readonly ExplorerProposalFragment[]
  /** Whether it stands on the page of the one that it holds. */
  readonly isOwnPage?: boolean
  readonly onDecided: (outcome: ProposalStatus) => void
  /** What is said of them all. */
  readonly children?: ComponentChildren
}) {
  const texts = useTexts(proposalTexts)
  const { known } = useSession()
  const { told, names } = useTold(proposals)
  const viewer = known?.viewer ?? null
  const { kinds } = useTexts(partTexts)
  return (
    <section aria-label={texts.heading} aria-busy={names === null}>
      {children}
      <ol class="changes">
        {proposals.map((proposal, index) => (
          <ProposalItem
            key={proposal.id}
            {...{ proposal, names, viewer, isOwnPage }}
            told={told[index] ?? { fields: [], ties: [] }}
          >
            {proposal.status === 'PENDING' && isEditor(viewer) && (
              <Decide
                proposal={proposal.id}
                what={`${kinds[proposal.kind]} ${nameIn(proposal) ?? ''}`.trim()}
                onDecided={onDecided}
              />
            )}
          </ProposalItem>
        ))}
      </ol>
    </section>
  )
}
