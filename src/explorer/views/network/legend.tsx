import type { EntityKind } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { colourOfKind } from './colours.js'

/** Which kinds the colours of a drawing stand for; related kinds share one. */
export function KindLegend({ kinds }: { readonly kinds: ReadonlySet<EntityKind> }) {
  const names = useTexts(partTexts).kinds
  const byColour = new Map<string, string[]>()
  for (const kind of kinds) {
    const colour = colourOfKind(kind)
    byColour.set(colour, [...(byColour.get(colour) ?? []), names[kind]])
  }
  return (
    <ul class="legend">
      {[...byColour].map(([colour, named]) => (
        <li key={colour}>
          <span class="swatch" style={{ background: `var(${colour})` }} /> {named.join(', ')}
        </li>
      ))}
    </ul>
  )
}
