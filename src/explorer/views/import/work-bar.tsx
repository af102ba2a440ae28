import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { importingTexts } from '../../language/importing.js'
import { useFormat, useTexts } from '../../language/language.js'

/** How far something has come, as a bar and in words that nobody reads out as they change. */
export function WorkBar({
  label,
  done,
  total,
  children,
}: {
  readonly label: string
  readonly done: number
  /** All of it; 0 where that is not known. */
  readonly total: number
  readonly children?: ComponentChildren
}) {
  const texts = useTexts(importingTexts)
  const { percent } = useFormat()
  const id = useId()
  const share = total > 0 ? Math.min(1, done / total) : null
  return (
    <div class="import-progress">
      <p id={id}>{label}</p>
      <progress aria-labelledby={id} {...(share === null ? {} : { value: share, max: 1 })} />
      {share !== null && <p class="quiet">{texts.progress(percent(share))}</p>}
      {children}
    </div>
  )
}
