import { importingTexts } from '../../language/importing.js'
import { useFormat, useTexts } from '../../language/language.js'
import type { ShownImport } from './use-job.js'

/** What of a list is always told, and what only where there is any. */
const always = ['added', 'changed', 'unchanged'] as const
const ifAny = ['gone', 'cellsLost', 'refused', 'leftOut'] as const

/** How much a list changes, in words. */
export function ChangeCounts({ summary }: { readonly summary: NonNullable<ShownImport['summary']> }) {
  const texts = useTexts(importingTexts)
  const { count } = useFormat()
  return (
    <ul class="import-counts">
      {[...always, ...ifAny.filter((name) => summary[name] > 0)].map((name) => (
        <li key={name}>{texts[name](summary[name], count(summary[name]))}</li>
      ))}
    </ul>
  )
}
