import type { ExplorerCoverageQuery } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'

/** What a change moves, cell by cell. */
export function Changes({ changed }: { readonly changed: ExplorerCoverageQuery['supportWhatIf']['changed'] }) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  if (changed.length === 0) return <p class="notice">{texts.unchanged}</p>
  return (
    <details class="notice">
      <summary>
        {texts.changed(format.count(changed.length))} {texts.changing}
      </summary>
      <ul>
        {changed.map(({ place, need, from, to }) => (
          <li key={`${place.id} ${need.id}`}>
            {texts.change(place.name, need.name, texts.levels[from], texts.levels[to])}
          </li>
        ))}
      </ul>
    </details>
  )
}
