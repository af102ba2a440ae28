import { useId } from 'preact/hooks'
import { accountTexts } from '../language/accounts.js'
import { useTexts } from '../language/language.js'
import { useAskedFirst } from './use-asked-first.js'

/** A button for what cannot be taken back: it asks first, in its own place, and nothing is done until that is answered. */
export function AsksFirst({
  label,
  name,
  question,
  onYes,
}: {
  /** What it does, in few words, and again on the button that does it. */
  readonly label: string
  /** What it does, and to what, for who does not see what it stands beside. */
  readonly name?: string
  readonly question: string
  readonly onYes: () => void
}) {
  const { keep } = useTexts(accountTexts)
  const id = useId()
  const { isAsked, button, box, ask, leave, onKeyDown } = useAskedFirst<HTMLDivElement>('button:last-child')
  if (!isAsked) {
    return (
      <button ref={button} type="button" aria-label={name} onClick={ask}>
        {label}
      </button>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields
    <div ref={box} class="asks-first" role="group" aria-labelledby={id} onKeyDown={onKeyDown}>
      <p id={id}>{question}</p>
      <button
        type="button"
        onClick={() => {
          leave()
          onYes()
        }}
      >
        {label}
      </button>{' '}
      <button type="button" aria-describedby={id} onClick={leave}>
        {keep}
      </button>
    </div>
  )
}
