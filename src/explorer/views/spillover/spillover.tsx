import { useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered, Warnings } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { RegionalNote } from '../../parts/regional-note.js'
import { TableLinks } from '../../parts/table-links.js'
import { useDelayed } from '../../parts/use-delayed.js'
import { useAnswer } from '../../use-answer.js'
import { AlternativesChart } from './alternatives-chart.js'
import { AssumptionForm } from './assumption-form.js'
import { Compared } from './compared.js'
import { Comparisons } from './comparisons.js'
import { Flow } from './flow.js'
import { Interval } from './interval.js'
import { Measures } from './measures.js'
import { NetBeside } from './net-beside.js'
import { NotTaken } from './not-taken.js'
import { questionOf, questionOfText, textOfQuestion } from './question.js'
import { RegionQuestions } from './region-questions.js'
import { RestsOn } from './rests-on.js'
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
      assumptions {
        nationalSectors {
          id
        }
        regionalisation {
          employment {
            id
            publisher
            edition
            year
          }
        }
      }
      regional {
        text(lang: $lang)
      }
      displacement {
        lost
        net
      }
      bySector {
        sector {
          id
          code
          name(lang: $lang)
        }
        group
        scope
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
      table {
        id
        year
        publisher
      }
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

/** What the ventures set off, under the assumptions of the address. */
export function SpilloverView() {
  const texts = useTexts(spilloverTexts)
  const parts = useTexts(partTexts)
  const lang = useLang()
  const address = useAddress()
  // A moved slider asks once it rests.
  const text = useDelayed(textOfQuestion(address), 150)
  const answer = useAnswer(spilloverDocument, { input: questionOfText(text), lang })
  const kept = address.get('compare')
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <NotTaken address={address} />
      <div class="asked-and-answered">
        <AssumptionForm
          address={address}
          national={answer.data?.spillover.assumptions.nationalSectors.map(({ id }) => id) ?? []}
          sectors={answer.data?.spillover.bySector.map(({ sector }) => sector) ?? []}
        />
        <section aria-live="polite" class="spillover-answer">
          <Answered answer={answer}>
            {({ spillover }) => (
              <>
                {spillover.total === null ? (
                  <p class="notice">{texts.jobsUnknown}</p>
                ) : (
                  <Totals total={spillover.total} />
                )}
                {spillover.regional && <RegionalNote text={spillover.regional.text} />}
                {spillover.displacement && <NetBeside displacement={spillover.displacement} />}
                <p class="quiet">
                  {parts.computedFrom}{' '}
                  <EntityName
                    entity={{
                      id: spillover.table.id,
                      name: parts.inputOutputTable(spillover.table.year, spillover.table.publisher),
                    }}
                  />
                </p>
                <RestsOn employment={spillover.assumptions.regionalisation.employment} />
                {kept === null ? (
                  <p class="no-print">
                    <button type="button" onClick={() => address.set({ compare: textOfQuestion(address) || 'report' })}>
                      {texts.keep}
                    </button>
                  </p>
                ) : (
                  <Compared now={text} kept={kept} onDrop={() => address.set({ compare: null })} />
                )}
                <Warnings warnings={spillover.warnings} />
                {spillover.total === null ? (
                  <Measures rows={spillover.measures} />
                ) : (
                  <>
                    <SectorChart rows={spillover.bySector} />
                    <YearChart cells={spillover.cube} />
                    <AlternativesChart total={spillover.total.spillover} alternatives={spillover.alternatives} />
                    <Flow input={questionOfText(text)} />
                    <Interval input={questionOfText(text)} />
                    <SizeClasses rows={spillover.bySizeClass} />
                    <RegionQuestions
                      address={address}
                      input={questionOfText(text)}
                      industries={spillover.bySector.map(({ sector }) => sector)}
                    />
                    <TableLinks table="spillover" asked={{ ...questionOfText(text) }} />
                    <Comparisons comparisons={spillover.comparisons} />
                    <SaveRun input={questionOf(address)} />
                  </>
                )}
              </>
            )}
          </Answered>
        </section>
      </div>
    </>
  )
}
