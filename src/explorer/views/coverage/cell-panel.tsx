import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerCellFragment, ExplorerCellHelperFragment, SupportEvidence } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { Answered } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { useAnswer } from '../../use-answer.js'
import { isMissing, levelOf, shadeOf } from './level.js'

const cellDocument = graphql(`
  query ExplorerCellActors($place: ID!, $need: ID!, $evidence: SupportEvidence, $asOf: Date, $lang: Lang!) {
    supportFor(profile: { municipality: $place, needs: [$need] }, first: 50, evidence: $evidence, asOf: $asOf) {
      nodes {
        ...ExplorerCellHelper
      }
    }
  }

  fragment ExplorerCellHelper on SupportMatch {
    evidence
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
        lastSeen
        to
        toPrecision
      }
      meets {
        evidence
      }
    }
  }
`)

interface PanelProps {
  readonly cell: ExplorerCellFragment
  /** The least that counts; null for what is known. */
  readonly evidence: SupportEvidence | null
  readonly asOf: string | null
}

/** A place and a need: what stands behind it, who helps there, and how well that is known. */
export function CellPanel({ cell, evidence, asOf }: PanelProps) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const lang = useLang()
  const address = useAddress()
  const answer = useAnswer(cellDocument, { place: cell.place.id, need: cell.need.id, evidence, asOf, lang })
  const support = { municipality: cell.place.id, needs: cell.need.id, evidence, asOf, lang: address.get('lang') }
  return (
    <section class="panel" aria-live="polite" aria-labelledby="cell">
      <h2 id="cell">
        <EntityName entity={cell.place} />, <EntityName entity={cell.need} />
      </h2>
      <p>
        <span class={`tag level-tag level-${shadeOf(cell)}`}>{levelOf(cell, texts, format)}</span>
      </p>
      {shadeOf(cell) === 'CONDITIONAL' && (
        <p>
          <a href={linkTo('/support', support)}>{texts.seeWho}</a>
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>{texts.best}</dt>
          <dd>{cell.bestEvidence ? texts.bestEvidence[cell.bestEvidence] : texts.noEvidence}</dd>
        </div>
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
          {isMissing(cell) && <p>{texts.noHelpers}</p>}
          {cell.coveredWithLess && (
            <p>
              {texts.withLess}{' '}
              <button type="button" class="small" onClick={() => address.set({ evidence: 'AREA' })}>
                {texts.countLess}
              </button>
            </p>
          )}
          <Nearest cell={cell} evidence={evidence} asOf={asOf} />
        </>
      )}
      <Answered answer={answer}>
        {({ supportFor: { nodes } }) => (
          <>
            <ul class="helpers">
              {nodes.map((helper) => (
                <Helper key={helper.actor.id} helper={helper} />
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

/** Who helps there, with what, and how well that is known. */
function Helper({ helper: { actor, reach, evidence, initiatives } }: { readonly helper: ExplorerCellHelperFragment }) {
  const texts = useTexts(supportTexts)
  const format = useFormat()
  return (
    <li>
      <EntityName entity={actor} /> <span class="quiet">{reach.name}</span>
      {initiatives.length === 0 && <div class="quiet">{texts.standing[evidence]}</div>}
      {initiatives.map(({ initiative, meets }) => (
        <div key={initiative.id} class="quiet">
          <EntityName entity={initiative} />:{' '}
          {texts.seen(meets[0]?.evidence ?? 'AREA', {
            year: initiative.lastSeen,
            end: initiative.to && format.day(initiative.to, initiative.toPrecision),
          })}
        </div>
      ))}
    </li>
  )
}

const nearestDocument = graphql(`
  query ExplorerNearest($need: ID!, $evidence: SupportEvidence, $asOf: Date, $lang: Lang!) {
    supportGaps(needs: [$need], first: 200, evidence: $evidence, asOf: $asOf) {
      nodes {
        place {
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
function Nearest({ cell, evidence, asOf }: PanelProps) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const { data } = useAnswer(nearestDocument, { need: cell.need.id, evidence, asOf, lang: useLang() })
  const gap = data?.supportGaps.nodes.find(({ place }) => place.id === cell.place.id)
  if (!gap?.nearestActor) return null
  return (
    <p>
      {texts.nearest} <EntityName entity={gap.nearestActor.actor} />, {format.count(gap.nearestActor.distanceKm)} km
    </p>
  )
}
