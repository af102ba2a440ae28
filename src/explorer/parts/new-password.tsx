import { useState } from 'preact/hooks'
import type { AskError } from '../ask.js'
import { accountTexts } from '../language/accounts.js'
import { useTexts } from '../language/language.js'
import { type Fault, PasswordField, Told } from './form.js'
import { suggestedPassword } from './suggested-password.js'

/** A password for somebody else: typed, or suggested, which shows it. */
export function NewPassword({
  value,
  hint,
  required = false,
  onInput,
  onSuggested,
  error,
  fault,
}: {
  readonly value: string
  readonly hint?: string
  readonly required?: boolean
  readonly onInput: (password: string) => void
  readonly onSuggested: (password: string) => void
  readonly error: AskError | null
  readonly fault: Fault
}) {
  const texts = useTexts(accountTexts)
  const [isSuggested, setSuggested] = useState(false)
  const isShown = isSuggested && value !== ''
  return (
    <>
      <PasswordField
        label={texts.newPassword}
        hint={[texts.passwordRule, hint].filter(Boolean).join(' ')}
        value={value}
        onInput={onInput}
        shown={isShown}
        autocomplete="new-password"
        required={required}
        minLength={12}
        error={error}
        fault={fault}
      />
      <p>
        <button
          type="button"
          onClick={() => {
            const password = suggestedPassword()
            setSuggested(true)
            onSuggested(password)
            onInput(password)
          }}
        >
          {texts.suggest}
        </button>
      </p>
      <Told words={isShown ? texts.suggested : null} />
    </>
  )
}
