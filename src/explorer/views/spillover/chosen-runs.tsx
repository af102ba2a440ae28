import type { Address } from '../../address.js'
import { useTexts } from '../../language/language.js'
import { runTexts } from '../../language/runs.js'
import { Empty } from '../../parts/answered.js'
import { ComparedRuns } from './compared-runs.js'
import type { AskedRun } from './run-document.js'

/** The runs that are chosen to be compared: both beside each other, or what is to be done once the first is chosen. */
export function ChosenRuns({
  address,
  first,
}: {
  readonly address: Address
  /** The one that is chosen first. */
  readonly first: AskedRun
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
