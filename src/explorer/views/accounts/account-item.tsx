import { useState } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { ExplorerAccountShownFragment } from '../../generated/graphql.js'
import { accountTexts } from '../../language/accounts.js'
import { useFormat, useTexts } from '../../language/language.js'
import { Tokens } from '../../parts/tokens.js'
import { AccountForm } from './account-form.js'
import { ActingForm } from './acting-form.js'
import { EndAccount } from './end-account.js'
import { PasswordForm } from './password-form.js'

graphql(`
  fragment ExplorerAccountShown on Account {
    name
    displayName
    role
    isDisabled
    signsInBy
    createdAt
    actsFor {
      actor {
        id
        name(lang: $lang)
      }
      from
      to
    }
    tokens {
      ...ExplorerToken
    }
  }
`)

/** One account in a line, and opened all that can be changed of it. */
export function AccountItem({
  account,
  onChanged,
  onRemoved,
}: {
  readonly account: ExplorerAccountShownFragment
  readonly onChanged: () => void
  readonly onRemoved: () => void
}) {
  const texts = useTexts(accountTexts)
  const { day, list } = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { name, displayName, role, isDisabled, signsInBy, createdAt } = account
  return (
    <details class="account" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{displayName}</strong> <span class="quiet">{name}</span> <span class="tag">{texts.roles[role]}</span>{' '}
        {isDisabled && <strong class="tag">{texts.disabled}</strong>}
      </summary>
      {isOpen && (
        <>
          <p class="quiet">
            {texts.created} {day(createdAt)}. {texts.signsInBy}{' '}
            {signsInBy.length === 0 ? texts.signsInByNothing : list(signsInBy.map((way) => texts.methods[way]))}.
          </p>
          <div class="account-parts">
            <section>
              <h3>{texts.change(name)}</h3>
              <AccountForm account={account} onChanged={onChanged} />
            </section>
            <section>
              <h3>{texts.actsFor}</h3>
              <ActingForm account={account} onChanged={onChanged} />
            </section>
            <section>
              <h3>{texts.setPassword}</h3>
              <PasswordForm name={name} onChanged={onChanged} />
            </section>
            <section>
              <h3>{texts.tokens}</h3>
              <Tokens owner={name} most={role} tokens={account.tokens} onChanged={onChanged} />
            </section>
          </div>
          <section>
            <h3>{texts.endAccount}</h3>
            <EndAccount account={account} onChanged={onChanged} onRemoved={onRemoved} />
          </section>
        </>
      )}
    </details>
  )
}
