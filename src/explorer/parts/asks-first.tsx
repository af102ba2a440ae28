import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { accountTexts } from '../language/accounts.js'
import { useTexts } from '../language/language.js'

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
  const [isAsked, setAsked] = useState(false)
  const [isLeft, setLeft] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const no = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (isAsked) no.current?.focus()
    else if (isLeft) first.current?.focus()
  }, [isAsked, isLeft])
  if (!isAsked) {
    return (
      <button
        ref={first}
        type="button"
        aria-label={name}
        onClick={() => {
          setLeft(false)
          setAsked(true)
        }}
      >
        {label}
      </button>
    )
  }
  const leave = () => {
    setLeft(true)
    setAsked(false)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields
    <div
      class="asks-first"
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave()
      }}
    >
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
      <button ref={no} type="button" aria-describedby={id} onClick={leave}>
        {keep}
      </button>
    </div>
  )
}
