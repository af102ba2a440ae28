import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import { importingTexts } from '../../language/importing.js'
import { useTexts } from '../../language/language.js'
import { FormProblem, Submit } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import { SaidOfList } from './said-of-list.js'
import type { ShownImport } from './use-job.js'

const confirmDocument = graphql(`
  mutation ExplorerConfirmImport($job: ID!) {
    confirmImport(input: { job: $job }) {
      job {
        id
      }
    }
  }
`)

/** Says yes to what a list would change, once one has agreed to each thing that it asks. */
export function ConfirmForm({ job, onChanged }: { readonly job: ShownImport; readonly onChanged: () => void }) {
  const texts = useTexts(importingTexts)
  const sending = useSend()
  const id = useId()
  const [agreed, setAgreed] = useState<readonly string[]>([])
  const [refusals, setRefusals] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const missing = job.asks.filter((each) => !agreed.includes(each))
  const isRefused = refusals > 0 && missing.length > 0
  useLayoutEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLInputElement>('input:not(:checked)')?.focus()
  }, [refusals])

  async function submit(event: Event) {
    event.preventDefault()
    if (missing.length > 0) {
      setRefusals((now) => now + 1)
      return
    }
    await sending.send(async () => {
      await ask(confirmDocument, { job: job.id })
    })
    // Also where it was refused: the job then says why, and what it would change now.
    onChanged()
  }
  return (
    <form ref={form} noValidate onSubmit={submit}>
      {job.asks.length > 0 && (
        <fieldset class="field check-field import-asks" aria-describedby={isRefused ? `${id}-fault` : undefined}>
          <legend>{texts.asks}</legend>
          {job.asks.map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={agreed.includes(each)}
                aria-invalid={(isRefused && missing.includes(each)) || undefined}
                aria-describedby={isRefused ? `${id}-fault` : undefined}
                onChange={(event) =>
                  setAgreed(event.currentTarget.checked ? [...agreed, each] : agreed.filter((other) => other !== each))
                }
              />
              <Asked ask={each} title={job.title} />
            </label>
          ))}
          {isRefused && (
            <p class="fault" id={`${id}-fault`} role="alert">
              {texts.asksFault}
            </p>
          )}
        </fieldset>
      )}
      {sending.error?.code !== 'CONFLICT' && <FormProblem error={sending.error} />}
      <Submit sending={sending}>{texts.confirm}</Submit>
    </form>
  )
}

/** What a list asks, with a word before it in the reader's language. */
function Asked({ ask: asked, title }: { readonly ask: string; readonly title: string | null }) {
  const texts = useTexts(importingTexts)
  if (asked.startsWith('Nothing says what the list is called')) return <span>{texts.askTitle(title ?? '')}</span>
  const isUnusual = asked.startsWith('Unusual: ')
  return (
    <span>
      {isUnusual ? texts.askUnusual : texts.askLoss} <SaidOfList text={asked.replace(/^Unusual: /, '')} />
    </span>
  )
}
