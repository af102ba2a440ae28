import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { accountTexts } from '../language/accounts.js'
import { useTexts } from '../language/language.js'
import { useSession } from '../session.js'
import { Told } from './form.js'
import { SignInForm } from './sign-in-form.js'

/** Signing in over the page that one is on, where something took it: all that was typed stays. */
export function SignInAgain() {
  const texts = useTexts(accountTexts)
  const { known, later, refresh } = useSession()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    // Closed before it goes away, so that the focus goes back to where it was.
    return () => current?.close()
  }, [])
  const hadSession = known?.viewer?.hasAccount === true
  const { methods = [], providerAddress = null } = known?.signIn ?? {}
  return (
    <dialog
      ref={dialog}
      class="sign-in-again"
      aria-labelledby={id}
      aria-describedby={`${id}-why`}
      onCancel={(event) => {
        event.preventDefault()
        later()
      }}
    >
      <h2 id={id}>{hadSession ? texts.sessionEnded : texts.signInNeeded}</h2>
      <p id={`${id}-why`}>{hadSession ? texts.sessionEndedWhy : texts.signInNeededWhy}</p>
      {methods.includes('PASSWORD') && <SignInForm name={hadSession ? (known?.viewer?.name ?? '') : ''} />}
      {providerAddress && (
        <>
          <p>
            <a href={providerAddress} target="_blank" rel="noreferrer">
              {texts.byProviderElsewhere}
            </a>
          </p>
          <p>
            <button
              type="button"
              onClick={() => {
                setTold(null)
                refresh().then(
                  (isIn) => setTold(isIn ? null : texts.notSignedIn),
                  () => setTold(texts.notSignedIn),
                )
              }}
            >
              {texts.haveSignedIn}
            </button>
          </p>
          <Told words={told} />
        </>
      )}
      <p>
        <button type="button" onClick={later}>
          {texts.notNow}
        </button>
      </p>
    </dialog>
  )
}
