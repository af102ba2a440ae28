import { createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ImportKind } from '../../jobs/job.js'
import { progressBar } from '../../kernel/progress.js'
import { RefusedError } from '../../kernel/refused-error.js'
import { waysOutOfPart } from '../../reference/unfinished-imports.js'
import { askedTitle, askedUnusual, askedWhetherLost } from '../ask-on-terminal.js'
import { countsOf, reportChange } from '../import-report.js'
import { complain, say } from '../say.js'
import { ImportJob, type Job } from './import-job.js'
import type { RunningServer } from './running-server.js'
import { type Fields, upload } from './upload.js'

/** How often what changed while it was shown is compared again before it is given up. */
const MOST_TRIES = 5

/** A list that goes to a running server, and what is answered before somebody is asked. */
export interface ListToSend {
  readonly kind: ImportKind
  readonly file: string
  readonly fields: Fields
  readonly dryRun: boolean
  readonly confirmLoss: boolean
  readonly confirmUnusual: boolean
}

/**
 * Brings a list in by a running server, as the command does on a graph of its own: shows what it changes, asks what has to
 * be asked, and waits until it is stored. Whoever breaks it off ends the job too.
 * @throws RefusedError where the server refuses the list, or somebody says no.
 */
export async function importByServer(server: RunningServer, list: ListToSend): Promise<void> {
  const { file, dryRun } = list
  // Whoever may not is told before a large file is sent.
  await server.ask('{ importJobs(first: 1) { totalCount } }', {})
  const sent = await upload(file, [['kind', list.kind], ...list.fields], progressBar('Sending', 'BYTES'))
  const job = await ImportJob.of(server, await server.send('/imports', sent))
  const interrupted = () => void breakOff(job, file).finally(() => process.exit(130))
  process.once('SIGINT', interrupted)
  try {
    const shown = await named(job, list, await job.settled(progressBar('Comparing', 'BYTES')))
    const refusedFile = await keepRefused(server, file, shown)
    const done = dryRun || shown.status !== 'READY' ? shown : await stored(job, shown, list)
    if (dryRun && done.status === 'READY') await job.cancel()
    else if (done.status !== 'DONE') throw notStored(file, done, refusedFile)
    report(list, done, refusedFile)
  } finally {
    process.off('SIGINT', interrupted)
  }
}

/** The job, once somebody was asked what the list is called where nothing says it. */
async function named(job: ImportJob, { file }: ListToSend, shown: Job): Promise<Job> {
  if (!shown.asks.some((ask) => ask.startsWith('Nothing says what the list is called'))) return shown
  const title = await askedTitle(basename(file))
  if (title === null) return shown
  await job.call(title)
  return job.settled(progressBar('Comparing', 'BYTES'))
}

/** Ends a job that nobody wants any more, and says what is left of it. */
async function breakOff(job: ImportJob, file: string): Promise<void> {
  try {
    await job.cancel()
    const { isUnfinished, change } = await job.read()
    complain(
      isUnfinished
        ? `Broken off: ${file} is imported in part (${waysOutOfPart(change?.id ?? null)}).`
        : 'Broken off: nothing was imported.',
    )
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
  }
}

/** Asks, and stores what was shown, or what it is by then. */
async function stored(job: ImportJob, first: Job, list: ListToSend): Promise<Job> {
  let shown = first
  for (let tried = 0; shown.status === 'READY'; tried += 1) {
    if (tried === MOST_TRIES) throw new RefusedError(`Nothing was imported: ${shown.message ?? 'the graph changes'}.`)
    if (tried > 0 && shown.message !== null) complain(`${shown.message}.`)
    await requireYes(shown.asks, list).catch(async (error) => {
      await job.cancel()
      throw error
    })
    await job.confirm()
    shown = await job.settled(progressBar('Importing', 'BYTES'))
  }
  return shown
}

/** @throws RefusedError where somebody says no, or nobody is there to ask. */
async function requireYes(asks: readonly string[], list: ListToSend): Promise<void> {
  const lost = asks.filter((ask) => ask.startsWith('It '))
  const unusual = asks.filter((ask) => ask.startsWith('Unusual: '))
  for (const ask of asks) if (!lost.includes(ask) && !unusual.includes(ask)) complain(ask)
  if (unusual.length > 0 && !list.confirmUnusual) {
    const findings = unusual.map((ask) => ask.replace(/^Unusual: |\.$/g, ''))
    if (!(await askedUnusual(findings))) {
      throw new RefusedError(
        `Nothing was imported: in ${list.file}, ${findings.join('; ')}. Give --confirm-unusual if that is right.`,
      )
    }
  }
  if (lost.length > 0 && !list.confirmLoss) {
    const parts = lost.map((ask) => ask.replace(/^It |\.$/g, ''))
    if (!(await askedWhetherLost(list.file, parts))) {
      throw new RefusedError(
        `Nothing was imported: ${list.file} ${parts.join('; ')}. Give --update if it only corrects or adds. Give --confirm-loss if that is right.`,
      )
    }
  }
}

/** Fetches what was not taken, and returns where it is; null where all was. */
async function keepRefused(server: RunningServer, file: string, { refusalsAddress }: Job): Promise<string | null> {
  if (refusalsAddress === null) return null
  const { body } = await server.send(refusalsAddress)
  if (!body) return null
  const path = `${file}.refused.csv`
  await pipeline(body, createWriteStream(path))
  return path
}

function notStored(
  file: string,
  { status, message, isUnfinished, change }: Job,
  refusedFile: string | null,
): RefusedError {
  const words: Partial<Record<Job['status'], string>> = { CANCELLED: 'it was ended', BROKEN_OFF: 'the server ended' }
  const why = message ?? words[status] ?? 'it failed'
  const listed = refusedFile === null ? '' : ` Listed in ${refusedFile}.`
  if (isUnfinished) {
    const ways = waysOutOfPart(change?.id ?? null)
    return new RefusedError(`${file} is imported in part: ${why} (${ways}).${listed}`)
  }
  const begins = why.startsWith('Nothing was imported') ? '' : 'Nothing was imported: '
  return new RefusedError(`${begins}${why}${why.endsWith('.') ? '' : '.'}${listed}`)
}

/** Says what the list did, or would do, in the words of an import into a graph of one's own. */
function report(
  { file, dryRun }: ListToSend,
  { summary, source, change, title, remarks, asks }: Job,
  refusedFile: string | null,
) {
  for (const remark of remarks) complain(remark)
  if (summary === null) return
  const as = source?.id ?? title
  say(`${dryRun ? 'Would import' : 'Imported'} ${file} as ${as}: ${countsOf(summary)}.`)
  const { cellsLost, leftOut, refused } = summary
  if (cellsLost > 0) say(`Values ${dryRun ? 'that would go' : 'gone'} though their row stays: ${cellsLost}.`)
  if (dryRun) for (const ask of asks) say(`Would ask first: ${ask}`)
  if (leftOut > 0) say(`Left out: ${leftOut}.`)
  if (refusedFile !== null && refused > 0)
    say(`Refused rows: ${refused}; listed with what was left out in ${refusedFile}.`)
  else if (refusedFile !== null) say(`Cells that were not read are listed with what was left out in ${refusedFile}.`)
  reportChange(change?.id ?? null)
}
