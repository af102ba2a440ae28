import { graphql } from '../../generated/gql.js'
import type { ExplorerWhyFragment } from '../../generated/graphql.js'
import { useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { EntityName } from '../../parts/entity-name.js'

graphql(`
  fragment ExplorerWhy on SupportMatch {
    weighed {
      text(lang: $lang)
    }
    reasons {
      text(lang: $lang)
      path {
        __typename
        id
        name(lang: $lang)
      }
    }
  }
`)

/** Why an actor stands where it stands, and the ways to it in the graph; folded, since it is asked for seldom. */
export function WhyHere({ match: { weighed, reasons } }: { readonly match: ExplorerWhyFragment }) {
  const texts = useTexts(supportTexts)
  return (
    <details class="no-print">
      <summary>{texts.whyOrder}</summary>
      <ul class="reasons">
        {weighed.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p class="reasons-head">{texts.paths}</p>
      <ul class="reasons">
        {reasons.map(({ text, path }) => (
          <li key={text} class="path" title={text}>
            {path.map((entity, index) => (
              <span key={entity.id}>
                {index > 0 && ' → '}
                <EntityName entity={entity} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
