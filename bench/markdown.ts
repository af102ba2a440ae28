import { quantile, type Times } from './timing.js'

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

export const milliseconds = (ms: number): string => (ms < 100 ? ms.toFixed(2) : ms.toFixed(0))

export const mebibytes = (bytes: number | null): string =>
  bytes === null ? 'not known' : String(Math.round(bytes / 2 ** 20))

export const p50AndP95 = (times: Times): string[] => [0.5, 0.95].map((share) => milliseconds(quantile(times, share)))

export const timedCells = (what: string, times: Times): string[] => [what, String(times.length), ...p50AndP95(times)]

/** The ratio of two medians. */
export const ratio = (times: Times, to: Times): number => quantile(times, 0.5) / quantile(to, 0.5)

/** A figure with the most that was asked of it, and whether that is met; alone where nothing was asked. */
export function judged(figure: number, most: number | null): string {
  const shown = figure.toFixed(2)
  if (most === null) return shown
  return figure <= most ? `${shown} ✓ (${most})` : `**${shown} ✗** (${most})`
}

/** What is asked of figures, for those that read a table of them. */
export const mannerOfJudging =
  '✓ or ✗ behind a ratio says whether it is within what was asked of it, which stands in brackets.'
