import type { EntityKind } from '../../generated/graphql.js'
import { colourOfKind } from './colours.js'
import { outlineOf, shapeOfKind } from './shapes.js'

/** How nodes of a kind are drawn, as a sign beside words. */
export function KindSymbol({ kind, colour }: { readonly kind: EntityKind; readonly colour?: string | undefined }) {
  return (
    <svg class="kind-symbol" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      <path d={outlineOf(shapeOfKind(kind), 5.8)} style={{ fill: `var(${colour ?? colourOfKind(kind)})` }} />
    </svg>
  )
}
