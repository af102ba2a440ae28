import { linkTo, proposalLink, useAddress } from '../address.js'
import type { ExplorerChangeFragment } from '../generated/graphql.js'
import { historyTexts } from '../language/history.js'
import { useFormat, useTexts } from '../language/language.js'
import { useSession } from '../session.js'
import { accountOf } from './account-of.js'
import { EntityName } from './entity-name.js'

/** Where a change came of a proposal: who proposed and who decided it, as far as the reader may know, and the way to it. */
export function CameOf({
  change: { isProposed, proposal },
  own,
}: {
  readonly change: ExplorerChangeFragment
  /** Ids of actors that the reader acts for. */
  readonly own: readonly string[]
}) {
  const texts = useTexts(historyTexts)
  const { moment } = useFormat()
  const lang = useAddress().get('lang')
  if (!isProposed) return null
  if (proposal === null) return <p class="quiet">{texts.cameOfProposal}</p>
  const { id, at, decidedBy } = proposal
  const decider = accountOf(decidedBy)
  return (
    <p class="quiet">
      <Proposer proposal={proposal} own={own} />
      {decider === null ? texts.decidedByEditor : texts.decidedBy(decider)}{' '}
      <a href={linkTo(proposalLink(id), { lang })} aria-label={texts.toProposalOf(moment(at))}>
        {texts.toProposal}
      </a>
    </p>
  )
}

function Proposer({
  proposal: { author, forActor },
  own,
}: {
  readonly proposal: NonNullable<ExplorerChangeFragment['proposal']>
  readonly own: readonly string[]
}) {
  const texts = useTexts(historyTexts)
  const { known } = useSession()
  const account = accountOf(author)
  if (account !== null && account === known?.viewer?.name) return <>{texts.proposedByYou}</>
  if (forActor !== null) {
    return (
      <>
        {texts.proposedBy}
        {own.includes(forActor.id) ? texts.youWithin : <EntityName entity={forActor} />}
        {account !== null && ` (${texts.byAccount(account)})`}
      </>
    )
  }
  return <>{account === null ? texts.proposedBySomebody : `${texts.proposedBy}${texts.accountWithin(account)}`}</>
}
