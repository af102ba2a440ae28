import { useRef, useState } from 'preact/hooks'
import { ask } from '../ask.js'
import { graphql } from '../generated/gql.js'
import type { ExplorerTokenFragment, Role } from '../generated/graphql.js'
import { accountTexts } from '../language/accounts.js'
import { useFormat, useTexts } from '../language/language.js'
import { AsksFirst } from './asks-first.js'
import { FormProblem, Told } from './form.js'
import { NewToken } from './new-token.js'
import { ShownOnce } from './shown-once.js'
import { useSend } from './use-send.js'

graphql(`
  fragment ExplorerToken on AccessToken {
    id
    name
    role
    createdAt
    expiresAt
    hasExpired
  }
`)

const revokeDocument = graphql(`
  mutation ExplorerRevokeToken($id: ID!) {
    revokeToken(id: $id) {
      id
    }
  }
`)

/**
 * The tokens of an account: those that there are, a new one, and ending one.
 * @param owner name of the account.
 * @param most the role that a token may have at most.
 * @param onChanged called when there is one more or less.
 */
export function Tokens({
  owner,
  most,
  tokens,
  onChanged,
}: {
  readonly owner: string
  readonly most: Role
  readonly tokens: readonly ExplorerTokenFragment[]
  readonly onChanged: () => void
}) {
  const texts = useTexts(accountTexts)
  const { day } = useFormat()
  const revoking = useSend()
  const [told, setTold] = useState<string | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)

  async function revoke({ id, name }: ExplorerTokenFragment) {
    setTold(null)
    const isDone = await revoking.send(async () => {
      await ask(revokeDocument, { id })
    })
    if (!isDone) return
    setTold(texts.revoked(name))
    onChanged()
    // The button that was pressed goes away with its row.
    list.current?.focus()
  }
  return (
    <>
      <Told words={told} />
      <FormProblem error={revoking.error} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields */}
      <div ref={list} tabIndex={-1} role="group" aria-label={texts.tokens}>
        {tokens.length === 0 && <p>{texts.noTokens}</p>}
        <ul class="plain-list">
          {tokens.map((token) => (
            <li key={token.id}>
              <strong>{token.name}</strong> <span class="tag">{texts.roles[token.role]}</span>
              <br />
              <span class="quiet">
                {texts.created} {day(token.createdAt)}.{' '}
                {token.hasExpired ? (
                  <strong>{texts.expiredOn(day(token.expiresAt))}</strong>
                ) : (
                  texts.expiresOn(day(token.expiresAt))
                )}
              </span>{' '}
              <AsksFirst
                label={texts.revokeShort}
                name={texts.revoke(token.name)}
                question={texts.revokeAsk(token.name)}
                onYes={() => revoke(token)}
              />
            </li>
          ))}
        </ul>
      </div>
      {secret !== null && (
        <ShownOnce
          label={texts.secret}
          why={texts.secretOnce}
          secret={secret}
          onDone={() => {
            setSecret(null)
            list.current?.focus()
          }}
        />
      )}
      <NewToken
        owner={owner}
        most={most}
        onMade={(name, made) => {
          setTold(texts.tokenMade(name))
          setSecret(made)
          onChanged()
        }}
      />
    </>
  )
}
