import { createInterface } from 'node:readline/promises'
import { Command, InvalidArgumentError } from 'commander'
import type { Graph } from '../graph/graph.js'
import { type Imported, importFirms, importTies, type SaidOfFile, tieFiles } from '../import/firms/import-files.js'
import type { PublishOptions } from '../import/firms/publish.js'
import { importBolagsverket, importScb } from '../import/firms/registers.js'
import type { Asked } from '../import/firms/selection.js'
import { progressBar } from '../progress.js'
import { enteringText, textFaults } from '../text/entering-text.js'
import { type CellOptions, saidOfCells, withCellOptions, withSniEdition } from './cell-options.js'
import { type ListOptions, list, saidOfList } from './list-options.js'

import { complain, say } from './say.js'
import { withGraph } from './with-graph.js'

interface FileOptions extends ListOptions {
  readonly title?: string
  readonly publisher?: string
  readonly edition?: string
  readonly dryRun?: boolean
  readonly confirmLoss?: boolean
  readonly confirmUnusual?: boolean
}

interface FirmOptions extends FileOptions, CellOptions {
  readonly county?: readonly string[]
  readonly sni?: readonly string[]
}

const columns = {
  supplies: 'supplier, buyer, category, phase, since, until (leverantör, köpare, kategori, fas, från, till)',
  needs: 'firm, need (företag, behov)',
  requirements: 'firm, requirement, status: FULFILLED or LACKING (företag, krav, status)',
} as const

/** `norrgraph import firms|supplies|needs|requirements|register`: a user's files, and the public registers. */
export function firmCommands(): Command[] {
  const firms = withCellOptions(asked(list(fileCommand('firms', 'firms from a list: .xlsx or CSV'))))
    .addHelpText(
      'after',
      '\nColumns: organisationNumber, name, municipality, sni, employees, turnover (SEK million), source, asOf' +
        '\n(organisationsnummer, namn, kommun, sni, anställda, omsättning, källa, per), and other usual names;' +
        '\nthe unit of turnover in its header, as in Omsättning (tkr). CSV is parted by ; , or tabs.' +
        '\nWhat is refused is listed in FILE.refused.csv.',
    )
    .action((file: string, options: FirmOptions) =>
      withGraph(async (graph) =>
        report(
          file,
          options,
          await importFirms(
            graph,
            file,
            { ...said(options), cells: saidOfCells(options) },
            selection(options),
            publishing(options),
          ),
        ),
      ),
    )
  const ties = (['supplies', 'needs', 'requirements'] as const).map((kind) =>
    list(fileCommand(kind, `${kind} of firms that are in the graph, from a list: .xlsx or CSV`))
      .addHelpText('after', `\nColumns: ${columns[kind]}.\nWhat is refused is listed in FILE.refused.csv.`)
      .action((file: string, options: FileOptions) =>
        withGraph(async (graph) => report(file, options, await importTieFile(graph, kind, file, options))),
      ),
  )
  const register = new Command('register').description('firms from a public register, unpacked as it is published')
  for (const { name, description, read } of [
    { name: 'scb', description: 'scb_bulkfil_JE_….txt of Statistics Sweden', read: importScb },
    {
      name: 'bolagsverket',
      description: 'bolagsverket_bulkfil.txt of the Companies Registration Office',
      read: importBolagsverket,
    },
  ]) {
    register.addCommand(
      withSniEdition(asked(fileCommand(name, description))).action((file: string, options: FirmOptions) =>
        withGraph(async (graph) =>
          report(
            file,
            options,
            await read(
              graph,
              file,
              { ...said(options), ...saidOfCells(options) },
              selection(options),
              publishing(options),
            ),
          ),
        ),
      ),
    )
  }
  return [firms, ...ties, register]
}

/** Each kind with the reader of its own columns. */
function importTieFile(
  graph: Graph,
  kind: keyof typeof tieFiles,
  file: string,
  options: FileOptions,
): Promise<Imported> {
  const about = said(options)
  if (kind === 'supplies') return importTies(graph, kind, tieFiles.supplies, file, about, publishing(options))
  if (kind === 'needs') return importTies(graph, kind, tieFiles.needs, file, about, publishing(options))
  return importTies(graph, kind, tieFiles.requirements, file, about, publishing(options))
}

