import type { Address } from '../../address.js'
import { useLang, useTexts } from '../../language/language.js'
import { runTexts } from '../../language/runs.js'
import { Empty } from '../../parts/answered.js'
import { useAnswer } from '../../use-answer.js'
import { ComparedRuns } from './compared-runs.js'
import { runDocument } from './run-document.js'
import type { ChosenRun } from './run-list.js'

/** The run that is chosen first: null until it is there, and where none is chosen or it is gone. */
export function useFirst(id: string | null): { readonly run: ChosenRun | null; readonly isGone: boolean } {
  const lang = useLang()
  const answer = useAnswer(runDocument, id === null ? null : { id, lang })
  const run = answer.data?.spilloverRun ?? null
  if (id === null) return { run: null, isGone: false }
  // An answer of before stays until the next is there.
  return run?.id === id ? { run, isGone: false } : { run: null, isGone: answer.data !== null && !answer.waiting }
}

/** The runs that are chosen to be compared: both beside each other, or what is to be done once the first is chosen. */
export function ChosenRuns({
  address,
  first,
}: {
  readonly address: Address
  readonly first: ReturnType<typeof useFirst>
}) {
  const texts = useTexts(runTexts)
  const [one, other] = [address.get('first'), address.get('second')]
  if (one === null) return null
  return (
    <section class="compared" aria-label={texts.compareRuns}>
      {other === null ? (
        first.isGone ? (
          <Empty>{texts.gone}</Empty>
        ) : (
          <p role="status" class="chosen-first">
            {first.run && texts.chosenFirst(first.run.name)}
          </p>
        )
      ) : (
        <ComparedRuns first={one} second={other} />
      )}
      <p class="no-print">
        <button type="button" onClick={() => address.set({ first: null, second: null })}>
          {texts.unchoose}
        </button>
      </p>
    </section>
  )
}
