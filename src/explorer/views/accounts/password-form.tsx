import { useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import { accountTexts } from '../../language/accounts.js'
import { useTexts } from '../../language/language.js'
import { type Fault, FormProblem, Submit, Told } from '../../parts/form.js'
import { NewPassword } from '../../parts/new-password.js'
import { ShownOnce } from '../../parts/shown-once.js'
import { useSend } from '../../parts/use-send.js'
import { updateDocument } from './update-account.js'

/** A new password for an account, which ends its sessions; one that was suggested is shown once. */
export function PasswordForm({ name, onChanged }: { readonly name: string; readonly onChanged: () => void }) {
  const texts = useTexts(accountTexts)
  const sending = useSend()
  const [password, setPassword] = useState('')
  const [suggested, setSuggested] = useState<string | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const fault: Fault = { argument: 'input.password', words: texts.passwordFault }

  async function submit(event: Event) {
    event.preventDefault()
    setTold(null)
    const isDone = await sending.send(async () => {
      await ask(updateDocument, { input: { name, password } })
    })
    if (!isDone) return
    setTold(texts.passwordSet)
    setShown(password === suggested ? password : null)
    setPassword('')
    onChanged()
  }
  return (
    <>
      <form onSubmit={submit}>
        <FormProblem error={sending.error} faults={[fault]} />
        <NewPassword
          value={password}
          onInput={setPassword}
          onSuggested={setSuggested}
          required
          error={sending.error}
          fault={fault}
        />
        <Submit sending={sending}>{texts.setPassword}</Submit>
      </form>
      <Told words={told} />
      {shown !== null && (
        <ShownOnce label={texts.password} why={texts.passwordOnce} secret={shown} onDone={() => setShown(null)} />
      )}
    </>
  )
}
