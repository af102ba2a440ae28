import { graphql } from '../../generated/gql.js'
import type { ExplorerComparedFragment, SpilloverInput } from '../../generated/graphql.js'
import { type Format, useFormat, useLang, useTexts } from '../../language/language.js'
import { runTexts } from '../../language/runs.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered, Empty } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { inSentence } from '../../parts/in-sentence.js'
import { useAnswer } from '../../use-answer.js'
import { AssumedOtherwise } from './assumed-otherwise.js'
import { ComparedPicture, type ComparedRow, MOST_INDUSTRIES } from './compared-picture.js'
import { useComparedInWords } from './compared-settings.js'
import { allEffects, type Effects } from './effects.js'
import { hasOwnJobs, useQuestion } from './own-jobs.js'
import { useKept } from './run-question.js'
import { inShort } from './sector-chart.js'
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
    ...ExplorerAssumed
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

interface Both {
  readonly now: ExplorerComparedFragment
  readonly kept: ExplorerComparedFragment
}

/** Two settings side by side: what they assume differently, and what that changes by effect, industry, county and year. */
export function Compared({
  now,
  kept,
  onDrop,
}: {
  /** The question. */
  readonly now: SpilloverInput
  /** The other one, as the part of an address that asks it, or the id of a run. */
  readonly kept: string
  readonly onDrop: () => void
}) {
  const texts = useTexts(spilloverTexts)
  const { gone } = useTexts(runTexts)
  const format = useFormat()
  const lang = useLang()
  const other = useKept(kept)
  const asked = useQuestion(other.text)
  const answer = useAnswer(comparedDocument, asked.input === null ? null : { now, kept: asked.input, lang })
  const inWords = useComparedInWords()
  const settingsOf = (data: Both) => ({
    now: { called: texts.now, of: data.now, hasOwn: hasOwnJobs(now) },
    kept: { called: texts.keptOne, of: data.kept, hasOwn: asked.own !== null },
  })
  const sides = { now: texts.now, kept: texts.keptOne, note: texts.upperAndLower }
  const change = (data: Both) => (data.now.total?.spillover ?? 0) - (data.kept.total?.spillover ?? 0)
  return (
    <section class="compared" aria-labelledby="compared">
      <div class="heading-and-action">
        <h2 id="compared">
          {answer.data === null
            ? texts.compared
            : texts.comparedGives(
                format.change(Math.round(change(answer.data)), 0),
                other.name ?? inSentence(texts.keptOne),
              )}
        </h2>
        <button type="button" class="no-print" onClick={onDrop}>
          {texts.dropKept}
        </button>
      </div>
      {other.name !== null && <p class="quiet">{texts.keptIs(other.name)}</p>}
      {(other.isGone || asked.isGone) && <Empty>{gone}</Empty>}
      <Answered
        answer={
          asked.input === null ? { ...answer, ...(other.text === null ? other : asked).state, data: null } : answer
        }
      >
        {(data) => (
          <>
            <AssumedOtherwise {...settingsOf(data)} />
            <DataTable
              caption={texts.byEffect}
              rows={allEffects.map((effect) => ({
                effect,
                now: data.now.total?.[effect] ?? null,
                kept: data.kept.total?.[effect] ?? null,
              }))}
              columns={[
                { title: texts.effect, value: ({ effect }) => (effect === 'spillover' ? texts.sum : texts[effect]) },
                {
                  title: texts.now,
                  value: (row) => row.now,
                  show: (row) => (row.now === null ? '' : format.count(row.now)),
                },
                {
                  title: texts.keptOne,
                  value: (row) => row.kept,
                  show: (row) => (row.kept === null ? '' : format.count(row.kept)),
                },
                {
                  title: texts.difference,
                  value: changeOf,
                  show: (row) => {
                    const change = changeOf(row)
                    return change === null ? '' : format.change(Math.round(change), 0)
                  },
                },
              ]}
            />
            <ComparedPicture
              title={mostChanged(sectorRows(data.now, data.kept), texts, format, inShort)}
              shows={texts.comparedBySector}
              sides={sides}
              effects={twoEffects}
              {...inWords(settingsOf(data))}
              file="norrgraph-compared-by-industry"
              head={texts.sector}
              most={MOST_INDUSTRIES}
              rows={sectorRows(data.now, data.kept)}
            />
            <ComparedPicture
              title={mostChanged(countyRows(data.now, data.kept, format), texts, format)}
              shows={texts.comparedByYear}
              sides={sides}
              effects={twoEffects}
              {...inWords(settingsOf(data))}
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

const jobsOf = ({ indirect = 0, induced = 0 }: ComparedRow['now']) => indirect + induced

/** Where two settings differ most, in a sentence. */
function mostChanged(
  rows: readonly ComparedRow[],
  texts: (typeof spilloverTexts)['sv'],
  format: Format,
  short: (name: string) => string = (name) => name,
): string {
  const changes = rows.map(({ name, now, kept }) => ({ name, change: Math.round(jobsOf(now) - jobsOf(kept)) }))
  const [most] = changes.toSorted((left, right) => Math.abs(right.change) - Math.abs(left.change))
  if (most === undefined || most.change === 0) return texts.noDifference
  return texts.differsMost(short(most.name), format.change(most.change, 0))
}

/** Null where either setting's table does not let jobs be told. */
const changeOf = ({ now, kept }: { readonly now: number | null; readonly kept: number | null }): number | null =>
  now === null || kept === null ? null : now - kept

const twoEffects = ['indirect', 'induced'] as const

const nothing: Effects = { indirect: 0, induced: 0 }

const effectsOf = ({ indirect, induced }: Effects): Effects => ({ indirect, induced })

function sectorRows(now: ExplorerComparedFragment, kept: ExplorerComparedFragment): ComparedRow[] {
  const before = new Map(kept.bySector.map((row) => [row.sector.id, row]))
  return now.bySector.map((row) => ({
    name: `${row.sector.code} ${row.sector.name}`,
    now: effectsOf(row),
    kept: effectsOf(before.get(row.sector.id) ?? nothing),
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
