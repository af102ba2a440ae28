import { useLocation } from 'preact-iso'
import { useAddress } from '../../address.js'
import type { ExplorerCellFragment, ExplorerCoverageQuery } from '../../generated/graphql.js'
import { coverageTexts } from '../../language/coverage.js'
import { useLang, useTexts } from '../../language/language.js'
import { Answered, Empty, Warnings } from '../../parts/answered.js'
import { dayIn } from '../../parts/in-address.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import { CellPanel } from './cell-panel.js'
import { changeOf } from './change.js'
import { Changes } from './changes.js'
import { coverageDocument } from './coverage-document.js'
import { CoverageForm, evidenceOf } from './coverage-form.js'
import { CoverageMap } from './coverage-map.js'
import { CoveragePicture } from './coverage-picture.js'
import { effectOf, inOrder, orders, rowsOf } from './finding.js'
import { PlacePanel } from './place-panel.js'
import { SharedGaps } from './shared-gaps.js'
import { useSubject } from './subject.js'
import { useNarrow } from './use-narrow.js'
import { WhatIf } from './what-if.js'
import { useWords } from './words.js'

/** Municipalities against needs: where nobody helps, how near help is elsewhere, and what a change would come to. */
export function Coverage() {
  const texts = useTexts(coverageTexts)
  const address = useAddress()
  const change = changeOf(address)
  const [county, asOf, evidence] = [address.get('county'), dayIn(address, 'asOf'), evidenceOf(address)]
  const answer = useAnswer(coverageDocument, {
    ...{ county, evidence, asOf, change, lang: useLang() },
    isTried: change !== null,
  })
  const subject = useSubject(change)
  const words = useWords(answer.data, change !== null, subject)
  return (
    <div class="coverage-view">
      <h1>{texts.heading}</h1>
      <CoverageForm address={address} />
      {change !== null && subject === null ? (
        <div class="awaited" aria-busy />
      ) : (
        <>
          <WhatIf address={address} subject={subject} result={words?.result ?? null} />
          <Answered answer={answer}>
            {(data) => {
              if (data.supportCoverage.cells.length === 0) return <Empty>{texts.empty}</Empty>
              return words && <Shown data={data} words={words} />
            }}
          </Answered>
        </>
      )}
    </div>
  )
}

type Words = NonNullable<ReturnType<typeof useWords>>

/** What is answered: the grid, or on a narrow page the municipalities, the map, what is chosen, and who lacks the same. */
function Shown({ data, words }: { readonly data: ExplorerCoverageQuery; readonly words: Words }) {
  const texts = useTexts(coverageTexts)
  const { query } = useLocation()
  const address = useAddress()
  const isNarrow = useNarrow()
  const change = changeOf(address)
  const { cells, warnings } = data.supportCoverage
  const effect = data.before ? effectOf(data.before.cells, cells) : null
  const changed = new Set(effect?.moves.map(({ cell }) => cell))
  const order = orders.find((each) => each === address.get('sort')) ?? 'name'
  const rows = inOrder(rowsOf(cells), order)
  const [place, need] = [address.get('place'), address.get('need')]
  const chosen = cells.find((cell) => cell.place.id === place && cell.need.id === need) ?? null
  const before = chosen && (data.before?.cells[cells.indexOf(chosen)] ?? null)
  const row = rows.find((each) => each.place.id === place)
  const [county, asOf, evidence] = [address.get('county'), dayIn(address, 'asOf'), evidenceOf(address)]
  const asked = { county, evidence, asOf, change }
  const choose = (cell: ExplorerCellFragment | null) =>
    address.set(cell === null ? { need: null } : { place: cell.place.id, need: cell.need.id }, 'replace')
  const isChanged = (cell: ExplorerCellFragment) => changed.has(cell)
  const panel = chosen && (
    <CellPanel cell={chosen} before={before} onAll={isNarrow ? null : () => choose(null)} {...asked} />
  )
  return (
    <>
      <div class="coverage-and-panel">
        <CoveragePicture
          {...{ rows, cells, words, order, place, chosen, isChanged, isNarrow, panel }}
          onOrder={(by) => address.set({ sort: by === 'name' ? null : by }, 'replace')}
          onPlace={(id) => address.set({ place: id, need: null }, 'replace')}
          onChoose={choose}
        />
        <div class="coverage-beside">
          {!isNarrow &&
            (panel ??
              (row ? <PlacePanel row={row} isChanged={isChanged} onChoose={choose} /> : <Empty>{texts.pick}</Empty>))}
          <CoverageMap rows={rows} place={place} query={query} words={words} />
        </div>
      </div>
      {effect !== null && <Changes effect={effect} cells={cells} asked={{ county, evidence, asOf, ...change }} />}
      <TableLinks table="coverage" asked={{ county, evidence, asOf, ...change }} />
      <SharedGaps {...asked} rows={rows} />
      <Warnings warnings={warnings} />
    </>
  )
}
