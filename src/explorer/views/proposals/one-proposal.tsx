import { useMemo, useRef, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerProposalFragment, ProposalStatus } from '../../generated/graphql.js'
import { useLang, useTexts } from '../../language/language.js'
import { proposalTexts } from '../../language/proposals.js'
import { Answered, Empty } from '../../parts/answered.js'
import { proposalsChanged } from '../../parts/pending-proposals.js'
import { nameIn } from '../../parts/proposal-item.js'
import { useTitle } from '../../parts/use-title.js'
import { useAnswer } from '../../use-answer.js'
import { ProposalList } from './proposal-list.js'

const proposalDocument = graphql(`
  query ExplorerOneProposal($id: ID!, $lang: Lang!) {
    proposal(id: $id) {
      ...ExplorerProposal
    }
  }
`)

/** One proposal, to which a change that came of it leads: what it says, and what became of it. */
export function OneProposal() {
  const texts = useTexts(proposalTexts)
  const { params } = useRoute()
  const address = useAddress()
  const answer = useAnswer(proposalDocument, { id: params.id ?? '', lang: useLang() })
  const name = answer.data?.proposal ? nameIn(answer.data.proposal) : null
  const heading = name === null ? texts.oneHeading : texts.oneOf(name)
  useTitle(heading)
  const [told, setTold] = useState<ProposalStatus | null>(null)
  const said = useRef<HTMLParagraphElement>(null)
  return (
    <>
      <h1>{heading}</h1>
      <p class="told" role="status" tabIndex={-1} ref={said}>
        {told !== null && texts.decided[told]}
      </p>
      <Answered answer={answer}>
        {({ proposal }) =>
          proposal === null ? (
            <Empty>{texts.noSuch}</Empty>
          ) : (
            <One
              proposal={proposal}
              onDecided={(outcome) => {
                setTold(outcome)
                said.current?.focus()
                answer.again()
                proposalsChanged()
              }}
            />
          )
        }
      </Answered>
      <ul class="next-steps no-print">
        <li>
          <a href={linkTo('/proposals', { status: 'all', lang: address.get('lang') })}>{texts.toAll}</a>
        </li>
      </ul>
    </>
  )
}

function One({
  proposal,
  onDecided,
}: {
  readonly proposal: ExplorerProposalFragment
  readonly onDecided: (outcome: ProposalStatus) => void
}) {
  // What is told of a list is made anew where that is another.
  const proposals = useMemo(() => [proposal], [proposal])
  return <ProposalList {...{ proposals, onDecided }} isOwnPage />
}
