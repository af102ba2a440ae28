import { graphql } from '../../generated/gql.js'
import type { ExplorerOfferFragment, SupportEvidence, TermKind } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { EntityName } from '../../parts/entity-name.js'
import { evidences } from './profile.js'

graphql(`
  fragment ExplorerOffer on OfferedInitiative {
    initiative {
      id
      name(lang: $lang)
      url
      help
      lastSeen
      to
      toPrecision
      meets(first: 20) {
        edges {
          viaBuyer
          node {
            id
          }
        }
      }
    }
    meets {
      strength
      evidence
      need {
        id
        name(lang: $lang)
      }
    }
    conditions {
      term
      text(lang: $lang)
      verdict
    }
  }
`)

/** How well it is known that an offer is there: the best of what it is known by for any need. */
export const evidenceOfOffer = (meets: ExplorerOfferFragment['meets']): SupportEvidence =>
  evidences.find((each) => meets.some(({ evidence }) => evidence === each)) ?? 'AREA'

/** Terms that the firm has to meet, in words that do not say themselves that they have to be checked. */
const judged: ReadonlySet<TermKind> = new Set(['EMPLOYEES', 'TURNOVER', 'AGE', 'EXPORTS', 'EXCLUDED_PLACES'])

/** What an actor offers: what kind of help, how well it is known, for what, and on which terms. */
export function Offer({
  offered: { initiative, meets, conditions },
  needs,
}: {
  readonly offered: ExplorerOfferFragment
  /** How many needs its actor meets: of one it need not be said again which. */
  readonly needs: number
}) {
  const texts = useTexts(supportTexts)
  const format = useFormat()
  const aside = meets.every(({ strength }) => strength === 'SIDE')
  const what = [
    format.list(initiative.help.map((kind) => texts.help[kind])),
    needs > 1 ? format.list(meets.map(({ need }) => need.name)) : '',
    aside ? texts.beside : '',
    texts.seen(evidenceOfOffer(meets), {
      year: initiative.lastSeen,
      end: initiative.to && format.day(initiative.to, initiative.toPrecision),
    }),
  ]
  return (
    <li>
      <EntityName entity={initiative} /> <span class="quiet">{what.filter(Boolean).join(' · ')}</span>
      {initiative.url && (
        <span class="no-print">
          {' · '}
          <a href={initiative.url} aria-label={`${initiative.name}, ${texts.page}`}>
            {texts.page}
          </a>
        </span>
      )}
      {conditions.length > 0 && (
        <ul class="conditions">
          {conditions.map(({ term, text, verdict }) => (
            <li key={text}>
              {judged.has(term) && (
                <>
                  <span class={`verdict verdict-${verdict}`}>{texts.verdicts[verdict]}</span>{' '}
                </>
              )}
              {text}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
