import { linkTo, useAddress } from '../../address.js'
import { coverageTexts } from '../../language/coverage.js'
import { useFormat, useTexts } from '../../language/language.js'
import { RegionMap } from '../../map/region-map.js'
import { SelectField } from '../../parts/fields.js'
import { Picture } from '../../parts/picture.js'
import { findingOf, type PlaceRow } from './finding.js'
import type { CoverageWords } from './words.js'

/** The municipalities by what they lack, or by the jobs behind that; a click chooses one. */
export function CoverageMap({
  rows,
  place,
  query,
  words,
}: {
  readonly rows: readonly PlaceRow[]
  readonly place: string | null
  /** What the address holds, which a click keeps. */
  readonly query: Readonly<Record<string, string>>
  readonly words: CoverageWords
}) {
  const texts = useTexts(coverageTexts)
  const format = useFormat()
  const address = useAddress()
  const isByGaps = address.get('map') === 'gaps'
  const countOf = (row: PlaceRow) => (isByGaps ? row.missing : Math.round(row.jobs))
  const [top] = rows.toSorted((left, right) => countOf(right) - countOf(left))
  const lacking = rows.filter(({ missing }) => missing > 0)
  const title = isByGaps
    ? texts.mapOfGaps({
        lacking: format.count(lacking.length),
        all: format.count(rows.length),
        least: format.count(Math.min(...lacking.map(({ missing }) => missing))),
        most: format.count(Math.max(0, ...lacking.map(({ missing }) => missing))),
      })
    : texts.mapOfJobs(top?.place.name ?? '', format.count(top?.jobs ?? 0), format.count(findingOf(rows).jobs))
  return (
    <Picture
      title={title}
      shows={words.result ?? ''}
      assumes={words.assumes}
      assumed={null}
      sources={[texts.source]}
      file="norrgraph-coverage-map"
      rows={rows}
      columns={[
        { title: texts.place, value: (row) => row.place.name },
        { title: texts.gaps, value: (row) => row.missing },
        { title: texts.onlyConditional, value: (row) => row.conditional },
        { title: texts.jobs, value: (row) => Math.round(row.jobs), show: (row) => format.count(row.jobs) },
      ]}
    >
      <div class="no-print">
        <SelectField
          label={texts.colour}
          none={texts.byJobs}
          choices={[{ id: 'gaps', name: texts.byGaps, group: null }]}
          value={isByGaps ? 'gaps' : null}
          onChange={(map) => address.set({ map }, 'replace')}
        />
      </div>
      <RegionMap
        title={title}
        areas={{
          of: isByGaps ? 'gaps' : 'jobs',
          unit: isByGaps ? texts.unitGaps : texts.jobs,
          areas: rows.map((row) => ({
            municipality: row.place.id,
            name: row.place.name,
            value: countOf(row),
            label: texts.onMap(row.place.name, format.count(row.missing), format.count(row.jobs)),
            href: linkTo(address.path, { ...query, place: row.place.id, need: null }),
            chosen: row.place.id === place,
          })),
        }}
      />
    </Picture>
  )
}
