import type { ComponentChildren } from 'preact'
import { importingTexts } from '../../language/importing.js'
import { useFormat, useTexts } from '../../language/language.js'

/** How far something has come, as a bar and in words that are not read out as they change. */
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
  const share = total > 0 ? Math.min(1, done / total) : null
  return (
    <div class="import-progress">
      <progress aria-label={label} {...(share === null ? {} : { value: share, max: 1 })} />
      {share !== null && <p class="quiet">{texts.progress(percent(share))}</p>}
      {children}
    </div>
  )
}
