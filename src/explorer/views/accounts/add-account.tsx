import { useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { Role } from '../../generated/graphql.js'
import { accountTexts } from '../../language/accounts.js'
import { useTexts } from '../../language/language.js'
import { type Fault, FormField, FormProblem, FormSelect, Submit } from '../../parts/form.js'
import { NewPassword } from '../../parts/new-password.js'
import { roles } from '../../parts/roles.js'
import { ShownOnce } from '../../parts/shown-once.js'
import { useSend } from '../../parts/use-send.js'

const createDocument = graphql(`
  mutation ExplorerCreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) {
      account {
        name
      }
    }
  }
`)

/** A form for one account more; a password that was suggested is shown once. */
export function AddAccount({ onAdded }: { readonly onAdded: (name: string) => void }) {
  const texts = useTexts(accountTexts)
  const sending = useSend()
  const [name, setName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [role, setRole] = useState<Role>('READER')
  const [password, setPassword] = useState('')
  const [suggested, setSuggested] = useState<string | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const faults = {
    name: { argument: 'input.name', words: texts.nameFault },
    displayName: { argument: 'input.displayName', words: texts.displayNameFault },
    password: { argument: 'input.password', words: texts.passwordFault },
  } satisfies Record<string, Fault>

  async function submit(event: Event) {
    event.preventDefault()
    await sending.send(async () => {
      const { createAccount } = await ask(createDocument, {
        input: { name, role, displayName: displayName || null, password: password || null },
      })
      setShown(password !== '' && password === suggested ? password : null)
      for (const empty of [setName, setDisplayName, setPassword]) empty('')
      onAdded(createAccount.account.name)
    })
  }
  const { error } = sending
  return (
    <details class="panel">
      <summary>{texts.addAccount}</summary>
      <form class="account-form" onSubmit={submit}>
        <FormProblem error={error} faults={Object.values(faults)} />
        <FormField
          label={texts.name}
          hint={texts.nameRule}
          value={name}
          onInput={setName}
          required
          maxLength={60}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          error={error}
          fault={faults.name}
        />
        <FormField
          label={texts.displayName}
          hint={texts.displayNameRule}
          value={displayName}
          onInput={setDisplayName}
          maxLength={100}
          autocomplete="off"
          error={error}
          fault={faults.displayName}
        />
        <FormSelect
          label={texts.role}
          hint={texts.may[role]}
          value={role}
          choices={roles.map((value) => ({ value, name: texts.roles[value] }))}
          onChange={setRole}
        />
        <NewPassword
          value={password}
          hint={texts.passwordOptional}
          onInput={setPassword}
          onSuggested={setSuggested}
          error={error}
          fault={faults.password}
        />
        <Submit sending={sending}>{texts.addAccount}</Submit>
      </form>
      {shown !== null && (
        <ShownOnce label={texts.password} why={texts.passwordOnce} secret={shown} onDone={() => setShown(null)} />
      )}
    </details>
  )
}
