import { z } from 'zod'
import { type Catalog, leaf, property } from '../graph/compose/fields.js'

/** What tells firms, support actors and ventures apart beside their name. */
export const identityFields = {
  organisationNumber: property('organisationNumber'),
  otherNames: leaf(
    (entity) =>
      `{names: coalesce(${entity}.otherNames, []), since: coalesce(${entity}.otherNamesSince, []), until: coalesce(${entity}.otherNamesUntil, []), stated: coalesce(${entity}.statedNames, [])}`,
  ),
} satisfies Catalog[string]

const storedNames = z.object({
  names: z.array(z.string()),
  since: z.array(z.string()),
  until: z.array(z.string()),
  stated: z.array(z.string()),
})

/** A name that an entity has or had beside its own; days that are not known are null. */
export interface OtherName {
  readonly name: string
  readonly since: string | null
  readonly until: string | null
}

/** Other names as the graph holds them, one by one. */
export function otherNames(stored: unknown): OtherName[] {
  const { names, since, until, stated: ofSources } = storedNames.parse(stored)
  return [...names, ...ofSources].map((name, index) => ({
    name,
    since: since[index] || null,
    until: until[index] || null,
  }))
}
