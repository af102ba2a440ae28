import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { send } from '../ask.js'
import { accountTexts } from '../language/accounts.js'
import { useFormat, useTexts } from '../language/language.js'
import { useSession } from '../session.js'
import { FormField, FormProblem, PasswordField, Submit, Told } from './form.js'
import { useSecondsLeft } from './use-seconds-left.js'
import { useSend } from './use-send.js'

/**
 * Name and password, as far as there are passwords here.
 * @param name whose it is to begin with.
 * @param onSignedIn called once the page knows who is signed in.
 */
export function SignInForm({
  name: known = '',
  onSignedIn,
}: {
  readonly name?: string
  readonly onSignedIn?: () => void
}) {
  const texts = useTexts(accountTexts)
  const { count } = useFormat()
  const { refresh } = useSession()
  const id = useId()
  const sending = useSend()
  const [name, setName] = useState(known)
  const [password, setPassword] = useState('')
  const [until, setUntil] = useState<number | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const left = useSecondsLeft(until)
  const { error } = sending
  const isWrong = error?.code === 'UNAUTHENTICATED'
  const seconds = error?.code === 'TOO_MANY_REQUESTS' ? error.seconds : null

  useLayoutEffect(() => {
    if (error) form.current?.querySelector<HTMLInputElement>('[autocomplete=current-password]')?.focus()
    setUntil(error?.seconds ? Date.now() + error.seconds * 1_000 : null)
  }, [error])

  const wrongAs = isWrong ? `${id}-fault` : undefined
  const words = (number: number) => texts.seconds(number, count(number))
  async function submit(event: Event) {
    event.preventDefault()
    const isIn = await sending.send(async () => {
      await send('/sign-in', { name, password })
      await refresh()
    })
    if (isIn) onSignedIn?.()
  }
  return (
    <form ref={form} class="account-form" onSubmit={submit}>
      {isWrong && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {texts.wrong}
        </p>
      )}
      {seconds !== null && (
        <div class="fault" id={`${id}-fault`}>
          <p role="alert">{texts.wait(words(seconds))}</p>
          {left > 0 && <p role="timer">{texts.left(words(left))}</p>}
        </div>
      )}
      {!isWrong && seconds === null && <FormProblem error={error} />}
      <Told words={seconds !== null && until !== null && left === 0 ? texts.waited : null} />
      <FormField
        label={texts.name}
        value={name}
        onInput={setName}
        autocomplete="username"
        autocapitalize="off"
        spellcheck={false}
        required
        maxLength={200}
        wrongAs={wrongAs}
      />
      <PasswordField
        label={texts.password}
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
        required
        maxLength={1000}
        wrongAs={wrongAs}
      />
      <Submit sending={sending}>{texts.signIn}</Submit>
    </form>
  )
}
