import { useTexts } from '../../language/language.js'
import { answerTexts } from '../../language/support-answer.js'

const LINES = [1, 2, 3, 4] as const

/** Lines to write on at a meeting: on paper alone. */
export function Notes() {
  const texts = useTexts(answerTexts)
  return (
    <section class="notes print-only" aria-hidden="true">
      <h3>{texts.notes}</h3>
      {LINES.map((line) => (
        <div key={line} class="note-line" />
      ))}
    </section>
  )
}
