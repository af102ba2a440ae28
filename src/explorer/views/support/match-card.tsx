import { graphql } from '../../generated/gql.js'
import type { ExplorerMatchFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { EntityName } from '../../parts/entity-name.js'

graphql(`
  fragment ExplorerMatch on SupportMatch {
    score
    actor {
      id
      name(lang: $lang)
    }
    reach {
      __typename
      ... on Entity {
        id
        name(lang: $lang)
      }
    }
    meets {
      id
      name(lang: $lang)
    }
    initiatives {
      initiative {
        id
        name(lang: $lang)
      }
      conditions {
        text(lang: $lang)
        verdict
      }
    }
    reasons {
      text(lang: $lang)
      path {
        id
        name(lang: $lang)
      }
    }
  }
`)

/** An actor that can help: from where, with what, why, and what has to be checked. */
export function MatchCard({ match }: { readonly match: ExplorerMatchFragment }) {
  const texts = useTexts(supportTexts)
  const format = useFormat()
  return (
    <li class="match">
      <h3>
        <EntityName entity={match.actor} />
      </h3>
      <p class="quiet">
        {texts.from} {match.reach.__typename === 'Country' ? texts.whole : match.reach.name} ·{' '}
        {texts.score(format.percent(match.score))}
      </p>
      <p>
        {texts.meets}:{' '}
        {match.meets.map(({ id, name }) => (
          <span key={id} class="tag">
            {name}
          </span>
        ))}
      </p>
      {match.initiatives.length > 0 && (
        <>
          <h4>{texts.offers}</h4>
          <ul>
            {match.initiatives.map(({ initiative, conditions }) => (
              <li key={initiative.id}>
                <EntityName entity={initiative} />
                {conditions.length > 0 && (
                  <ul class="conditions">
                    {conditions.map(({ text, verdict }) => (
                      <li key={text}>
                        <span class={`verdict verdict-${verdict}`}>{texts.verdicts[verdict]}</span> {text}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{match.reasons[0]?.text}</p>
      <details class="no-print">
        <summary>{texts.why}</summary>
        <ul class="reasons">
          {match.reasons.map(({ text, path }) => (
            <li key={text}>
              {text}
              <p class="path no-print">
                {path.map((entity, index) => (
                  <span key={entity.id}>
                    {index > 0 && ' → '}
                    <EntityName entity={entity} />
                  </span>
                ))}
              </p>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
