import { type Address, useAddress } from '../../address.js'
import { isEmbedded } from '../../embedded.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerAssumedFragment, ExplorerSpilloverQuery, SpilloverInput } from '../../generated/graphql.js'
import { useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { useRegionWords } from '../../language/region.js'
import { runTexts } from '../../language/runs.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered, Empty, Warnings } from '../../parts/answered.js'
import { useAsked } from '../../parts/asked.js'
import { AskedInLine, ExampleNote } from '../../parts/asked-in-line.js'
import { RegionalNote } from '../../parts/regional-note.js'
import { TableLinks } from '../../parts/table-links.js'
import { useDelayed } from '../../parts/use-delayed.js'
import { useAnswer } from '../../use-answer.js'
import { AlternativesChart } from './alternatives-chart.js'
import { AreaMap } from './area-map.js'
import { AssumedLine, useAssumedInWords } from './assumed-line.js'
import { AssumptionForm } from './assumption-form.js'
import { Compared } from './compared.js'
import { Comparisons } from './comparisons.js'
import { Finding, useWhose } from './finding.js'
import { Flow } from './flow.js'
import { Interval } from './interval.js'
import { Measures } from './measures.js'
import { NetBeside } from './net-beside.js'
import { NotTaken } from './not-taken.js'
import { OpenRun } from './open-run.js'
import { type OwnJobs, useQuestion } from './own-jobs.js'
import { OwnJobsTable } from './own-jobs-table.js'
import { questionNames, textOfQuestion } from './question.js'
import { RegionQuestions } from './region-questions.js'
import { SaveRun } from './save-run.js'
import { SectorChart } from './sector-chart.js'
import { SizeClasses } from './size-classes.js'
import { Totals } from './totals.js'
import { YearChart } from './year-chart.js'

const spilloverDocument = graphql(`
  query ExplorerSpillover($input: SpilloverInput!, $lang: Lang!) {
    spillover(input: $input) {
      total {
        direct
        indirect
        induced
        spillover
      }
      measures {
        name
        unit
        direct
        indirect
        induced
      }
      ...ExplorerAssumed
      regional {
        text(lang: $lang)
        spillover
        low
        high
      }
      capacity(by: [COUNTY, GROUP]) {
        bound
        rows {
          isBeyondBound
        }
      }
      displacement {
        lost
        net
      }
      byCounty {
        county {
          id
          name(lang: $lang)
        }
        indirect
        induced
        spillover
      }
      bySector {
        sector {
          id
          code
          name(lang: $lang)
        }
        indirect
        induced
        spillover
      }
      cube(by: [COUNTY, YEAR, EFFECT]) {
        county {
          id
          name(lang: $lang)
        }
        year
        effect
        jobs
      }
      bySizeClass {
        sizeClass
        spillover
        claims {
          id
        }
        text(lang: $lang)
      }
      comparisons {
        claim {
          id
          statement(lang: $lang)
          value
        }
        computed
        difference
      }
      differs
      alternatives {
        assumption
        value
        without {
          name(lang: $lang)
        }
        spillover
      }
      warnings {
        message(lang: $lang)
      }
    }
  }
`)

/** What the ventures set off, under the assumptions of the address: the answer first, what is assumed folded to a line. */
export function SpilloverView() {
  const run = useAddress().get('run')
  return run === null ? <AskedView /> : <OpenRun run={run} />
}

function AskedView() {
  const texts = useTexts(spilloverTexts)
  const runs = useTexts(runTexts)
  const lang = useLang()
  const { own: address, asked, example } = useAsked('spillover', questionNames)
  // A moved slider asks once it rests.
  const text = useDelayed(textOfQuestion(asked), 150)
  const question = useQuestion(text)
  const { input } = question
  const answer = useAnswer(spilloverDocument, input === null ? null : { input, lang })
  const spillover = answer.data?.spillover
  const said = useSaid()
  return (
    <div class="spillover">
      <h1>{texts.heading}</h1>
      <ExampleNote name={example} />
      <NotTaken address={address} />
      {question.isGone && <Empty>{runs.gone}</Empty>}
      <AskedInLine said={spillover ? said(spillover, address) : []} isAsked label={texts.assumptions}>
        <AssumptionForm
          address={address}
          national={spillover?.assumptions.nationalSectors.map(({ id }) => id) ?? []}
          sectors={spillover?.bySector.map(({ sector }) => sector) ?? []}
        />
      </AskedInLine>
      <section aria-live="polite" class="spillover-answer">
        <Answered answer={input === null ? { ...answer, ...question.state, data: null } : answer}>
          {(data) =>
            input && (
              <SpilloverAnswer
                spillover={data.spillover}
                address={address}
                text={text}
                input={input}
                own={question.own}
              />
            )
          }
        </Answered>
      </section>
    </div>
  )
}

function SpilloverAnswer({
  spillover,
  address,
  text,
  input,
  own,
}: {
  readonly spillover: ExplorerSpilloverQuery['spillover']
  readonly address: Address
  /** The question, as the part of an address that asks it. */
  readonly text: string
  readonly input: SpilloverInput
  readonly own: OwnJobs | null
}) {
  const texts = useTexts(spilloverTexts)
  const parts = useTexts(partTexts)
  const assumedInWords = useAssumedInWords()(spillover)
  const assumes = own === null ? assumedInWords : `${assumedInWords} · ${texts.withOwnJobs}`
  const kept = address.get('compare')
  const runsLink = `/spillover/runs${text === '' ? '' : `?${text}`}`
  const sources = [parts.inputOutputTable(spillover.table.year, spillover.table.publisher)]
  const below = { assumes, sources }
  const { total } = spillover
  return (
    <>
      {total === null ? (
        <p class="notice">{texts.jobsUnknown}</p>
      ) : (
        <>
          <Finding answer={spillover} named={address.list('ventures')} spillover={total.spillover} />
          <Totals total={total} />
        </>
      )}
      <AssumedLine answer={spillover} />
      {own !== null && <OwnJobsTable own={own} onDrop={() => address.set({ jobs: null })} />}
      {spillover.regional && <RegionalNote text={spillover.regional.text} />}
      {spillover.displacement && <NetBeside displacement={spillover.displacement} />}
      <p class="no-print spillover-actions">
        {kept === null && (
          <button type="button" onClick={() => address.set({ compare: textOfQuestion(address) || 'report' })}>
            {texts.keep}
          </button>
        )}
        <a href={withLang(runsLink, address.get('lang'))}>{texts.runs}</a>
        {total !== null && !isEmbedded && <a href="#save">{texts.saveThis}</a>}
      </p>
      {kept !== null && <Compared now={input} kept={kept} onDrop={() => address.set({ compare: null })} />}
      {total === null ? (
        <Measures rows={spillover.measures} />
      ) : (
        <>
          <SectorChart rows={spillover.bySector} {...below} />
          <div class="columns">
            <AreaMap rows={spillover.byCounty} {...below} />
            <YearChart cells={spillover.cube} years={spillover.byYear} {...below} />
          </div>
          <Warnings warnings={spillover.warnings} />
          <AlternativesChart total={total.spillover} alternatives={spillover.alternatives} {...below} />
          <Flow input={input} {...below} />
          <Interval address={address} input={input} {...below} />
          <SizeClasses rows={spillover.bySizeClass} />
          <RegionQuestions address={address} input={input} answer={spillover} />
          <Comparisons comparisons={spillover.comparisons} differs={spillover.differs} />
          <TableLinks table="spillover" asked={{ ...input }} />
          {/* In a frame of another site nothing is written. */}
          {!isEmbedded && (
            <section id="save" aria-label={texts.saveThis} class="no-print">
              <SaveRun input={input} runsLink={withLang(runsLink, address.get('lang'))} />
            </section>
          )}
        </>
      )}
    </>
  )
}

const withLang = (link: string, lang: string | null): string =>
  lang === null ? link : `${link}${link.includes('?') ? '&' : '?'}lang=${lang}`

/** What is asked in a few words: whose jobs, of which years and by which scenario; what is assumed stands below the answer. */
function useSaid(): (answer: ExplorerAssumedFragment, address: Address) => string[] {
  const whose = useWhose()
  const { noScenario } = useRegionWords()
  const texts = useTexts(spilloverTexts)
  return (answer, address) => {
    const years = answer.byYear.map(({ year }) => String(year))
    const [first, last] = [years[0], years.at(-1)]
    const span = address.list('years').length > 0 ? years.join(', ') : first === last ? first : `${first}–${last}`
    return [
      whose(answer, address.list('ventures')),
      ...(span === undefined ? [] : [span]),
      answer.assumptions.scenario?.name ?? noScenario,
      ...(address.get('jobs') === null ? [] : [texts.withOwnJobs]),
    ]
  }
}