const fileCommand = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .argument('<file>', 'where they are')
    .option('--title <title>', "the source's title; files of the same title are editions of one source", someText)
    .option('--publisher <name>', 'who made it', someText)
    .option('--edition <edition>', 'such as 2026-11', someText)
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--confirm-loss', 'take away what the file no longer names, however much that is')

function someText(text: string): string {
  const entering = enteringText(text)
  if ('fault' in entering) throw new InvalidArgumentError(`it ${textFaults[entering.fault]}`)
  if (entering.text === '') throw new InvalidArgumentError('it says nothing')
  return entering.text
}

const asked = (command: Command): Command =>
  command
    .option('--county <code...>', 'only firms in these counties, such as 25', countyCode)
    .option('--sni <code...>', 'only firms of these industries, such as C, C25 or 25.11', sniPrefix)

function countyCode(text: string, before: readonly string[] = []): string[] {
  const [, code] = /^(?:county:)?(\d{2})$/.exec(text) ?? []
  if (code === undefined) throw new InvalidArgumentError('a code of two digits is asked for, such as 25')
  return [...before, code]
}

function sniPrefix(text: string, before: readonly string[] = []): string[] {
  const [, letter, digits] = /^([A-U]?)(\d{0,2}(?:\.?\d{1,3})?)$/.exec(text.toUpperCase()) ?? []
  if (letter === undefined || digits === undefined || text === '') {
    throw new InvalidArgumentError('a code of SNI 2007 is asked for, such as C, C25 or 25.11')
  }
  const plain = digits.replace('.', '')
  return [...before, plain.length > 2 ? plain : `${letter}${plain}`]
}

const said = ({ title, publisher, edition, ...options }: FileOptions): SaidOfFile => ({
  ...saidOfList(options),
  title: title ?? null,
  publisher: publisher ?? null,
  edition: edition ?? null,
})

const selection = ({ county, sni }: FirmOptions): Asked => ({ counties: county ?? null, sni: sni ?? null })

const publishing = ({ dryRun = false, confirmLoss = false, confirmUnusual = false }: FileOptions): PublishOptions => ({
  dryRun,
  confirmLoss: async (gone, previous) => confirmLoss || (await askedOnTerminal(gone, previous)),
  confirmUnusual: async (findings) => confirmUnusual || (await askedAboutUnusual(findings)),
  recordedAt: new Date().toISOString(),
  progress: progressBar('Importing', 'BYTES'),
})

async function askedOnTerminal(gone: number, previous: number): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`The file no longer names ${gone} of ${previous}. Take them away? (yes/no) `)
  terminal.close()
  return /^(y|yes|j|ja)$/i.test(answer.trim())
}

async function askedAboutUnusual(findings: readonly string[]): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`Unusual: ${findings.join('; ')}. Import it as it reads? (yes/no) `)
  terminal.close()
  return /^(y|yes|j|ja)$/i.test(answer.trim())
}

function report(file: string, { dryRun }: FileOptions, { source, outcome, remarks }: Imported): void {
  const { added, changed, unchanged, gone, refused, refusedFile, leftOut } = outcome
  for (const remark of remarks) complain(remark)
  const counts = `${added} new, ${changed} changed, ${unchanged} unchanged, ${gone} gone`
  say(`${dryRun ? 'Would import' : 'Imported'} ${file} as ${source.id}: ${counts}.`)
  for (const [reason, count] of leftOut) say(`Left out, ${reason}: ${count}.`)
  for (const { column, reason, count, lines } of refused.unreadCells()) {
    const more = lines.length < count ? ' …' : ''
    say(`Cells not read, ${column}: ${count}, ${reason} (line ${lines.join(', ')}${more}).`)
  }
  if (refusedFile === null) return
  const persons = refused.persons > 0 ? `, ${refused.persons} of them because a number can be a person's` : ''
  const listed = refused.listed.length < refused.count ? ` (the first ${refused.listed.length})` : ''
  say(`Refused rows: ${refused.count}${persons}; listed with what was left out in ${refusedFile}${listed}.`)
}
