import { type Address, linkTo } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerNobodyForFragment } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { useFormat, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { answerTexts } from '../../language/support-answer.js'
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
        contact {
          url
        }
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

/** The needs that nobody is known for, each with who is nearest elsewhere, what has ended or may come, and what could be done. */
export function NobodyFor({
  needs,
  address,
  hasDoors,
}: {
  readonly needs: readonly ExplorerNobodyForFragment[]
  readonly address: Address
  /** Whether doors to knock on stand below. */
  readonly hasDoors: boolean
}) {
  const texts = useTexts(supportTexts)
  const answer = useTexts(answerTexts)
  const statuses = useTexts(entityTexts).statuses
  const format = useFormat()
  if (needs.length === 0) return null
  const nearest = [...new Set(needs.flatMap(({ nearestActor }) => (nearestActor ? [nearestActor.actor.name] : [])))]
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
      <p class="what-to-do">
        <strong>{answer.whatToDo}:</strong>
      </p>
      <ul class="nobody">
        {nearest.length > 0 && <li>{answer.askNearest(format.list(nearest))}</li>}
        {hasDoors && <li>{answer.askDoors}</li>}
        <li class="no-print">
          <a
            href={linkTo('/coverage', {
              place: address.get('municipality'),
              need: needs[0]?.need.id,
              asOf: address.get('asOf'),
              lang: address.get('lang'),
            })}
          >
            {answer.seeCoverage}
          </a>
        </li>
      </ul>
    </section>
  )
}
