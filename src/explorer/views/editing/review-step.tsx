import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AskError } from '../../ask.js'
import { editingTexts } from '../../language/editing.js'
import { useTexts } from '../../language/language.js'
import type { Operation } from './kinds.js'
import { SendProblem } from './send-problem.js'

/** What is about to be stored, with the buttons that store it or lead back. */
export function ReviewStep({
  operation,
  isProposing,
  error,
  of,
  onBack,
  onSend,
  onPropose,
  button,
  children,
}: {
  readonly operation: Operation
  readonly isProposing: boolean
  readonly error: AskError | null
  /** What the form is about; null for something new. */
  readonly of: string | null
  readonly onBack: () => void
  readonly onSend: () => void
  readonly onPropose: () => void
  readonly button: ComponentChildren
  readonly children: ComponentChildren
}) {
  const texts = useTexts(editingTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const headings = { CREATE: texts.reviewNew, UPDATE: texts.reviewHeading, END: texts.reviewEnd }
  return (
    <form
      class="edit-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {headings[operation]}
      </h2>
      {children}
      <SendProblem {...{ error, of }} onPropose={isProposing ? null : onPropose} />
      <div class="edit-buttons">
        {button}
        <button type="button" onClick={onBack}>
          {texts.back}
        </button>
      </div>
    </form>
  )
}
