import type { Imported } from '../import/firms/import-files.js'
import { lostParts } from '../import/firms/loss.js'
import type { Outcome } from '../import/firms/publish.js'
import type { RefusedRows } from '../import/firms/refusal.js'
import type { Removed } from '../import/firms/remove-firms.js'
import { complain, say } from './say.js'

/** Says what an import did, or would do. */
export function reportImport(file: string, isDryRun: boolean, { source, outcome, remarks }: Imported): void {
  const { added, changed, unchanged, gone, merged, refused, refusedFile, leftOut, doubtful } = outcome
  for (const remark of remarks) complain(remark)
  const counts = countsOf({ added, changed, unchanged, gone })
  say(`${isDryRun ? 'Would import' : 'Imported'} ${file} as ${source.id}: ${counts}.`)
  for (const line of columnLines(outcome, isDryRun)) say(line)
  if (doubtful) say(`Would ask first: it ${lostParts(doubtful).join('; ')}.`)
  if (merged > 0) say(mergedRows(merged))
  for (const [reason, count] of leftOut) say(`Left out, ${reason}: ${count}.`)
  reportRefused(refused, refusedFile)
  reportChange(outcome.change)
}

/** Says which change a list became, and how it is taken back; nothing where it changed nothing. */
export function reportChange(change: string | null): void {
  if (change !== null) say(`Change ${change} – take it back with norrgraph undo-import ${change}`)
}

/** What an import changes, in numbers. */
export const countsOf = ({
  added,
  changed,
  unchanged,
  gone,
}: Pick<Outcome, 'added' | 'changed' | 'unchanged' | 'gone'>): string =>
  `${added} new, ${changed} changed, ${unchanged} unchanged, ${gone} gone`

/** Rows that say something of a firm by the number of another that was merged into it. */
const mergedRows = (count: number): string =>
  count === 1
    ? '1 row names a firm that was merged into another: it is said of that one.'
    : `${count} rows name firms that were merged into others: they are said of those.`

/** What each column states, and what of it goes; a column that nothing stated before or does now is not shown. */
function columnLines({ added, changed, unchanged, columns }: Outcome, isDryRun: boolean): string[] {
  const shown = columns.filter(({ states, lost }) => states > 0 || lost > 0)
  if (shown.length === 0) return []
  const goes = isDryRun ? 'would go' : 'gone'
  const said = shown.map(({ column, states, lost }) => `${column} ${states}${lost > 0 ? ` (${lost} ${goes})` : ''}`)
  return [`By column, of ${added + changed + unchanged} taken: ${said.join(', ')}.`]
}

function reportRefused(refused: RefusedRows, refusedFile: string | null): void {
  for (const { column, reason, count, lines } of refused.unreadCells()) {
    const more = lines.length < count ? ' …' : ''
    say(`Cells not read, ${column}: ${count}, ${reason} (${count > 1 ? 'lines' : 'line'} ${lines.join(', ')}${more}).`)
  }
  if (refusedFile === null) return
  if (refused.count === 0) {
    say(`They are listed with what was left out in ${refusedFile}.`)
    return
  }
  const persons = refused.persons > 0 ? `, ${refused.persons} of them because a number can be a person's` : ''
  const listed = refused.listed.length < refused.count ? ` (the first ${refused.listed.length})` : ''
  say(`Refused rows: ${refused.count}${persons}; listed with what was left out in ${refusedFile}${listed}.`)
}

/** Says what was taken out of a source. */
export function reportRemoved({ source, removed, stillNamedBy, unknown }: Removed): void {
  const still = stillNamedBy.length > 0 ? ` Still named by: ${stillNamedBy.join('; ')}.` : ''
  say(`Removed from ${source}: ${removed}.${still}`)
  if (unknown.length > 0) say(`Not in it: ${unknown.join(', ')}.`)
}
