import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'

/**
 * A form folded to one line of what it says, such as "Boden · C25 · Litet · Ändra"; open from the beginning where nothing is
 * asked yet, and as it was left while one answers it.
 * @param said what was asked, in words.
 */
export function AskedInLine({
  said,
  isAsked,
  label,
  children,
}: {
  readonly said: readonly string[]
  readonly isAsked: boolean
  /** What the form is of. */
  readonly label: string
  readonly children: ComponentChildren
}) {
  const texts = useTexts(partTexts)
  const [isOpen, setOpen] = useState(!isAsked)
  return (
    <details class="asked-in-line no-print" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="unseen">{label}: </span>
        {said.length > 0 && <span class="said">{said.join(' · ')} </span>}
        <span class="fold-word">{isOpen && said.length === 0 ? label : isOpen ? texts.fold : texts.change}</span>
      </summary>
      {children}
    </details>
  )
}

/** Says that what follows is a worked example, and of whom; nothing where the answer is of what was asked. */
export function ExampleNote({ name }: { readonly name: string | null }) {
  const texts = useTexts(partTexts)
  if (name === null) return null
  return (
    <p class="example-note">
      <strong>{texts.example}</strong> {name}. {texts.exampleWhy}
    </p>
  )
}
