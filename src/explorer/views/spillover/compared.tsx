import { graphql } from '../../generated/gql.js'
import type { ExplorerComparedFragment } from '../../generated/graphql.js'
import { type Format, useFormat, useLang, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { regionalTexts } from '../../language/regional.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { useAnswer } from '../../use-answer.js'
import { ComparedPicture, type ComparedRow } from './compared-picture.js'
import { questionOfText } from './question.js'
import { yearRows } from './year-rows.js'

const comparedDocument = graphql(`
  query ExplorerComparedSettings($now: SpilloverInput!, $kept: SpilloverInput!, $lang: Lang!) {
    now: spillover(input: $now) {
      ...ExplorerCompared
    }
    kept: spillover(input: $kept) {
      ...ExplorerCompared
    }
  }

  fragment ExplorerCompared on Spillover {
    total {
      direct
      indirect
      induced
      spillover
    }
    assumptions {
      shock
      closure
      householdIncome
      incomeTax
      retention {
        share
        apply
      }
      regionalisation {
        method
        delta
        householdDelta
        area
        mining
        employment {
          name(lang: $lang)
        }
      }
      displacement {
        fromRegionalSmes
        refilled
      }
      placement
      scenario {
        name(lang: $lang)
      }
      nationalSectors {
        code
      }
    }
    byEstablishment {
      establishment {
        name(lang: $lang)
      }
    }
    byYear {
      year
    }
    bySector {
      sector {
        id
        code
        name(lang: $lang)
      }
      indirect
      induced
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
  }
`)

/** Two settings side by side: what they assume differently, and what that changes by effect, industry, county and year. */
export function Compared({
  now,
  kept,
  onDrop,
}: {
  /** The questions, as the part of an address that asks them. */
  readonly now: string
  readonly kept: string
  readonly onDrop: () => void
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const lang = useLang()
  const answer = useAnswer(comparedDocument, { now: questionOfText(now), kept: questionOfText(kept), lang })
  return (
    <section class="compared" aria-labelledby="compared">
      <div class="heading-and-action">
        <h2 id="compared">{texts.compared}</h2>
        <button type="button" class="no-print" onClick={onDrop}>
          {texts.dropKept}
        </button>
      </div>
      <Answered answer={answer}>
        {(data) => (
          <>
            <Assumed now={data.now} kept={data.kept} />
            <DataTable
              caption={texts.byEffect}
              rows={effects.map((effect) => ({
                effect,
                now: data.now.total?.[effect] ?? null,
                kept: data.kept.total?.[effect] ?? null,
              }))}
              columns={[
                { title: texts.effect, value: ({ effect }) => (effect === 'spillover' ? texts.sum : texts[effect]) },
                {
                  title: texts.now,
                  value: (row) => row.now,
                  show: ({ now }) => (now === null ? '' : format.number(now)),
                },
                {
                  title: texts.keptOne,
                  value: (row) => row.kept,
                  show: ({ kept }) => (kept === null ? '' : format.number(kept)),
                },
                {
                  title: texts.difference,
                  value: changeOf,
                  show: (row) => {
                    const change = changeOf(row)
                    return change === null ? '' : format.change(change)
                  },
                },
              ]}
            />
            <ComparedPicture
              title={texts.comparedBySector}
              file="norrgraph-compared-by-industry"
              head={texts.sector}
              most={MOST_INDUSTRIES}
              rows={sectorRows(data.now, data.kept)}
            />
            <ComparedPicture
              title={texts.comparedByYear}
              file="norrgraph-compared-by-county-and-year"
              head={texts.countyAndYear}
              rows={countyRows(data.now, data.kept, format)}
            />
          </>
        )}
      </Answered>
    </section>
  )
}

/** Null where either setting's table does not let jobs be told. */
const changeOf = ({ now, kept }: { readonly now: number | null; readonly kept: number | null }): number | null =>
  now === null || kept === null ? null : now - kept

const effects = ['indirect', 'induced', 'spillover', 'direct'] as const
/** How many industries the picture shows, those with the largest differences; the table has them all. */
const MOST_INDUSTRIES = 12

/** What the two settings assume differently. */
function Assumed({ now, kept }: { readonly now: ExplorerComparedFragment; readonly kept: ExplorerComparedFragment }) {
  const texts = useTexts(spilloverTexts)
  const { noScenario } = useRegionWords()
  const format = useFormat()
  const regional = useTexts(regionalTexts)
  const before = new Map([...assumed(kept, texts, noScenario, format), ...assumedOfRegion(kept, regional, format)])
  const rows = [...assumed(now, texts, noScenario, format), ...assumedOfRegion(now, regional, format)].filter(
    ([name, value]) => before.get(name) !== value,
  )
  if (rows.length === 0) return <p class="quiet">{texts.sameSetting}</p>
  return (
    <DataTable
      caption={texts.assumedOtherwise}
      rows={rows}
      columns={[
        { title: texts.assumption, value: ([name]) => name },
        { title: texts.now, value: ([, value]) => value },
        { title: texts.keptOne, value: ([name]) => before.get(name) ?? '' },
      ]}
    />
  )
}

type Texts = (typeof spilloverTexts)['sv']

/** What a setting assumes, each under its name, in words. */
function assumed(
  { assumptions, byEstablishment, byYear }: ExplorerComparedFragment,
  texts: Texts,
  noScenario: string,
  format: Format,
): readonly (readonly [string, string])[] {
  const { shock, closure, householdIncome, incomeTax, retention, placement, scenario, nationalSectors } = assumptions
  const byQuotients = assumptions.regionalisation.method !== 'RETENTION'
  return [
    [texts.ventures, format.list(byEstablishment.flatMap(({ establishment }) => establishment?.name ?? []))],
    [texts.years, byYear.map(({ year }) => year).join(', ')],
    [texts.scenario, scenario?.name ?? noScenario],
    [texts.shock, texts.shocks[shock]],
    [texts.closure, texts.closures[closure]],
    [texts.income, texts.incomes[householdIncome]],
    [texts.tax, format.percent(incomeTax)],
    [texts.share, byQuotients ? '–' : format.percent(retention.share)],
    [texts.apply, byQuotients ? '–' : texts.applies[retention.apply]],
    [texts.placement, texts.placements[placement]],
    [texts.national, byQuotients ? '–' : nationalSectors.map(({ code }) => code).join(', ')],
  ]
}

type RegionalTexts = (typeof regionalTexts)['sv']

/** What a setting assumes of what is bought in the region and of whom is hired there; a dash for what has no bearing. */
function assumedOfRegion(
  { assumptions: { regionalisation, displacement } }: ExplorerComparedFragment,
  texts: RegionalTexts,
  format: Format,
): readonly (readonly [string, string])[] {
  const { method, delta, householdDelta, area, mining, employment } = regionalisation
  return [
    [texts.method, texts.methods[method]],
    [texts.delta, delta === null ? '–' : format.number(delta, 2)],
    [texts.householdDelta, householdDelta === null ? '–' : format.number(householdDelta, 3)],
    [texts.area, area === null ? '–' : texts.areas[area]],
    [texts.mining, mining === null ? '–' : texts.minings[mining]],
    [texts.employment, employment?.name ?? '–'],
    [texts.fromSmes, format.percent(displacement?.fromRegionalSmes ?? 0)],
    [texts.refilled, format.percent(displacement?.refilled ?? 0)],
  ]
}

const nothing = { indirect: 0, induced: 0 }

function sectorRows(now: ExplorerComparedFragment, kept: ExplorerComparedFragment): ComparedRow[] {
  const before = new Map(kept.bySector.map((row) => [row.sector.id, row]))
  return now.bySector.map((row) => ({
    name: `${row.sector.code} ${row.sector.name}`,
    now: row,
    kept: before.get(row.sector.id) ?? nothing,
  }))
}

/** Counties and years of either setting, in order. */
function countyRows(now: ExplorerComparedFragment, kept: ExplorerComparedFragment, format: Format): ComparedRow[] {
  const named = (side: ExplorerComparedFragment) =>
    new Map(yearRows(side.cube, format).map((row) => [`${row.county} ${row.year}`, row]))
  const [after, before] = [named(now), named(kept)]
  return [...new Set([...after.keys(), ...before.keys()])]
    .toSorted(format.inOrder)
    .map((name) => ({ name, now: after.get(name) ?? nothing, kept: before.get(name) ?? nothing }))
}
