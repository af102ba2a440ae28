import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

/** A question that is folded until it is opened, with what was found in its line; what answers it in full is asked only then. */
export function Folded({
  question,
  finding,
  open,
  children,
}: {
  readonly question: string
  readonly finding: string
  /** Whether it is open from the beginning, as where an address answers it. */
  readonly open: boolean
  readonly children: () => ComponentChildren
}) {
  const [isOpen, setIsOpen] = useState(open)
  return (
    <details class="panel" open={open} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {question} <span class="question-finding">{finding}</span>
      </summary>
      {isOpen && children()}
    </details>
  )
}
