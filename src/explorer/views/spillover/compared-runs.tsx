import { graphql } from '../../generated/gql.js'
import type { ExplorerCompareRunsQuery } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { runTexts } from '../../language/runs.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { useAnswer } from '../../use-answer.js'
import { AssumedOtherwise } from './assumed-otherwise.js'
import { ComparedPicture, MOST_INDUSTRIES } from './compared-picture.js'
import { useComparedInWords } from './compared-settings.js'
import { allEffects } from './effects.js'
import { ownJobsOf } from './own-jobs.js'

const comparedDocument = graphql(`
  query ExplorerCompareRuns($a: ID!, $b: ID!, $lang: Lang!) {
    compareRuns(a: $a, b: $b) {
      a {
        ...ExplorerRunCompared
      }
      b {
        ...ExplorerRunCompared
      }
      total {
        direct
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
        a
        b
      }
      byCounty {
        county {
          id
          name(lang: $lang)
        }
        a
        b
        difference
      }
      byYear {
        year
        a
        b
        difference
      }
      byEstablishment {
        establishment {
          id
          name(lang: $lang)
        }
        a
        b
        difference
      }
    }
  }

  fragment ExplorerRunCompared on SpilloverRun {
    id
    name(lang: $lang)
    question
    stale
    total {
      direct
      indirect
      induced
      spillover
    }
    ...ExplorerAssumedOfRun
  }
`)

type Compared = ExplorerCompareRunsQuery['compareRuns']

/** Two stored runs side by side, as they were stored: what they assume differently, and what that changes. */
export function ComparedRuns({ first, second }: { readonly first: string; readonly second: string }) {
  const lang = useLang()
  const answer = useAnswer(comparedDocument, { a: first, b: second, lang })
  return <Answered answer={answer}>{({ compareRuns }) => <Both compared={compareRuns} />}</Answered>
}

function Both({ compared }: { readonly compared: Compared }) {
  const texts = useTexts(runTexts)
  const spillover = useTexts(spilloverTexts)
  const inWords = useComparedInWords()
  const format = useFormat()
  const { a, b, total } = compared
  const change = Math.round(total.spillover)
  const title =
    change === 0 ? texts.comparedSame(b.name, a.name) : texts.comparedGives(b.name, a.name, format.change(change, 0))
  const sides = { now: b.name, kept: a.name, note: texts.upperAndLower(b.name, a.name) }
  const settings = {
    now: { called: b.name, of: b, hasOwn: ownJobsOf(b.question) !== null },
    kept: { called: a.name, of: a, hasOwn: ownJobsOf(a.question) !== null },
  }
  const sectors = compared.bySector.map((row) => ({
    name: `${row.sector.code} ${row.sector.name}`,
    now: { spillover: row.b },
    kept: { spillover: row.a },
  }))
  const cut = <Row extends Cut>(caption: string, head: string, rows: readonly Row[], nameOf: (row: Row) => string) => (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        { title: head, value: nameOf },
        { title: b.name, value: (row) => row.b, show: (row) => format.count(row.b) },
        { title: a.name, value: (row) => row.a, show: (row) => format.count(row.a) },
        {
          title: spillover.difference,
          value: ({ difference }) => difference,
          show: ({ difference }) => format.change(Math.round(difference), 0),
        },
      ]}
    />
  )
  return (
    <>
      <h2 id="compared">{title}</h2>
      <p class="quiet">{texts.asStored}</p>
      {[a, b].map(
        (run) =>
          run.stale && (
            <p class="notice" key={run.id}>
              {texts.isStale(run.name)}
            </p>
          ),
      )}
      <AssumedOtherwise {...settings} />
      {cut(
        spillover.byEffect,
        spillover.effect,
        allEffects.map((effect) => ({ effect, a: a.total[effect], b: b.total[effect], difference: total[effect] })),
        ({ effect }) => (effect === 'spillover' ? spillover.sum : spillover[effect]),
      )}
      <ComparedPicture
        title={title}
        shows={texts.bySector}
        sides={sides}
        file="norrgraph-runs-by-industry"
        head={spillover.sector}
        most={MOST_INDUSTRIES}
        effects={onlyTotal}
        {...inWords(settings)}
        rows={sectors}
      />
      {cut(texts.byCounty, spillover.county, compared.byCounty, ({ county }) => county.name)}
      {cut(texts.byYear, spillover.year, compared.byYear, ({ year }) => String(year))}
      {cut(
        texts.byVenture,
        spillover.ventures,
        compared.byEstablishment,
        ({ establishment }) => establishment?.name ?? texts.otherJobs,
      )}
    </>
  )
}

const onlyTotal = ['spillover'] as const

interface Cut {
  readonly a: number
  readonly b: number
  readonly difference: number
}
