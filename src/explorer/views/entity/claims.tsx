import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { ExplorerClaimsQuery } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { useQuantity } from '../../language/quantity.js'
import { EntityName } from '../../parts/entity-name.js'
import { useRegionalBeside } from '../../parts/regional-beside.js'
import { RegionalNote } from '../../parts/regional-note.js'
import { type ShownProvenance, SourceNote } from '../../parts/source-note.js'
import { useAnswer } from '../../use-answer.js'
import { Opened } from './opened.js'

const claimsDocument = graphql(`
  query ExplorerClaims($about: ID!, $lang: Lang!) {
    claims(filter: { about: $about }, first: 100) {
      totalCount
      nodes {
        ...ExplorerClaim
        provenance {
          source {
            year
          }
        }
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
      locator(lang: $lang)
      source {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** So many claims are shown at first. */
const FIRST = 8

/** What is said of an entity, what is contradicted first and side by side, the newest before the older; then the rest of the page. */
export function Claims({ about, children }: { readonly about: string; readonly children: ComponentChildren }) {
  const answer = useAnswer(claimsDocument, { about, lang: useLang() })
  return (
    <Opened answer={answer} rest={children}>
      {({ claims }) => claims.totalCount > 0 && <Said claims={claims} />}
    </Opened>
  )
}

type Claimed = ExplorerClaimsQuery['claims']

/** Those that others contradict first, then by the year of their source. */
const inOrder = (claims: Claimed['nodes']) =>
  claims.toSorted(
    (left, right) =>
      Number(right.contradicts.nodes.length > 0) - Number(left.contradicts.nodes.length > 0) ||
      (right.provenance.source.year ?? 0) - (left.provenance.source.year ?? 0),
  )

function Said({ claims }: { readonly claims: Claimed }) {
  const texts = useTexts(entityTexts)
  const { more } = useTexts(partTexts)
  const [all, setAll] = useState(false)
  const beside = useRegionalBeside(claims.nodes)
  const ordered = inOrder(claims.nodes)
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">
        {texts.claims} ({claims.totalCount})
      </h2>
      <ul class="claims">
        {(all ? ordered : ordered.slice(0, FIRST)).map((claim) => (
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
      {!all && ordered.length > FIRST && (
        <button type="button" class="no-print" onClick={() => setAll(true)}>
          {more}
        </button>
      )}
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

/** A claim with its figure, what stands beside it, and its source. */
export function Statement({
  claim: { id, statement, value, unit, provenance },
  beside,
}: {
  readonly claim: ShownClaim
  /** What location quotients give in the place of what it takes for granted. */
  readonly beside: string | null
}) {
  const texts = useTexts(entityTexts)
  const quantity = useQuantity()
  const { count } = useFormat()
  // A figure that the statement tells itself is not told twice.
  const isTold = value !== null && (statement.includes(count(value)) || statement.includes(String(value)))
  return (
    <div>
      <p>
        <EntityName entity={{ id, name: statement }} />
        {value !== null && !isTold && ` (${texts.value.toLowerCase()}: ${quantity(value, unit)})`}
      </p>
      {beside !== null && <RegionalNote text={beside} />}
      <p class="quiet">
        <SourceNote provenance={provenance} />
      </p>
    </div>
  )
}
