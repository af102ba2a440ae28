import { graphql } from '../../generated/gql.js'
import { entityTexts } from '../../language/entity.js'
import { useLang, useTexts } from '../../language/language.js'
import { useQuantity } from '../../language/quantity.js'
import { EntityName } from '../../parts/entity-name.js'
import { useRegionalBeside } from '../../parts/regional-beside.js'
import { RegionalNote } from '../../parts/regional-note.js'
import { type ShownProvenance, SourceNote } from '../../parts/source-note.js'
import { useAnswer } from '../../use-answer.js'

const claimsDocument = graphql(`
  query ExplorerClaims($about: ID!, $lang: Lang!) {
    claims(filter: { about: $about }, first: 50) {
      totalCount
      nodes {
        ...ExplorerClaim
        contradicts(first: 10) {
          nodes {
            ...ExplorerClaim
          }
        }
      }
    }
  }

  fragment ExplorerClaim on Claim {
    id
    statement(lang: $lang)
    value
    unit
    provenance {
      locator
      source {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** What is said of an entity, with what contradicts it side by side. */
export function Claims({ about }: { readonly about: string }) {
  const texts = useTexts(entityTexts)
  const lang = useLang()
  const { data } = useAnswer(claimsDocument, { about, lang })
  const beside = useRegionalBeside(data?.claims.nodes ?? [])
  if (!data || data.claims.totalCount === 0) return null
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">
        {texts.claims} ({data.claims.totalCount})
      </h2>
      <ul class="claims">
        {data.claims.nodes.map((claim) => (
          <li key={claim.id} class="claim">
            <Statement claim={claim} beside={beside(claim)} />
            {claim.contradicts.nodes.length > 0 && (
              <div class="contradiction">
                <p class="quiet">{texts.contradiction}</p>
                {claim.contradicts.nodes.map((other) => (
                  <Statement key={other.id} claim={other} beside={null} />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ShownClaim {
  readonly id: string
  readonly statement: string
  readonly value: number | null
  readonly unit: string | null
  readonly provenance: ShownProvenance
}

function Statement({
  claim: { id, statement, value, unit, provenance },
  beside,
}: {
  readonly claim: ShownClaim
  /** What location quotients give in the place of what it takes for granted. */
  readonly beside: string | null
}) {
  const texts = useTexts(entityTexts)
  const quantity = useQuantity()
  return (
    <div>
      <p>
        <EntityName entity={{ id, name: statement }} />
        {value !== null && ` (${texts.value.toLowerCase()}: ${quantity(value, unit)})`}
      </p>
      {beside !== null && <RegionalNote text={beside} />}
      <p class="quiet">
        <SourceNote provenance={provenance} />
      </p>
    </div>
  )
}
