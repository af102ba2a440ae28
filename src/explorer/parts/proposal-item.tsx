import type { ComponentChildren } from 'preact'
import { linkTo, proposalLink, useAddress } from '../address.js'
import { graphql } from '../generated/gql.js'
import type { ExplorerProposalFragment, ExplorerSessionQuery } from '../generated/graphql.js'
import { historyTexts } from '../language/history.js'
import { useFormat, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { proposalTexts } from '../language/proposals.js'
import { accountOf } from './account-of.js'
import { ChangedFields } from './changed-fields.js'
import { EntityName } from './entity-name.js'
import { readValue, type Told } from './told-fields.js'
import type { Named } from './use-names.js'

graphql(`
  fragment ExplorerProposal on Proposal {
    id
    status
    operation
    kind
    at
    author
    reason
    locator
    asOf
    decidedAt
    decidedBy
    decisionReason
    entity {
      id
      name(lang: $lang)
    }
    forActor {
      id
      name(lang: $lang)
    }
    source {
      title
      publisher
      url
      year
    }
    fields {
      name
      before
      after
    }
  }
`)

/** A proposal as an item of a list: who proposes what, before and after beside each other, by what source, and what became of it. */
export function ProposalItem({
  proposal,
  told,
  names,
  viewer,
  isOwnPage = false,
  children,
}: {
  readonly proposal: ExplorerProposalFragment
  readonly told: Told
  readonly names: ReadonlyMap<string, Named> | null
  readonly viewer: ExplorerSessionQuery['viewer']
  /** Whether it stands on its own page, which then is not led to. */
  readonly isOwnPage?: boolean
  /** What can be done about it. */
  readonly children?: ComponentChildren
}) {
  const texts = useTexts(proposalTexts)
  const words = useTexts(historyTexts)
  const { kinds } = useTexts(partTexts)
  const format = useFormat()
  const lang = useAddress().get('lang')
  const { id, status, operation, kind, at, author, reason, entity, forActor } = proposal
  const proposes: Readonly<Record<string, string>> = texts.proposes
  const definite: Readonly<Record<string, string>> = words.kinds
  const name = nameIn(proposal)
  return (
    <li id={id} class="change">
      <p class="change-when">
        {isOwnPage ? (
          <time dateTime={at}>{format.moment(at)}</time>
        ) : (
          <a href={linkTo(proposalLink(id), { lang })} aria-label={texts.openOf(format.moment(at))}>
            <time dateTime={at}>{format.moment(at)}</time>
          </a>
        )}
        <span class="tag">{texts.one[status]}</span>
      </p>
      <p class="change-what">
        {author !== null && author === viewer?.name ? (
          texts.you
        ) : forActor ? (
          <EntityName entity={forActor} />
        ) : author === null ? (
          texts.somebody
        ) : (
          words.theAccount(author)
        )}
        {forActor && author !== null && author !== viewer?.name && ` (${words.byAccount(author)})`}
        {proposes[operation] ?? texts.proposesElse}
        {entity ? (
          <>
            {definite[kind] ?? words.it} <EntityName entity={entity} />
          </>
        ) : (
          `${kinds[kind].toLowerCase()} ${name ?? ''}`
        )}
      </p>
      {status === 'STALE' && <p class="notice">{texts.staleWhy}</p>}
      <ChangedFields told={told} names={names} before={texts.now} after={texts.proposed} />
      <p class="quiet">
        {reason !== null && `${words.reason}: ${reason}. `}
        {words.source}: <ProposedSource proposal={proposal} />
      </p>
      {proposal.decidedAt !== null && (
        <p class="quiet">
          {texts.decidedOn(texts.one[status], format.moment(proposal.decidedAt), accountOf(proposal.decidedBy))}
          {proposal.decisionReason !== null && ` ${words.reason}: ${proposal.decisionReason}.`}
          {status === 'APPROVED' && entity && (
            <>
              {' '}
              <a href={linkTo(`/entity/${entity.id}/history`, { lang })}>{texts.toHistory}</a>
            </>
          )}
        </p>
      )}
      {children}
    </li>
  )
}

/** The source as the proposal names it, with its page. */
function ProposedSource({
  proposal: { source, forActor, locator, asOf },
}: {
  readonly proposal: ExplorerProposalFragment
}) {
  const texts = useTexts(proposalTexts)
  const { openSource } = useTexts(historyTexts)
  const { day } = useFormat()
  const beside = [
    ...(source?.publisher ? [source.publisher] : []),
    ...(source?.year ? [String(source.year)] : []),
    ...(locator ? [texts.locator(locator)] : []),
    ...(asOf ? [texts.asOf(day(asOf))] : []),
  ]
  return (
    <>
      {source === null ? texts.ownStatement(forActor?.name ?? null) : source.title}
      {beside.map((each) => `, ${each}`)}
      {source?.url && (
        <>
          {' · '}
          <a href={source.url}>{openSource}</a>
        </>
      )}
    </>
  )
}

/** What a proposal is about, by name; of something new, what it would be called. */
export function nameIn({ entity, fields }: ExplorerProposalFragment): string | null {
  if (entity) return entity.name
  const named = ['nameSv', 'nameEn', 'statementSv', 'statementEn'].map((name) =>
    readValue(fields.find((field) => field.name === name)?.after ?? null),
  )
  return named.find((value): value is string => typeof value === 'string') ?? null
}
