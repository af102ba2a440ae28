import { useLocation } from 'preact-iso'
import { linkTo } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { startTexts } from '../../language/start.js'
import { EntityName } from '../../parts/entity-name.js'
import { useAnswer } from '../../use-answer.js'

const latestDocument = graphql(`
  query ExplorerLatestChanges($lang: Lang!) {
    changes(first: 3) {
      nodes {
        id
        operation
        at
        entity {
          id
          name(lang: $lang)
        }
        source {
          id
          name(lang: $lang)
        }
        counts {
          added
          changed
        }
      }
    }
  }
`)

/** What changed last in the register, and where all changes are. */
export function LatestChanges() {
  const texts = useTexts(startTexts)
  const format = useFormat()
  const { query } = useLocation()
  const { data } = useAnswer(latestDocument, { lang: useLang() })
  return (
    <section class="latest-changes" aria-labelledby="latest">
      <h2 id="latest">{texts.latest}</h2>
      <ul>
        {data?.changes.nodes.map(({ id, operation, at, entity, source, counts }) => (
          <li key={id}>
            <span class="quiet">{format.day(at)}</span>{' '}
            {entity ? (
              <>
                <EntityName entity={entity} /> <span class="quiet">{texts.operations[operation]}</span>
              </>
            ) : (
              <>
                {texts.operations[operation]}
                {source && (
                  <>
                    {': '}
                    <EntityName entity={source} />
                  </>
                )}
              </>
            )}
            {counts && (
              <span class="quiet"> ({texts.counts(format.count(counts.added), format.count(counts.changed))})</span>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={linkTo('/changes', { lang: query.lang })}>{texts.allChanges}</a>
      </p>
    </section>
  )
}
