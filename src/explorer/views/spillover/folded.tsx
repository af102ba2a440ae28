import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

/** A question that is folded until it is opened; what answers it is asked only then. */
export function Folded({
  question,
  open,
  children,
}: {
  readonly question: string
  /** Whether it is open from the beginning, as where an address answers it. */
  readonly open: boolean
  readonly children: () => ComponentChildren
}) {
  const [isOpen, setIsOpen] = useState(open)
  return (
    <details class="panel" open={open} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{question}</summary>
      {isOpen && children()}
    </details>
  )
}
