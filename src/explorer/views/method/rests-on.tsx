import type { ShownRegion } from '../../../edition/shown-region.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerMethodFoundFragment } from '../../generated/graphql.js'
import { useLang } from '../../language/language.js'
import { EntityName } from '../../parts/entity-name.js'
import { SourceNote } from '../../parts/source-note.js'

graphql(`
  fragment ExplorerMethodFound on Entity {
    __typename
    id
    name(lang: $lang)
    provenance {
      locator(lang: $lang)
      source {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** What the region's folder names, as far as the graph has it. */
export type Founds = readonly (ExplorerMethodFoundFragment | null)[]

/** What something rests on: in the region's own words, and the claims and sources that it names. */
export function RestsOn({ note, founds }: { readonly note: ShownRegion['method'][string]; readonly founds: Founds }) {
  const said = note[useLang()]
  const found = note.of.flatMap((id) => founds.find((each) => each?.id === id) ?? [])
  return (
    <>
      {said !== undefined && <p>{said}</p>}
      <ul class="method-founds">
        {found.map((entity) => (
          <li key={entity.id}>
            <EntityName entity={entity} />{' '}
            {entity.__typename === 'Claim' && (
              <span class="quiet">
                <SourceNote provenance={entity.provenance} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
