import { useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type {
  ExplorerCellFragment,
  ExplorerCoverageQuery,
  SupportChange,
  SupportEvidence,
} from '../../generated/graphql.js'
import { coverageTexts, levelSigns } from '../../language/coverage.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { Answered } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import { Helpers } from './helpers.js'
import { isMissing, knownOf, knownSign, levelOf, shadeOf } from './level.js'
import { SupportLink } from './place-panel.js'
import { PlannedHelpers } from './planned-helpers.js'

const cellDocument = graphql(`
  query ExplorerCellActors(
    $place: ID!
    $need: ID!
    $county: ID
    $change: SupportChange
    $isAdding: Boolean!
    $evidence: SupportEvidence
    $asOf: Date
    $lang: Lang!
  ) {
    supportCoverage(change: $change, county: $county, by: MUNICIPALITY, needs: [$need], evidence: $evidence, asOf: $asOf)
      @include(if: $isAdding) {
      cells {
        place {
          id
        }
        planned {
          ...ExplorerPlanned
        }
      }
    }
    supportFor(profile: { municipality: $place, needs: [$need] }, first: 50, evidence: $evidence, asOf: $asOf) {
      nodes {
        ...ExplorerCellHelper
      }
    }
  }
`)

/** A cell as it is today, of which what is tried says nothing. */
type CellToday = NonNullable<ExplorerCoverageQuery['before']>['cells'][number]

interface PanelProps {
  readonly cell: ExplorerCellFragment
  /** The cell as it is today; null where nothing is tried, or that is not known yet. */
  readonly before: CellToday | null
  /** What is tried. */
  readonly change: SupportChange | null
  /** The least that counts; null for what is known. */
  readonly evidence: SupportEvidence | null
  readonly asOf: string | null
  /** Leads back to all needs of the municipality; null where these stand around it. */
  readonly onAll: (() => void) | null
}

/**
 * A place and a need: what stands behind it, who helps there, and how well that is known; where something is tried as it would be,
 * beside how it is.
 */
export function CellPanel({ cell, before, change, evidence, asOf, onAll }: PanelProps) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const lang = useLang()
  const address = useAddress()
  const { place, need } = cell
  const county = place.__typename === 'Municipality' ? place.county.id : null
  const isAdding = change !== null && [change.addActors, change.addInitiatives].some((added) => added?.length)
  const answer = useAnswer(cellDocument, {
    ...{ place: place.id, need: need.id, county, change, isAdding, evidence, asOf, lang },
  })
  const counts = ({ actors, initiatives, restricted }: Pick<CellToday, 'actors' | 'initiatives' | 'restricted'>) =>
    texts.helpingCounts({
      actors: format.count(actors),
      initiatives: format.count(initiatives),
      restricted: format.count(restricted),
    })
  const [helping, helpingToday] = [counts(cell), before && counts(before)]
  return (
    <section class="panel" aria-live="polite" aria-labelledby="cell">
      <h2 id="cell">
        <EntityName entity={cell.place} />, <EntityName entity={cell.need} />
      </h2>
      <p>
        <span class={`tag level-tag level-${shadeOf(cell)}`}>
          {levelSigns[shadeOf(cell)]} {levelOf(cell, texts, format)}
        </span>
      </p>
      {before !== null && (
        <p class="quiet">
          {texts.today}: {[levelOf(before, texts, format), knownOf(before, texts)].filter(Boolean).join('; ')}
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>
            <Term of="evidence">{texts.best}</Term>
          </dt>
          <dd>{cell.bestEvidence ? `${knownSign(cell)} ${knownOf(cell, texts)}` : texts.noEvidence}</dd>
        </div>
        <div>
          <dt>
            <Term of="jobs-at-stake">{texts.jobsOfNeed}</Term>
          </dt>
          <dd>{format.count(cell.jobsAtStake)}</dd>
        </div>
        <div>
          <dt>{texts.helping}</dt>
          <dd>
            {helping}
            {helpingToday !== null && helpingToday !== helping && (
              <span class="quiet"> {texts.helpingToday(helpingToday)}</span>
            )}
          </dd>
        </div>
        {cell.firms > 0 && (
          <div>
            <dt>{texts.firms}</dt>
            <dd>{format.count(cell.firms)}</dd>
          </div>
        )}
      </dl>
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
          <Nearest cell={cell} change={change} evidence={evidence} asOf={asOf} />
        </>
      )}
      <Answered answer={answer}>
        {({ supportFor: { nodes }, supportCoverage }) => (
          <>
            {supportCoverage && (
              <PlannedHelpers
                planned={supportCoverage.cells.find((each) => each.place.id === place.id)?.planned ?? []}
              />
            )}
            {nodes.length > 0 && <h3>{change === null ? texts.helpers : texts.now}</h3>}
            <Helpers helpers={nodes} change={change} />
            {cell.restricted > 0 && <p class="quiet">{texts.restrictedNote}</p>}
            <SupportLink place={place.id} need={need.id} />
            {onAll !== null && (
              <p class="no-print">
                <button type="button" class="small" onClick={onAll}>
                  {texts.allNeeds(cell.place.name)}
                </button>
              </p>
            )}
          </>
        )}
      </Answered>
    </section>
  )
}

const nearestDocument = graphql(`
  query ExplorerNearest($need: ID!, $change: SupportChange, $evidence: SupportEvidence, $asOf: Date, $lang: Lang!) {
    supportGaps(change: $change, needs: [$need], first: 200, evidence: $evidence, asOf: $asOf) {
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
function Nearest({ cell, change, evidence, asOf }: Omit<PanelProps, 'before' | 'onAll'>) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const { data } = useAnswer(nearestDocument, { need: cell.need.id, change, evidence, asOf, lang: useLang() })
  const gap = data?.supportGaps.nodes.find(({ place }) => place.id === cell.place.id)
  if (!gap?.nearestActor) return null
  return (
    <p>
      {texts.nearest} <EntityName entity={gap.nearestActor.actor} />, {format.count(gap.nearestActor.distanceKm)} km
    </p>
  )
}
