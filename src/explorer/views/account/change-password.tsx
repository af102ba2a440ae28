import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { linkTo } from '../../address.js'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import { accountTexts } from '../../language/accounts.js'
import { useTexts } from '../../language/language.js'
import { type Fault, FormProblem, PasswordField, Submit } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'

const changeDocument = graphql(`
  mutation ExplorerChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      viewer {
        name
      }
    }
  }
`)

/** Another password; all sessions end with it, so that one signs in anew. */
export function ChangePassword({ name }: { readonly name: string }) {
  const texts = useTexts(accountTexts)
  const { query } = useLocation()
  const sending = useSend()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const faults = {
    current: { argument: 'input.current', words: texts.currentWrong },
    next: { argument: 'input.new', words: texts.passwordFault },
  } satisfies Record<string, Fault>

  async function submit(event: Event) {
    event.preventDefault()
    const isDone = await sending.send(async () => {
      await ask(changeDocument, { input: { current, new: next } })
    })
    const again = { told: 'password-changed', to: linkTo('/account', { lang: query.lang }), lang: query.lang }
    if (isDone) location.assign(linkTo('/sign-in', again))
  }
  const { error } = sending
  return (
    <form class="account-form" onSubmit={submit}>
      <p>{texts.changePasswordWhy}</p>
      <FormProblem error={error} faults={Object.values(faults)} />
      {/* What keeps passwords has to know whose it is. */}
      <input type="text" autocomplete="username" value={name} readOnly hidden />
      <PasswordField
        label={texts.currentPassword}
        value={current}
        onInput={setCurrent}
        autocomplete="current-password"
        required
        error={error}
        fault={faults.current}
      />
      <PasswordField
        label={texts.newPassword}
        hint={texts.passwordRule}
        value={next}
        onInput={setNext}
        autocomplete="new-password"
        required
        minLength={12}
        error={error}
        fault={faults.next}
      />
      <Submit sending={sending}>{texts.changePassword}</Submit>
    </form>
  )
}
