import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { accountTexts } from '../../language/accounts.js'
import { useTexts } from '../../language/language.js'
import type { Found } from '../../parts/entity-search.js'
import { FormField, Submit } from '../../parts/form.js'
import type { Sending } from '../../parts/use-send.js'

/** From when to when an account is to act for an actor. */
export function NewActing({
  actor,
  today,
  sending,
  onChosen,
}: {
  readonly actor: Found
  readonly today: string
  readonly sending: Sending
  readonly onChosen: (period: { readonly from: string; readonly to: string | null }) => void
}) {
  const texts = useTexts(accountTexts)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={form}
      aria-label={texts.addActor(actor.name)}
      onSubmit={(event) => {
        event.preventDefault()
        onChosen({ from, to: to === '' ? null : to })
      }}
    >
      <p>
        <strong>{actor.name}</strong>
      </p>
      <div class="field-pair">
        <FormField label={texts.actorFrom} type="date" required value={from} onInput={setFrom} />
        <FormField
          label={texts.actorTo}
          hint={texts.actorToRule}
          type="date"
          value={to}
          onInput={setTo}
          error={sending.error}
          fault={{ argument: 'input.actsFor[0].to', words: texts.periodFault }}
        />
      </div>
      <Submit sending={sending}>{texts.addActor(actor.name)}</Submit>
    </form>
  )
}
