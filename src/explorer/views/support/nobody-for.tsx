import { graphql } from '../../generated/gql.js'
import type { ExplorerNobodyForFragment } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { EntityName } from '../../parts/entity-name.js'

graphql(`
  fragment ExplorerNobodyFor on NobodyFor {
    need {
      id
      name(lang: $lang)
    }
    nearestActor {
      distanceKm
      actor {
        id
        name(lang: $lang)
      }
    }
    notInForce {
      id
      name(lang: $lang)
      status
      toText
    }
  }
`)

/** The needs that nobody is known for, each with who is nearest elsewhere and what has ended or may come. */
export function NobodyFor({ needs }: { readonly needs: readonly ExplorerNobodyForFragment[] }) {
  const texts = useTexts(supportTexts)
  const statuses = useTexts(entityTexts).statuses
  const format = useFormat()
  if (needs.length === 0) return <div class="notice">{texts.unmetNone}</div>
  return (
    <section class="notice notice-problem" aria-labelledby="nobody">
      <h3 id="nobody">{texts.nobody}</h3>
      <ul class="nobody">
        {needs.map(({ need, nearestActor, notInForce }) => (
          <li key={need.id}>
            {texts.nobodyFor(need.name)}
            {nearestActor && (
              <>
                {' '}
                {texts.nearest} <EntityName entity={nearestActor.actor} />,{' '}
                {texts.kilometres(format.count(nearestActor.distanceKm))}.
              </>
            )}
            {notInForce.length > 0 && (
              <>
                {' '}
                {texts.notInForce}{' '}
                {notInForce.map((initiative, index) => (
                  <span key={initiative.id}>
                    {index > 0 && ', '}
                    <EntityName entity={initiative} /> (
                    {[statuses[initiative.status], initiative.toText].filter(Boolean).join(' ')})
                  </span>
                ))}
                .
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
