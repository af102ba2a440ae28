import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { Answered } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { useAnswer } from '../../use-answer.js'

const cellDocument = graphql(`
  query ExplorerCellActors($place: ID!, $need: ID!, $asOf: Date, $lang: Lang!) {
    supportFor(profile: { municipality: $place, needs: [$need] }, first: 50, asOf: $asOf) {
      totalCount
      nodes {
        actor {
          id
          name(lang: $lang)
        }
        reach {
          ... on Entity {
            id
            name(lang: $lang)
          }
        }
        initiatives {
          initiative {
            id
            name(lang: $lang)
          }
        }
      }
    }
  }
`)

/** A place and a need: what stands behind it, and who helps there. */
export function CellPanel({ cell, asOf }: { readonly cell: ExplorerCellFragment; readonly asOf: string | null }) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const lang = useLang()
  const address = useAddress()
  const answer = useAnswer(cellDocument, { place: cell.place.id, need: cell.need.id, asOf, lang })
  const support = { municipality: cell.place.id, needs: cell.need.id, asOf, lang: address.get('lang') }
  return (
    <section class="panel" aria-live="polite" aria-labelledby="cell">
      <h2 id="cell">
        <EntityName entity={cell.place} />, <EntityName entity={cell.need} />
      </h2>
      <p>
        <span class={`tag level-tag level-${cell.level}`}>{texts.levels[cell.level]}</span>
      </p>
      <dl class="facts">
        <div>
          <dt>{texts.jobs}</dt>
          <dd>{format.number(cell.jobsAtStake)}</dd>
        </div>
        <div>
          <dt>{texts.actors}</dt>
          <dd>{format.count(cell.actors)}</dd>
        </div>
        <div>
          <dt>{texts.initiatives}</dt>
          <dd>{format.count(cell.initiatives)}</dd>
        </div>
        <div>
          <dt>{texts.restricted}</dt>
          <dd>{format.count(cell.restricted)}</dd>
        </div>
        <div>
          <dt>{texts.firms}</dt>
          <dd>{format.count(cell.firms)}</dd>
        </div>
      </dl>
      <h3>{texts.helpers}</h3>
      {!cell.covered && (
        <>
          <p>{texts.noHelpers}</p>
          <Nearest cell={cell} asOf={asOf} />
        </>
      )}
      <Answered answer={answer}>
        {({ supportFor: { nodes } }) => (
          <>
            <ul class="helpers">
              {nodes.map(({ actor, reach, initiatives }) => (
                <li key={actor.id}>
                  <EntityName entity={actor} /> <span class="quiet">{reach.name}</span>
                  {initiatives.map(({ initiative }) => (
                    <div key={initiative.id} class="quiet">
                      <EntityName entity={initiative} />
                    </div>
                  ))}
                </li>
              ))}
            </ul>
            {cell.restricted > 0 && <p class="quiet">{texts.restrictedNote}</p>}
            <p>
              <a href={linkTo('/support', support)}>{texts.support}</a>
            </p>
          </>
        )}
      </Answered>
    </section>
  )
}

const nearestDocument = graphql(`
  query ExplorerNearest($asOf: Date, $lang: Lang!) {
    supportGaps(first: 200, asOf: $asOf) {
      nodes {
        place {
          id
        }
        need {
          id
        }
        nearestActor {
          distanceKm
          actor {
            id
            name(lang: $lang)
          }
        }
      }
    }
  }
`)

/** Who meets the need in another municipality, nearest to this one. */
function Nearest({ cell, asOf }: { readonly cell: ExplorerCellFragment; readonly asOf: string | null }) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const { data } = useAnswer(nearestDocument, { asOf, lang: useLang() })
  const gap = data?.supportGaps.nodes.find(({ place, need }) => place.id === cell.place.id && need.id === cell.need.id)
  if (!gap?.nearestActor) return null
  return (
    <p>
      {texts.nearest} <EntityName entity={gap.nearestActor.actor} />, {format.count(gap.nearestActor.distanceKm)} km
    </p>
  )
}
