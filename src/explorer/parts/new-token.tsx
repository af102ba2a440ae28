import { useState } from 'preact/hooks'
import { ask } from '../ask.js'
import { graphql } from '../generated/gql.js'
import type { Role } from '../generated/graphql.js'
import { accountTexts } from '../language/accounts.js'
import { useTexts } from '../language/language.js'
import { type Fault, FormField, FormProblem, FormSelect, Submit } from './form.js'
import { rolesUpTo } from './roles.js'
import { useSend } from './use-send.js'

const createDocument = graphql(`
  mutation ExplorerCreateToken($input: CreateTokenInput!) {
    createToken(input: $input) {
      token {
        name
      }
      secret
    }
  }
`)

/** A form for one token more of an account. @param onMade called with its name and its secret, which is told this once. */
export function NewToken({
  owner,
  most,
  onMade,
}: {
  readonly owner: string
  readonly most: Role
  readonly onMade: (name: string, secret: string) => void
}) {
  const texts = useTexts(accountTexts)
  const sending = useSend()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('READER')
  const [days, setDays] = useState('90')
  const choices = rolesUpTo(most)
  const chosen = choices.includes(role) ? role : most
  const faults = {
    name: { argument: 'input.name', words: texts.tokenNameFault },
    role: { argument: 'input.role', words: texts.tokenRoleFault },
    days: { argument: 'input.days', words: texts.daysFault },
  } satisfies Record<string, Fault>

  async function submit(event: Event) {
    event.preventDefault()
    await sending.send(async () => {
      const { createToken } = await ask(createDocument, {
        input: { account: owner, name, role: chosen, days: Number(days) },
      })
      setName('')
      onMade(createToken.token.name, createToken.secret)
    })
  }
  const { error } = sending
  return (
    <form class="account-form" onSubmit={submit}>
      <FormProblem error={error} faults={Object.values(faults)} />
      <FormField
        label={texts.tokenName}
        value={name}
        onInput={setName}
        required
        maxLength={100}
        autocomplete="off"
        error={error}
        fault={faults.name}
      />
      <FormSelect
        label={texts.tokenRole}
        value={chosen}
        choices={choices.map((value) => ({ value, name: texts.roles[value] }))}
        onChange={setRole}
        error={error}
        fault={faults.role}
      />
      <FormField
        label={texts.days}
        hint={texts.daysRule}
        type="number"
        min={1}
        max={366}
        value={days}
        onInput={setDays}
        required
        autocomplete="off"
        error={error}
        fault={faults.days}
      />
      <Submit sending={sending}>{texts.makeToken}</Submit>
    </form>
  )
}
