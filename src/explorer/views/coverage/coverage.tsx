import { useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerCellFragment } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { Answered, Empty, Warnings } from '../../parts/answered.js'
import { useCounties } from '../../parts/choices.js'
import { DayField, SelectField, Toolbar } from '../../parts/fields.js'
import { Picture } from '../../parts/picture.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import { CellPanel } from './cell-panel.js'
import { Changes } from './changes.js'
import { HeatMap } from './heat-map.js'
import { isMissing, levelOf } from './level.js'
import { SharedGaps } from './shared-gaps.js'
import { changeOf, WhatIf } from './what-if.js'

const coverageDocument = graphql(`
  query ExplorerCoverage(
    $county: ID
    $evidence: SupportEvidence
    $asOf: Date
    $lang: Lang!
    $change: SupportChange!
  ) {
    supportWhatIf(change: $change, county: $county, by: MUNICIPALITY, evidence: $evidence, asOf: $asOf) {
      summary {
        ...ExplorerComesTo
      }
      after {
        allocation(lang: $lang)
        warnings {
          message(lang: $lang)
        }
        cells {
          ...ExplorerCell
        }
      }
      changed {
        place {
          id
          name(lang: $lang)
        }
        need {
          id
          name(lang: $lang)
        }
        from
        to
      }
    }
  }

  fragment ExplorerCell on CoverageCell {
    place {
      id
      name(lang: $lang)
    }
    need {
      id
      name(lang: $lang)
    }
    level
    covered
    bestEvidence
    coveredWithLess
    actors
    initiatives
    restricted
    firms
    jobsAtStake
  }
`)

/** What can be chosen as the least that counts, beside what counts where nothing is said. */
const leastEvidence = ['IN_FORCE', 'LAST_SEEN', 'AREA'] as const

/** Places against needs: from how near each need is met, and what stands behind it. */
export function Coverage() {
  const texts = useTexts(coverageTexts)
  const words = useRegionWords()
  const format = useFormat()
  const lang = useLang()
  const address = useAddress()
  const change = changeOf(address)
  const evidence = leastEvidence.find((each) => each === address.get('evidence')) ?? null
  const answer = useAnswer(coverageDocument, {
    county: address.get('county'),
    evidence,
    asOf: address.get('asOf'),
    lang,
    change: change ?? {},
  })
  const counties = useCounties()
  const byJobs = address.get('colour') === 'jobs'
  const set = (name: string) => (value: string | null) => address.set({ [name]: value })
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <Toolbar>
        <SelectField
          label={texts.county}
          none={words.allCounties}
          choices={counties}
          value={address.get('county')}
          onChange={set('county')}
        />
        <SelectField
          label={texts.evidence}
          none={texts.known}
          choices={leastEvidence.map((id) => ({ id, name: texts.least[id], group: null }))}
          value={evidence}
          onChange={set('evidence')}
        />
        <DayField label={texts.asOf} value={address.get('asOf')} onChange={set('asOf')} />
        <SelectField
          label={texts.colour}
          none={texts.byLevel}
          choices={[{ id: 'jobs', name: texts.byJobs, group: null }]}
          value={address.get('colour')}
          onChange={set('colour')}
        />
      </Toolbar>
      <WhatIf address={address} />
      <Answered answer={answer}>
        {({ supportWhatIf: { after, changed, summary } }) => {
          const { cells, warnings, allocation } = after
          if (cells.length === 0) return <Empty>{texts.empty}</Empty>
          const [place, need] = [address.get('place'), address.get('need')]
          const chosen = chosenCell(cells, place, need)
          return (
            <>
              <p>
                {texts.uncovered({
                  uncovered: format.count(cells.filter(({ covered }) => !covered).length),
                  cells: format.count(cells.length),
                  missing: format.count(cells.filter(isMissing).length),
                })}
              </p>
              {change !== null && <Changes change={change} summary={summary} changed={changed} />}
              <div class="map-and-panel">
                <Picture
                  title={texts.table}
                  file="norrgraph-coverage"
                  rows={cells}
                  columns={[
                    { title: texts.place, value: (cell) => cell.place.name },
                    { title: texts.need, value: (cell) => cell.need.name },
                    { title: texts.level, value: (cell) => levelOf(cell, texts, format) },
                    {
                      title: texts.best,
                      value: (cell) => cell.bestEvidence && texts.bestEvidence[cell.bestEvidence],
                    },
                    { title: texts.actors, value: (cell) => cell.actors },
                    { title: texts.initiatives, value: (cell) => cell.initiatives },
                    { title: texts.restricted, value: (cell) => cell.restricted },
                    { title: texts.firms, value: (cell) => cell.firms },
                    {
                      title: texts.jobs,
                      value: (cell) => cell.jobsAtStake,
                      show: (cell) => format.number(cell.jobsAtStake),
                    },
                  ]}
                >
                  <HeatMap
                    cells={cells}
                    changed={new Set(changed.map(({ place: { id }, need }) => `${id} ${need.id}`))}
                    byJobs={byJobs}
                    chosen={chosen ?? null}
                    onChoose={(cell) => address.set({ place: cell.place.id, need: cell.need.id }, 'replace')}
                  />
                </Picture>
                {chosen ? (
                  <CellPanel cell={chosen} evidence={evidence} asOf={address.get('asOf')} />
                ) : (
                  <Empty>{texts.pick}</Empty>
                )}
              </div>
              <TableLinks
                table={change === null ? 'coverage' : 'what-if'}
                asked={{ county: address.get('county'), evidence, asOf: address.get('asOf'), ...change }}
              />
              <SharedGaps county={address.get('county')} evidence={evidence} asOf={address.get('asOf')} />
              <Warnings warnings={warnings} />
              <details class="warnings">
                <summary>{texts.allocation}</summary>
                <p>{allocation}</p>
              </details>
            </>
          )
        }}
      </Answered>
    </>
  )
}

/** The cell of a place and a need; of a place alone the first need that nobody meets there. */
function chosenCell(
  cells: readonly ExplorerCellFragment[],
  place: string | null,
  need: string | null,
): ExplorerCellFragment | undefined {
  const ofPlace = cells.filter((cell) => cell.place.id === place)
  if (need !== null) return ofPlace.find((cell) => cell.need.id === need)
  return ofPlace.find(({ covered }) => !covered) ?? ofPlace[0]
}
