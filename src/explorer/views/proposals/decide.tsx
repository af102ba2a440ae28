import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { ProposalStatus } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { proposalTexts } from '../../language/proposals.js'
import { AsksReason } from '../../parts/asks-reason.js'
import { FormProblem } from '../../parts/form.js'
import { type Sending, useSend } from '../../parts/use-send.js'

const decideDocument = graphql(`
  mutation ExplorerDecideProposal($input: DecideProposalInput!) {
    decideProposal(input: $input) {
      proposal {
        id
        status
      }
    }
  }
`)

/** Approves or rejects a proposal, once that was asked, with a reason. */
export function Decide({
  proposal,
  what,
  onDecided,
}: {
  readonly proposal: string
  readonly what: string
  readonly onDecided: (outcome: ProposalStatus) => void
}) {
  const texts = useTexts(proposalTexts)
  const sending = useSend()
  const decide = async (decision: 'APPROVE' | 'REJECT', reason: string | null) => {
    let outcome: ProposalStatus = 'PENDING'
    const isDone = await sending.send(async () => {
      const { decideProposal } = await ask(decideDocument, { input: { proposal, decision, reason } })
      outcome = decideProposal.proposal.status
    })
    if (isDone) onDecided(outcome)
    return isDone
  }
  return (
    <div class="proposal-decide no-print">
      <AsksReason
        label={texts.approve}
        name={texts.approveOf(what)}
        question={texts.approveAsk}
        reasonLabel={texts.reason}
        isPrimary
        sending={sending}
        onYes={(reason) => decide('APPROVE', reason)}
      >
        <Problem sending={sending} />
      </AsksReason>
      <AsksReason
        label={texts.reject}
        name={texts.rejectOf(what)}
        question={texts.rejectAsk}
        reasonLabel={texts.reason}
        sending={sending}
        onYes={(reason) => decide('REJECT', reason)}
      >
        <Problem sending={sending} />
      </AsksReason>
    </div>
  )
}

/** Why it was not decided. */
function Problem({ sending: { error } }: { readonly sending: Sending }) {
  const texts = useTexts(proposalTexts)
  const words: Readonly<Record<string, string>> = {
    CONFLICT: texts.alreadyDecided,
    BAD_USER_INPUT: texts.cannotBe,
    NOT_FOUND: texts.cannotBe,
  }
  const said = error === null ? undefined : words[error.code]
  if (said === undefined) return <FormProblem error={error} />
  return (
    <p class="notice notice-problem" role="alert">
      {said}
    </p>
  )
}
