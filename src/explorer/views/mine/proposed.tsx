import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerProposedQuery } from '../../generated/graphql.js'
import { useLang, useTexts } from '../../language/language.js'
import { mineTexts } from '../../language/mine.js'
import { proposalTexts } from '../../language/proposals.js'
import { Answered } from '../../parts/answered.js'
import { ProposalItem } from '../../parts/proposal-item.js'
import { useTold } from '../../parts/use-told.js'
import { useSession } from '../../session.js'
import { useAnswer } from '../../use-answer.js'

const proposedDocument = graphql(`
  query ExplorerProposed($actor: ID!, $lang: Lang!) {
    proposals(status: PENDING, about: $actor, first: 10) {
      totalCount
      nodes {
        ...ExplorerProposal
      }
    }
  }
`)

/** What was proposed about an actor and what it offers, and waits to be decided. */
export function Proposed({ actor, viewer }: { readonly actor: string; readonly viewer: string }) {
  const texts = useTexts(mineTexts)
  const { heading } = useTexts(proposalTexts)
  const answer = useAnswer(proposedDocument, { actor, lang: useLang() })
  const lang = useAddress().get('lang')
  return (
    <section>
      <h3>{texts.proposed}</h3>
      <Answered answer={answer}>
        {({ proposals }) => {
          const others = proposals.nodes.filter(({ author }) => author !== viewer)
          return (
            <>
              {others.length === 0 ? <p>{texts.nothingProposed}</p> : <List proposals={others} label={heading} />}
              {proposals.totalCount > proposals.nodes.length && (
                <p>
                  <a href={linkTo('/proposals', { about: actor, lang })}>{texts.toProposals}</a>
                </p>
              )}
            </>
          )
        }}
      </Answered>
    </section>
  )
}

function List({
  proposals,
  label,
}: {
  readonly proposals: ExplorerProposedQuery['proposals']['nodes']
  readonly label: string
}) {
  const { known } = useSession()
  const { told, names } = useTold(proposals)
  return (
    <ol class="changes" aria-label={label} aria-busy={names === null}>
      {proposals.map((proposal, index) => (
        <ProposalItem
          key={proposal.id}
          {...{ proposal, names }}
          told={told[index] ?? { fields: [], ties: [] }}
          viewer={known?.viewer ?? null}
        />
      ))}
    </ol>
  )
}
