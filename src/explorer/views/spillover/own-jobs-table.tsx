import type { ShockInput } from '../../generated/graphql.js'
import { type Format, useFormat, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { useNames } from '../../parts/use-names.js'
import type { OwnJobs } from './own-jobs.js'

interface Row {
  /** The industry, or the venture. */
  readonly of: string
  readonly county: string | null
  readonly year: number | null
  readonly jobs: number | null
  /** What else is said. */
  readonly note: string
}

/** The jobs that a question has of its own, as they were asked: an answer is not shown without what it rests on. */
export function OwnJobsTable({ own, onDrop }: { readonly own: OwnJobs; readonly onDrop: () => void }) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const rows = [
    ...own.adjust.flatMap(({ establishment, jobs }): Row[] =>
      jobs.length === 0
        ? [{ of: establishment, county: null, year: null, jobs: 0, note: texts.leftOut }]
        : jobs.map((each) => ({ of: establishment, county: null, ...each, note: '' })),
    ),
    ...own.shocks.map(
      (shock): Row => ({
        ...{ of: shock.sector, county: shock.county, year: shock.year, jobs: shock.jobs ?? null },
        note: noteOf(shock, texts, format),
      }),
    ),
  ]
  const ids = [...new Set(rows.flatMap(({ of, county }) => (county === null ? [of] : [of, county])))]
  const names = useNames(ids)
  const named = (id: string | null) => {
    const found = id === null ? null : names?.get(id)
    return found ? <EntityName entity={found} /> : ''
  }
  const plain = (id: string | null) => (id === null ? '' : (names?.get(id)?.name ?? ''))
  return (
    <section class="own-jobs">
      <DataTable
        caption={texts.ownJobs}
        rows={rows}
        columns={[
          { title: texts.ofWhat, value: ({ of }) => plain(of), show: ({ of }) => named(of) },
          { title: texts.county, value: ({ county }) => plain(county), show: ({ county }) => named(county) },
          { title: texts.year, value: ({ year }) => year, show: ({ year }) => (year === null ? '' : String(year)) },
          {
            title: texts.jobs,
            value: ({ jobs }) => jobs,
            show: ({ jobs }) => (jobs === null ? '' : format.count(jobs)),
          },
          ...(rows.some(({ note }) => note !== '') ? [{ title: texts.also, value: ({ note }: Row) => note }] : []),
        ]}
      />
      <button type="button" class="no-print" onClick={onDrop}>
        {texts.withoutOwn}
      </button>
    </section>
  )
}

function noteOf(
  { output, purchases, durationYears }: ShockInput,
  texts: (typeof spilloverTexts)['sv'],
  format: Format,
): string {
  return [
    ...(output ? [texts.output(format.count(output))] : []),
    ...(purchases?.length ? [texts.ownPurchases] : []),
    ...(durationYears ? [texts.lasting(format.count(durationYears))] : []),
  ].join(', ')
}
