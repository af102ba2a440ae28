import type { DrawnReport, SpilloverReport } from './spillover-answer.js'
import { assumedLines } from './spillover-assumed.js'
import { type CutRow, cutRows } from './spillover-rows.js'

const titles: Readonly<Record<string, string>> = {
  total: '',
  county: 'By county',
  year: 'By year',
  establishment: 'By venture',
  group: 'By group of industries',
  sector: 'By industry',
}

const NAME_WIDTH = 44
const NUMBER_WIDTH = 12
// `negative`: what rounds to zero has no sign.
const jobs = new Intl.NumberFormat('en', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'negative',
})

const share = new Intl.NumberFormat('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 })

/** An answer as tables that a person reads. */
export function spilloverText(report: SpilloverReport): string {
  const { table, warnings } = report
  const [said, unit] =
    report.total === null ? [accountLines(report), ''] : [jobLines(report), `; jobs in ${table.employmentUnit}`]
  return [
    `Spillover calculated from ${table.id} (${table.title})${unit}`,
    ...assumedLines(report),
    '',
    ...said,
    '',
    ...warnings.map(({ code, message }) => `${code}: ${message}`),
  ].join('\n')
}

/** What can be told where the table does not state employed; a warning says why there are no jobs. */
const accountLines = ({ measures }: SpilloverReport): string[] => [
  'No jobs can be told of this table (JOBS_UNKNOWN below); these are its accounts.',
  '',
  line('', ['direct', 'indirect', 'induced']),
  ...measures.map(({ name, unit, direct, indirect, induced }) =>
    line(`${name} (${unit})`, [direct, indirect, induced].map(jobs.format)),
  ),
]

function jobLines(report: SpilloverReport): string[] {
  const { bySizeClass, comparisons, alternatives } = report
  // Rows of zeros beside the job-years would say that nothing comes of the work.
  if (isOnlyWorkThatEnds(report)) return endingLines(report).slice(1)
  return [
    line('', ['direct', 'indirect', 'induced', 'spillover']),
    ...cutLines(cutRows(report), besideTotal(report)),
    ...section('By size of firm, as sources state it'),
    ...bySizeClass.map(({ sizeClass, spillover }) => line(sizeClass, [jobs.format(spillover)])),
    ...endingLines(report),
    ...section('What sources state', ['claim', 'computed', 'difference']),
    ...comparisons.map(({ claim, computed, difference }) =>
      line(claim.id.replace(/^claim:/, ''), [claim.value, computed, difference].map(jobs.format)),
    ),
    ...section('Spillover under another assumption'),
    ...alternatives.map(({ assumption, value, spillover }) =>
      line(`${assumption}: ${value}`, [jobs.format(spillover)]),
    ),
    ...uncertaintyLines(report),
  ]
}

const isOnlyWorkThatEnds = ({ total, temporaryByYear }: SpilloverReport): boolean =>
  temporaryByYear.length > 0 && total !== null && total.direct === 0 && total.spillover === 0

/** Jobs of work that ends, year by year, and what they come to; none where there is no such work. */
function endingLines({ temporaryByYear, temporaryJobYears }: SpilloverReport): string[] {
  if (temporaryByYear.length === 0) return []
  return [
    ...section('Work that ends, in no total', ['direct', 'indirect', 'induced', 'jobs']),
    ...temporaryByYear.map(({ year, direct, indirect, induced, jobs: all }) =>
      line(String(year), [direct, indirect, induced, all].map(jobs.format)),
    ),
    line('Job-years', [jobs.format(temporaryJobYears ?? 0)]),
  ]
}

/** What stands under the total: what location quotients give instead, and what is left where ventures hire from the region's firms. */
const besideTotal = ({ regional, displacement }: SpilloverReport): string[] =>
  [regional, displacement].flatMap((told) => (told === null ? [] : [told.text]))

/** @param beside what stands under the total. */
function cutLines(rows: readonly CutRow[], beside: readonly string[]): string[] {
  return rows.flatMap(({ cut, key, name, direct, indirect, induced, spillover }, index) => {
    const begins = cut !== rows[index - 1]?.cut && titles[cut] !== ''
    const label = cut === 'sector' ? `${key} ${name}` : name
    const numbers = line(label, [direct, indirect, induced, spillover].map(jobs.format))
    if (cut === 'total') return [numbers, ...beside]
    return begins ? ['', titles[cut] ?? cut, numbers] : [numbers]
  })
}

function uncertaintyLines({ uncertainty }: SpilloverReport): string[] {
  if (uncertainty === undefined) return []
  const { draws, text, parameters, total, bySectorGroup, byCorrelation } = uncertainty
  const interval = (name: string, { p5, median, p95 }: DrawnReport['total']) =>
    line(name, [p5, median, p95].map(jobs.format))
  return [
    ...section(`Spillover in ${draws} draws`, ['5 %', 'median', '95 %']),
    interval('Total', total),
    ...bySectorGroup.map(({ group, ...of }) => interval(group ?? 'Unknown', of)),
    ...byCorrelation.flatMap(({ correlation, total: all }) =>
      all === null ? [] : [interval(`Total at a correlation of ${correlation}`, all)],
    ),
    '',
    text,
    ...section('Drawn from', ['from', 'to']),
    ...parameters.map(({ name, distribution, low, high }) =>
      line(`${name} (${distribution.toLowerCase()})`, [low, high].map(share.format)),
    ),
  ]
}

const section = (title: string, columns: readonly string[] = []): string[] => ['', line(title, columns).trimEnd()]

/** A name, cut to its column, and what stands to the right of it. */
function line(name: string, columns: readonly string[]): string {
  const short = name.length > NAME_WIDTH ? `${name.slice(0, NAME_WIDTH - 1)}…` : name
  return short.padEnd(NAME_WIDTH) + columns.map((column) => column.padStart(NUMBER_WIDTH)).join('')
}
