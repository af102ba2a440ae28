import * as Plot from '@observablehq/plot'
import { useCallback, useMemo } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { ExplorerPathsOfJobsQuery, SpilloverInput } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered } from '../../parts/answered.js'
import { barRows, placed } from '../../parts/bar-rows.js'
import { drawnByPlot } from '../../parts/chart.js'
import { DrawnChart } from '../../parts/drawn-chart.js'
import { Picture } from '../../parts/picture.js'
import { isNarrow, type Room } from '../../parts/room.js'
import { useAnswer } from '../../use-answer.js'
import { drawFlow, type FlowWords, heightOfFlow } from './flow-drawing.js'

const pathsDocument = graphql(`
  query ExplorerPathsOfJobs($input: SpilloverInput!, $lang: Lang!) {
    spillover(input: $input) {
      structuralPaths(first: 20) {
        share
        paths {
          sectors {
            id
            code
            name(lang: $lang)
          }
          jobs
          share
        }
      }
    }
  }
`)

type Row = ExplorerPathsOfJobsQuery['spillover']['structuralPaths']['paths'][number]

const chainOf = ({ sectors }: Row): string => sectors.map(({ code, name }) => `${code} ${name}`).join(' → ')

/** The strongest chains of industries, from the ventures' own to where the jobs are, as a flow from step to step. */
export function Flow({
  input,
  assumes,
  sources,
}: {
  readonly input: SpilloverInput
  readonly assumes: string
  readonly sources: readonly string[]
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const lang = useLang()
  const answer = useAnswer(pathsDocument, { input, lang })
  return (
    <Answered answer={answer}>
      {({ spillover: { structuralPaths } }) =>
        structuralPaths.paths.length > 0 && (
          <Picture
            title={texts.flow(format.count(structuralPaths.paths.length), format.percent(structuralPaths.share))}
            shows={texts.chains}
            assumes={assumes}
            sources={sources}
            file="norrgraph-industry-chains"
            rows={structuralPaths.paths}
            columns={[
              { title: texts.chain, value: chainOf },
              { title: texts.jobs, value: ({ jobs }) => jobs, show: ({ jobs }) => format.count(jobs) },
              { title: texts.part, value: ({ share }) => share, show: ({ share }) => format.percent(share, 1) },
            ]}
          >
            <ChainChart chains={structuralPaths.paths} />
          </Picture>
        )
      }
    </Answered>
  )
}

/** The chains as a flow; where there is no room for its names, as bars. */
function ChainChart({ chains }: { readonly chains: readonly Row[] }) {
  const texts = useTexts(spilloverTexts)
  const { count } = useFormat()
  const words = useMemo(() => ({ name: texts.chains, count }), [texts, count])
  const draw = useCallback(
    (room: Room) =>
      isNarrow(room) ? drawnByPlot(barsOf(chains, room, words), words.name) : drawFlow(chains, room, words),
    [chains, words],
  )
  const heightOf = useCallback(
    (room: Room) => (isNarrow(room) ? (barsOf(chains, room, words).height ?? 0) : heightOfFlow(chains, room, words)),
    [chains, words],
  )
  return <DrawnChart draw={draw} heightOf={heightOf} />
}

/** The chains as bars: the industries along each, and its jobs. */
function barsOf(chains: readonly Row[], room: Room, { count }: FlowWords): Plot.PlotOptions {
  const bars = barRows(chains.map(chainOf), room)
  const inPlace = placed(chains, bars)
  return {
    ...bars.options,
    x: {
      domain: [0, Math.max(...chains.map(({ jobs }) => jobs), 1)],
      ...{ label: null, ticks: 3, tickFormat: count },
    },
    marks: [
      Plot.rect(inPlace, { x1: 0, x2: 'jobs', y1: 'top', y2: 'bottom', fill: 'var(--indirect)' }),
      bars.names,
      Plot.text(inPlace, {
        ...{ x: 'jobs', y: 'middle', textAnchor: 'start', dx: 4 },
        text: ({ jobs }: Row) => count(jobs),
      }),
    ],
  }
}
