import { useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import type { ExplorerAccountShownFragment, Role } from '../../generated/graphql.js'
import { accountTexts } from '../../language/accounts.js'
import { useTexts } from '../../language/language.js'
import { type Fault, FormField, FormProblem, FormSelect, Submit, Told } from '../../parts/form.js'
import { roles } from '../../parts/roles.js'
import { useSend } from '../../parts/use-send.js'
import { updateDocument } from './update-account.js'

/** What an account is called, and its role. */
export function AccountForm({
  account,
  onChanged,
}: {
  readonly account: ExplorerAccountShownFragment
  readonly onChanged: () => void
}) {
  const texts = useTexts(accountTexts)
  const sending = useSend()
  const [displayName, setDisplayName] = useState(account.displayName)
  const [role, setRole] = useState<Role>(account.role)
  const [told, setTold] = useState<string | null>(null)
  const faults = {
    displayName: { argument: 'input.displayName', words: texts.displayNameFault },
    role: { argument: 'role', words: texts.lastAdmin },
  } satisfies Record<string, Fault>

  async function submit(event: Event) {
    event.preventDefault()
    setTold(null)
    const isDone = await sending.send(async () => {
      await ask(updateDocument, { input: { name: account.name, displayName, role } })
    })
    if (!isDone) return
    setTold(texts.saved)
    onChanged()
  }
  const { error } = sending
  return (
    <form onSubmit={submit}>
      <FormProblem error={error} faults={Object.values(faults)} />
      <FormField
        label={texts.displayName}
        value={displayName}
        onInput={setDisplayName}
        required
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
        error={error}
        fault={faults.role}
      />
      <Submit sending={sending}>{texts.save}</Submit>
      <Told words={told} />
    </form>
  )
}
