import type { CalculationMeasurements } from './measure-calculation.js'
import type { DrawTimes } from './measure-draws.js'
import type { GraphMeasurements } from './measure-graph.js'
import type { Measurement } from './measure-operations.js'
import type { MissingGraph } from './measured-graphs.js'
import { quantile, type Times } from './timing.js'

export interface Results {
  readonly machine: readonly string[]
  readonly graphs: readonly (GraphMeasurements | MissingGraph)[]
  /** Of each measured operation, in order. */
  readonly databaseCalls: readonly number[]
  readonly calculation: CalculationMeasurements
  readonly draws: readonly DrawTimes[]
}

const manner = `Each operation was asked over HTTP on 127.0.0.1 by one client with one open connection, in turn with its
yardstick in a process of its own behind a bare HTTP server (A B A B …, after a warm-up, at most 500 times or 2 s), so
that the ratio of the two medians is of one state of the machine; before that, both had to give the same facts.`

/** The results as Markdown. */
export function resultsTable({ machine, graphs, databaseCalls, calculation, draws }: Results): string {
  return [
    '# What operations cost',
    'Made by `npm run bench`; never edited by hand.',
    machine.map((fact) => `- ${fact}`).join('\n'),
    manner,
    ...graphs.flatMap((graph) => ('missing' in graph ? notRun(graph) : measured(graph, databaseCalls))),
    ...calculated(calculation),
    '## Random draws (`spillover { uncertainty }`)',
    'In worker threads; the longest block is of the thread that answers requests, at most 50 ms by intent.',
    table(['table', 'draws', 's', 'draws a second', 'longest block ms'], draws.map(drawCells)),
  ]
    .join('\n\n')
    .concat('\n')
}

/** The section on the calculation. */
export function calculated({ asked, pure, scenario, large, numpy }: CalculationMeasurements): string[] {
  const ratio = (times: Times, to: Times) => (quantile(times, 0.5) / quantile(to, 0.5)).toFixed(2)
  const held =
    'missing' in numpy ? `not held against numpy: ${numpy.missing}` : `${ratio(large.shocks, numpy)} × numpy's`
  return [
    '## The spillover calculation',
    table(
      ['what', 'times', 'p50 ms', 'p95 ms'],
      [
        timedCells('`spillover`, everything, over HTTP', asked),
        timedCells('the same as functions', pure),
        timedCells('effects of a scenario alone', scenario),
        timedCells('3 000 × 3 000 dense, made ready', [large.ready]),
        timedCells('3 000 × 3 000 dense, one shock', large.shocks),
        ...('missing' in numpy ? [] : [timedCells('3 000 × 3 000 dense, `numpy.linalg.solve`', numpy)]),
      ],
    ),
    `Over HTTP ${ratio(asked, pure)} × the calculation; ${Math.round(1_000 / quantile(scenario, 0.5))} scenarios a second.`,
    `One shock to the large table is ${held}; most memory of its process: ${Math.round(large.memory / 2 ** 20)} MiB.`,
  ]
}

const notRun = ({ title, missing }: MissingGraph): string[] => [`## ${title}`, `Not run: ${missing}.`]

function measured(graph: GraphMeasurements, databaseCalls: readonly number[]): string[] {
  const { title, operations, storing, coldStart, warmStarts, peakMemory } = graph
  return [
    `## ${title}`,
    table(
      ['operation', 'held against', 'p50 ms', 'p95 ms', 'its p50', 'its p95', 'ratio', 'database calls'],
      operations.map((measurement, index) => [...operationCells(measurement), String(databaseCalls[index])]),
    ),
    'Only timed:',
    table(
      ['what', 'times', 'p50 ms', 'p95 ms'],
      [
        timedCells('`spillover-store`, a new run', storing.fresh),
        timedCells('`spillover-store`, a run that is there', storing.again),
        timedCells('start on an empty graph', coldStart),
        ...(warmStarts.length > 0 ? [timedCells('start on the graph that is there', warmStarts)] : []),
      ],
    ),
    `Most memory of the serving process: ${peakMemory === null ? 'not known' : `${Math.round(peakMemory / 2 ** 20)} MiB`}.`,
  ]
}

function operationCells({ measured: { operation, asked, yardstick }, ...times }: Measurement): string[] {
  const ratio = quantile(times.norrgraph, 0.5) / quantile(times.yardstick, 0.5)
  return [
    `\`${operation}\`, ${asked}`,
    yardstick.title,
    ...p50AndP95(times.norrgraph),
    ...p50AndP95(times.yardstick),
    ratio.toFixed(2),
  ]
}

const drawCells = (drawn: DrawTimes): string[] => [
  drawn.table,
  String(drawn.draws),
  (drawn.ms / 1000).toFixed(2),
  (drawn.draws / (drawn.ms / 1000)).toFixed(0),
  milliseconds(drawn.longestBlockMs),
]

const timedCells = (what: string, times: Times): string[] => [what, String(times.length), ...p50AndP95(times)]

const p50AndP95 = (times: Times): string[] => [0.5, 0.95].map((share) => milliseconds(quantile(times, share)))

const milliseconds = (ms: number): string => (ms < 100 ? ms.toFixed(2) : ms.toFixed(0))

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
