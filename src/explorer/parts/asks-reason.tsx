import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { accountTexts } from '../language/accounts.js'
import { useTexts } from '../language/language.js'
import { FormField } from './form.js'
import { useAskedFirst } from './use-asked-first.js'
import type { Sending } from './use-send.js'

/** A button for what is asked about first, with why it is done. What was typed stays until it succeeded. */
export function AsksReason({
  label,
  name,
  question,
  reasonLabel,
  isPrimary = false,
  sending,
  onYes,
  children,
}: {
  /** What it does, in few words. */
  readonly label: string
  /** What it does, and to what, for who does not see what it stands beside. */
  readonly name: string
  readonly question: string
  readonly reasonLabel: string
  readonly isPrimary?: boolean
  readonly sending: Sending
  /** Does it; whether that succeeded. */
  readonly onYes: (reason: string | null) => Promise<boolean>
  /** Why it did not succeed. */
  readonly children?: ComponentChildren
}) {
  const { keep } = useTexts(accountTexts)
  const id = useId()
  const { isAsked, button, box, ask, leave, onKeyDown } = useAskedFirst<HTMLFormElement>('input')
  const [reason, setReason] = useState('')
  if (!isAsked) {
    return (
      <button ref={button} type="button" class={isPrimary ? 'primary' : undefined} aria-label={name} onClick={ask}>
        {label}
      </button>
    )
  }
  return (
    <form
      ref={box}
      class="asks-first"
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      onSubmit={async (event) => {
        event.preventDefault()
        if (await onYes(reason.trim() === '' ? null : reason.trim())) leave()
      }}
    >
      <p id={id}>{question}</p>
      <FormField label={reasonLabel} value={reason} onInput={setReason} maxLength={1000} />
      {children}
      <button type="submit" class="primary" aria-disabled={sending.isSending || undefined}>
        {label}
      </button>{' '}
      <button type="button" onClick={leave}>
        {keep}
      </button>
    </form>
  )
}
