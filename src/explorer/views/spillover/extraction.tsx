import type { Address } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerExtractedFragment, ExplorerExtractionQuery, SpilloverInput } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { Answered } from '../../parts/answered.js'
import type { Choice } from '../../parts/choices.js'
import { DataTable } from '../../parts/data-table.js'
import { SelectField, Toolbar } from '../../parts/fields.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'

const extractionDocument = graphql(`
  query ExplorerExtraction($input: SpilloverInput!, $of: [ID!]!, $ofIndustry: Boolean!, $lang: Lang!) {
    spillover(input: $input) {
      column: extraction(of: $of, kind: COLUMN) @include(if: $ofIndustry) {
        ...ExplorerExtracted
      }
      row: extraction(of: $of, kind: ROW) @include(if: $ofIndustry) {
        ...ExplorerExtracted
      }
      extraction(of: $of) {
        ...ExplorerExtracted
        alone
        text(lang: $lang)
        bySector {
          sector {
            id
            code
            name(lang: $lang)
          }
          jobs
        }
      }
    }
  }

  fragment ExplorerExtracted on Extraction {
    area {
      counties {
        name(lang: $lang)
      }
    }
    own
    others
    jobs
  }
`)

type Extracted = ExplorerExtractionQuery['spillover']['extraction'][number]

/** What goes without one of the ventures, or without an industry. */
export function Extraction({
  address,
  input,
  ventures,
  industries,
}: {
  readonly address: Address
  readonly input: SpilloverInput
  readonly ventures: readonly Choice[]
  readonly industries: readonly Choice[]
}) {
  const texts = useTexts(regionalTexts)
  const lang = useLang()
  const without = address.get('without')
  const answer = useAnswer(
    extractionDocument,
    without === null ? null : { input, of: [without], ofIndustry: without.startsWith('sector:'), lang },
  )
  const grouped = (choices: readonly Choice[], group: string) => choices.map((choice) => ({ ...choice, group }))
  return (
    <>
      <p class="hint">{texts.extractionMeans}</p>
      <Toolbar>
        <SelectField
          label={texts.without}
          none={texts.choose}
          choices={[...grouped(ventures, texts.ventures), ...grouped(industries, texts.industries)]}
          value={without}
          onChange={(value) => address.set({ without: value })}
        />
      </Toolbar>
      <Answered answer={answer}>
        {({ spillover }) =>
          without !== null && (
            <>
              {spillover.extraction.map((each, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: each stands for the same economy at each rendering
                <Gone key={place} extraction={each} />
              ))}
              {spillover.column && spillover.row && (
                <Parts whole={spillover.extraction} column={spillover.column} row={spillover.row} />
              )}
              <TableLinks table="spillover-extraction" asked={{ ...input, of: [without] }} />
            </>
          )
        }
      </Answered>
    </>
  )
}

/** What goes with all of an industry beside what goes with its purchases, or its sales, alone. */
function Parts(parts: {
  readonly whole: readonly ExplorerExtractedFragment[]
  readonly column: readonly ExplorerExtractedFragment[]
  readonly row: readonly ExplorerExtractedFragment[]
}) {
  const texts = useTexts(regionalTexts)
  const format = useFormat()
  const rows = (
    [
      ['WHOLE', parts.whole],
      ['COLUMN', parts.column],
      ['ROW', parts.row],
    ] as const
  ).flatMap(([kind, extracted]) => extracted.map((each) => ({ ...each, kind })))
  type PartRow = (typeof rows)[number]
  const figure = (title: string, of: (row: PartRow) => number | null) => {
    const show = (row: PartRow) => {
      const jobs = of(row)
      return jobs === null ? texts.notKnown : format.count(jobs)
    }
    return { title, value: of, show }
  }
  return (
    <DataTable
      caption={texts.byKind}
      rows={rows}
      columns={[
        { title: texts.kind, value: ({ kind }) => texts.kinds[kind] },
        ...(parts.whole.length > 1
          ? [
              {
                title: texts.county,
                value: ({ area }: PartRow) => format.list(area.counties.map(({ name }) => name)),
              },
            ]
          : []),
        figure(texts.own, ({ own }) => own),
        figure(texts.others, ({ others }) => others),
        figure(texts.all, ({ jobs }) => jobs),
      ]}
    />
  )
}

/** Jobs that are fewer than this are not listed by industry. */
const LEAST_JOBS = 0.5

function Gone({ extraction: { area, own, others, jobs, alone, text, bySector } }: { readonly extraction: Extracted }) {
  const texts = useTexts(regionalTexts)
  const format = useFormat()
  if (own === null || others === null || jobs === null) return <p class="notice">{texts.jobsNotKnown}</p>
  const place = format.list(area.counties.map(({ name }) => name))
  return (
    <>
      <p class="regional-note">
        {alone === null
          ? text
          : `${texts.goes(place, format.count(jobs), format.count(own), format.count(others))} ${texts.aloneItSetsOff(format.count(alone))}`}
      </p>
      <DataTable
        caption={texts.goesBySector}
        rows={bySector
          .filter((row) => Math.abs(row.jobs ?? 0) >= LEAST_JOBS)
          .toSorted((left, right) => (right.jobs ?? 0) - (left.jobs ?? 0))}
        columns={[
          { title: texts.industry, value: ({ sector }) => `${sector.code} ${sector.name}` },
          { title: texts.jobs, value: (row) => row.jobs, show: (row) => format.count(row.jobs ?? 0) },
        ]}
      />
    </>
  )
}
