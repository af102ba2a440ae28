import * as Plot from '@observablehq/plot'
import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey'
import { useCallback, useMemo } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { ExplorerPathsOfJobsQuery, SpilloverInput } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered } from '../../parts/answered.js'
import { Chart } from '../../parts/chart.js'
import { Picture } from '../../parts/picture.js'
import { useMedia } from '../../parts/use-media.js'
import { useAnswer } from '../../use-answer.js'
import { shortened } from './sector-chart.js'

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

const WIDTH = 760
/** So high a node and its name are together. */
const NODE_HEIGHT = 30
const LONGEST_NAME = 28

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
  const isNarrow = useNarrow()
  const chain = ({ sectors }: Row) => sectors.map(({ code, name }) => `${code} ${name}`).join(' → ')
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
              { title: texts.chain, value: chain },
              { title: texts.jobs, value: ({ jobs }) => jobs, show: ({ jobs }) => format.count(jobs) },
              { title: texts.part, value: ({ share }) => share, show: ({ share }) => format.percent(share, 1) },
            ]}
          >
            {isNarrow ? (
              <ChainBars paths={structuralPaths.paths} />
            ) : (
              <FlowDiagram name={texts.chains} paths={structuralPaths.paths} />
            )}
          </Picture>
        )
      }
    </Answered>
  )
}

/** Below this a flow's names cannot be read. */
const WIDE_ENOUGH = '(min-width: 37.5em)'

/** Whether the page is too narrow for a flow; paper is not. */
const useNarrow = (): boolean => !useMedia(WIDE_ENOUGH)

/** The chains as bars, where there is no room for a flow: the codes along each, and its jobs. */
function ChainBars({ paths }: { readonly paths: readonly Row[] }) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const options = useCallback(
    (width: number): Plot.PlotOptions => {
      const rows = paths.map(({ sectors, jobs }, place) => ({
        place,
        label: sectors.map(({ code }) => code).join(' → '),
        jobs,
      }))
      return {
        width,
        height: 40 * rows.length + 30,
        marginLeft: 4,
        marginRight: 52,
        x: {
          domain: [0, Math.max(...rows.map(({ jobs }) => jobs), 1)],
          label: null,
          ticks: 3,
          tickFormat: format.count,
        },
        y: { domain: rows.map(({ place }) => place), axis: null, padding: 0.55 },
        marks: [
          Plot.barX(rows, { x: 'jobs', y: 'place', fill: 'var(--indirect)' }),
          Plot.text(rows, { x: 0, y: 'place', text: 'label', textAnchor: 'start', dy: -16 }),
          Plot.text(rows, {
            ...{ x: 'jobs', y: 'place', textAnchor: 'start', dx: 4 },
            text: ({ jobs }: { jobs: number }) => format.count(jobs),
          }),
        ],
      }
    },
    [paths, format],
  )
  return <Chart name={texts.chains} options={options} />
}

interface Place {
  readonly key: string
  readonly code: string
  readonly name: string
}

interface Stream {
  readonly key: string
  readonly value: number
}

type PlacedNode = SankeyNode<Place, Stream>
type PlacedLink = SankeyLink<Place, Stream>

function FlowDiagram({ name, paths }: { readonly name: string; readonly paths: readonly Row[] }) {
  const format = useFormat()
  const { nodes, links, height } = useMemo(() => layoutOf(paths), [paths])
  const path = sankeyLinkHorizontal<Place, Stream>()
  return (
    <div class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={name} class="flow">
        <title>{name}</title>
        {links.map((link) => (
          <path
            key={link.key}
            d={path(link) ?? ''}
            class="flow-link"
            style={{ strokeWidth: Math.max(1, link.width ?? 0) }}
          />
        ))}
        {nodes.map(({ key, code, name: industry, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 }) => (
          <g key={key}>
            <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} class="flow-node" />
            <text
              x={x0 < WIDTH / 2 ? x1 + 4 : x0 - 4}
              y={(y0 + y1) / 2}
              dy="0.35em"
              text-anchor={x0 < WIDTH / 2 ? 'start' : 'end'}
            >
              {shortened(`${code} ${industry}`, LONGEST_NAME)}: {format.count(value)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

/** A node for each industry and step, so that chains which come back to an industry make no circle. */
function layoutOf(paths: readonly Row[]) {
  const places = new Map<string, Place>()
  const streams = new Map<string, PlacedLink>()
  for (const { sectors, jobs } of paths.filter((row) => row.jobs > 0)) {
    const keys = sectors.map(({ id }, step) => `${step} ${id}`)
    for (const [step, { code, name }] of sectors.entries()) {
      const key = keys[step] ?? ''
      places.set(key, { key, code, name })
      const before = keys[step - 1]
      if (before === undefined) continue
      const stream = `${before} > ${key}`
      streams.set(stream, { key: stream, source: before, target: key, value: (streams.get(stream)?.value ?? 0) + jobs })
    }
  }
  const steps = [...places.keys()].map((key) => key.split(' ', 1)[0])
  const fullest = Math.max(...steps.map((step) => steps.filter((other) => other === step).length), 1)
  const height = Math.max(fullest, 8) * NODE_HEIGHT
  const place = sankey<Place, Stream>()
    .nodeId(({ key }) => key)
    .nodeWidth(10)
    .nodePadding(NODE_HEIGHT / 2)
    .extent([
      [4, 8],
      [WIDTH - 4, height - 8],
    ])
  const nodes: PlacedNode[] = [...places.values()].map((each) => ({ ...each }))
  return { ...place({ nodes, links: [...streams.values()].map((each) => ({ ...each })) }), height }
}
