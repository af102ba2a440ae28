import { useRef, useState } from 'preact/hooks'
import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerProposalsQuery, ProposalStatus } from '../../generated/graphql.js'
import { historyTexts } from '../../language/history.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { proposalTexts } from '../../language/proposals.js'
import { Answered, Empty } from '../../parts/answered.js'
import { proposalsChanged } from '../../parts/pending-proposals.js'
import { useTitle } from '../../parts/use-title.js'
import { useAnswer } from '../../use-answer.js'
import { ProposalList } from './proposal-list.js'

const proposalsDocument = graphql(`
  query ExplorerProposals($status: ProposalStatus, $for: ID, $about: ID, $after: String, $lang: Lang!) {
    proposals(status: $status, for: $for, about: $about, first: 25, after: $after) {
      totalCount
      nodes {
        ...ExplorerProposal
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const statuses: readonly ProposalStatus[] = ['PENDING', 'APPROVED', 'REJECTED', 'STALE']

/** What was proposed, by where it stands, with what would differ; editors decide it here. */
export function Proposals() {
  const texts = useTexts(proposalTexts)
  useTitle(texts.heading)
  const lang = useLang()
  const address = useAddress()
  const asked = address.get('status') ?? 'PENDING'
  const status = statuses.find((each) => each === asked) ?? null
  const answer = useAnswer(proposalsDocument, {
    ...{ status, for: address.get('for'), about: address.get('about'), after: address.get('after'), lang },
  })
  const [told, setTold] = useState<ProposalStatus | null>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const kept = { for: address.get('for'), about: address.get('about'), lang: address.get('lang') }
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <nav aria-label={texts.choose}>
        <ul class="next-steps">
          {[...statuses, null].map((each) => (
            <li key={each ?? 'all'}>
              <a
                href={linkTo('/proposals', { ...kept, status: each ?? 'all' })}
                aria-current={each === status ? 'true' : undefined}
              >
                {each === null ? texts.all : texts.statuses[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="told" role="status" tabIndex={-1} ref={said}>
        {told !== null && texts.decided[told]}
      </p>
      <Answered answer={answer}>
        {({ proposals }) => (
          <>
            {proposals.totalCount === 0 && <Empty>{texts.none[status ?? 'all']}</Empty>}
            {proposals.totalCount > 0 && (
              <List
                proposals={proposals}
                onDecided={(outcome) => {
                  setTold(outcome)
                  said.current?.focus()
                  answer.again()
                  proposalsChanged()
                }}
              />
            )}
            <Paged pageInfo={proposals.pageInfo} kept={{ ...kept, status: address.get('status') }} />
          </>
        )}
      </Answered>
    </>
  )
}

function List({
  proposals: { totalCount, nodes },
  onDecided,
}: {
  readonly proposals: ExplorerProposalsQuery['proposals']
  readonly onDecided: (outcome: ProposalStatus) => void
}) {
  const texts = useTexts(proposalTexts)
  const { count } = useFormat()
  return (
    <ProposalList proposals={nodes} onDecided={onDecided}>
      <p class="quiet">{texts.total(count(totalCount), totalCount === 1)}</p>
    </ProposalList>
  )
}

function Paged({
  pageInfo: { hasNextPage, endCursor },
  kept,
}: {
  readonly pageInfo: ExplorerProposalsQuery['proposals']['pageInfo']
  readonly kept: Readonly<Record<string, string | null>>
}) {
  const texts = useTexts(proposalTexts)
  const { newest } = useTexts(historyTexts)
  const isLater = useAddress().get('after') !== null
  if (!hasNextPage && !isLater) return null
  return (
    <nav aria-label={texts.heading}>
      <ul class="next-steps">
        {isLater && (
          <li>
            <a href={linkTo('/proposals', kept)}>{newest}</a>
          </li>
        )}
        {hasNextPage && (
          <li>
            <a href={linkTo('/proposals', { ...kept, after: endCursor })}>{texts.older}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
