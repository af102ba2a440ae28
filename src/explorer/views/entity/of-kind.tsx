import type { ComponentChildren } from 'preact'
import type { ExplorerFactsFragment } from '../../generated/graphql.js'
import { Actor } from './actor.js'
import { Category } from './category.js'
import { Claim } from './claim.js'
import { County } from './county.js'
import { Firm } from './firm.js'
import { Initiative } from './initiative.js'
import { Municipality } from './municipality.js'
import { Need } from './need.js'
import { Sector } from './sector.js'
import { Source } from './source.js'
import { Venture } from './venture.js'

/** Kinds whose pages open on what matters for them; of all others their relationships are that. */
const parts = {
  SupportActor: Actor,
  Initiative,
  Establishment: Venture,
  Firm,
  County,
  Sector,
  Need,
  SupplyCategory: Category,
  Source,
  Claim,
}

const hasPart = (kind: string): kind is keyof typeof parts => kind in parts

/** Whether a page has a part of its own for a kind. */
export const isOpenedOn = (kind: string): boolean => kind === 'Municipality' || hasPart(kind)

/** What matters for an entity's kind, then the rest of its page. */
export function OfKind({
  entity,
  children,
}: {
  readonly entity: ExplorerFactsFragment & { readonly id: string }
  readonly children: ComponentChildren
}) {
  if (entity.__typename === 'Municipality') {
    return (
      <Municipality of={entity.id} county={entity.county.id}>
        {children}
      </Municipality>
    )
  }
  if (!hasPart(entity.__typename)) return children
  const Part = parts[entity.__typename]
  return <Part of={entity.id}>{children}</Part>
}
