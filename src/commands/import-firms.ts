import { Command, InvalidArgumentError } from 'commander'
import type { Knowledge } from '../edition/knowledge.js'
import type { Graph } from '../graph/graph.js'
import { type Imported, importFirms, importTies, type SaidOfFile, tieFiles } from '../import/firms/import-files.js'
import type { PublishingTo, PublishOptions } from '../import/firms/publish.js'
import { bolagsverketTitle, importBolagsverket, importScb, scbTitle } from '../import/firms/registers.js'
import { removeFirms } from '../import/firms/remove-firms.js'
import { type Asked, countyAsked, sniAsked } from '../import/firms/selection.js'
import { requireReadable } from '../import/readers/reading-error.js'
import type { ImportKind } from '../jobs/job.js'
import { progressBar } from '../kernel/progress.js'
import { RefusedError } from '../kernel/refused-error.js'
import { enteringText, textFaults } from '../text/entering-text.js'
import { askedLoss, askedTitle, askedUnusual } from './ask-on-terminal.js'
import { type CellOptions, saidOfCells, withCellOptions, withSniEdition } from './cell-options.js'
import { reportImport, reportRemoved } from './import-report.js'
import { type ListOptions, list, saidOfList } from './list-options.js'
import { importByServer } from './remote/import-list.js'
import { runningServer } from './remote/running-server.js'
import type { Fields } from './remote/upload.js'
import { withGraph } from './with-graph.js'

interface FileOptions extends ListOptions {
  readonly title?: string
  readonly publisher?: string
  readonly edition?: string
  readonly dryRun?: boolean
  readonly confirmLoss?: boolean
  readonly confirmUnusual?: boolean
  readonly update?: boolean
  readonly url?: string
}

interface FirmOptions extends FileOptions, CellOptions {
  readonly county?: readonly string[]
  readonly sni?: readonly string[]
  readonly remove?: readonly string[]
}

const columns = {
  supplies: 'supplier, buyer, category, phase, since, until (leverantör, köpare, kategori, fas, från, till)',
  needs: 'firm, need (företag, behov)',
  requirements: 'firm, requirement, status: FULFILLED or LACKING (företag, krav, status)',
} as const

const tieKinds = { supplies: 'SUPPLIES', needs: 'NEEDS', requirements: 'REQUIREMENTS' } as const

/** `norrgraph import firms|supplies|needs|requirements|register`: a user's files, and the public registers. */
export function firmCommands(): Command[] {
  const firms = removing(
    withCellOptions(asked(list(fileCommand('firms', 'firms from a list: .xlsx or CSV', '[file]')))),
  )
    .addHelpText(
      'after',
      '\nExample, which changes nothing: npx norrgraph import firms members.xlsx --title "Our members" --dry-run' +
        '\nColumns: organisationNumber, name, municipality, sni, employees, turnover (SEK million), source, asOf' +
        '\n(organisationsnummer, namn, kommun, sni, anställda, omsättning, källa, per), and other usual names;' +
        '\nthe unit of turnover in its header, as in Omsättning (tkr). CSV is separated by ; , or tabs.' +
        '\nWhat is refused is listed in FILE.refused.csv, beside the file. More: docs/your-files.md.',
    )
    .action((file: string | undefined, options: FirmOptions) =>
      bringOrRemove(file, options, { kind: 'firms', listed: 'FIRMS', title: null, read: readList }),
    )
  const ties = (['supplies', 'needs', 'requirements'] as const).map((kind) =>
    list(fileCommand(kind, `${kind} of firms that are in the graph, from a list: .xlsx or CSV`))
      .addHelpText('after', `\nColumns: ${columns[kind]}.\nWhat is refused is listed in FILE.refused.csv.`)
      .action(async (file: string, options: FileOptions) => {
        await requireReadable(file)
        if (options.url !== undefined) return sendList(options.url, tieKinds[kind], file, options)
        await withGraph(async (graph, edition) =>
          reportImport(file, options.dryRun ?? false, await importTieFile({ graph, edition }, kind, file, options)),
        )
      }),
  )
  const register = new Command('register').description('firms from a public register, unpacked as it is published')
  for (const { name, description, ...from } of [
    {
      name: 'scb',
      description: 'scb_bulkfil_JE_….txt of Statistics Sweden',
      ...({ kind: 'register', listed: 'REGISTER_SCB', title: scbTitle, read: readWith(importScb) } as const),
    },
    {
      name: 'bolagsverket',
      description: 'bolagsverket_bulkfil.txt of the Companies Registration Office',
      ...({
        kind: 'register',
        listed: 'REGISTER_BOLAGSVERKET',
        title: bolagsverketTitle,
        read: readWith(importBolagsverket),
      } as const),
    },
  ]) {
    register.addCommand(
      removing(withSniEdition(asked(fileCommand(name, description, '[file]')))).action(
        (file: string | undefined, options: FirmOptions) => bringOrRemove(file, options, from),
      ),
    )
  }
  return [firms, ...ties, register]
}

/** A kind of source that firms are in. */
interface FirmSource {
  readonly kind: 'firms' | 'register'
  /** What its lists are to a running server. */
  readonly listed: ImportKind
  /** What it is called unless the user says otherwise. */
  readonly title: string | null
  readonly read: (knowledge: Knowledge<Graph>, file: string, options: FirmOptions) => Promise<Imported>
}

const readList: FirmSource['read'] = (knowledge, file, options) =>
  importFirms(
    knowledge,
    file,
    { ...said(options), cells: saidOfCells(options) },
    selection(options),
    publishing(options),
  )

const readWith =
  (read: typeof importScb): FirmSource['read'] =>
  (knowledge, file, options) =>
    read(knowledge, file, { ...said(options), ...saidOfCells(options) }, selection(options), publishing(options))

/** Brings a file's firms in, or takes some out of the source. @throws RefusedError where it is not clear which. */
async function bringOrRemove(file: string | undefined, options: FirmOptions, from: FirmSource): Promise<void> {
  const { remove, dryRun = false } = options
  if (remove === undefined) {
    if (file === undefined) throw new RefusedError('Give a file, or --remove with the numbers that are to go.')
    await requireReadable(file)
    if (options.url !== undefined) return sendList(options.url, from.listed, file, options)
    return withGraph(async (graph, edition) =>
      reportImport(file, dryRun, await from.read({ graph, edition }, file, options)),
    )
  }
  const title = options.title ?? from.title
  if (options.url !== undefined) {
    throw new RefusedError('--remove works on the graph itself: end the server first, and leave --url out.')
  }
  if (file !== undefined || dryRun) throw new RefusedError('--remove takes numbers, and neither a file nor --dry-run.')
  if (title === null)
    throw new RefusedError('--remove also needs --title: the title of the list they are taken out of.')
  return withGraph(async (graph, edition) =>
    reportRemoved(await removeFirms({ graph, edition }, from.kind, title, remove, new Date().toISOString())),
  )
}

/** Has a running server bring a file in. */
async function sendList(url: string, kind: ImportKind, file: string, options: FirmOptions): Promise<void> {
  const { dryRun = false, confirmLoss = false, confirmUnusual = false } = options
  await importByServer(runningServer(url), {
    kind,
    file,
    fields: fieldsOf(options),
    dryRun,
    confirmLoss,
    confirmUnusual,
  })
}

/** What the options say, as `POST /imports` takes it. */
function fieldsOf(options: FirmOptions): Fields {
  const {
    title,
    publisher,
    edition,
    sheet,
    sniEdition,
    turnoverUnit,
    update,
    columns = [],
    county = [],
    sni = [],
  } = options
  const unit =
    turnoverUnit === undefined || turnoverUnit === null || turnoverUnit === 'OTHER_CURRENCY'
      ? undefined
      : turnoverUnit.word
  const said = { title, publisher, edition, sheet, sniEdition, turnoverUnit: unit, update: update ? 'yes' : undefined }
  return [
    ...Object.entries(said).flatMap(([name, value]): Fields => (value === undefined ? [] : [[name, value]])),
    ...columns.map(({ header, column }) => ['columns', `${header}=${column}`] as const),
    ...county.map((code) => ['county', code] as const),
    ...sni.map((code) => ['sni', code] as const),
  ]
}

/** Each kind with the reader of its own columns. */
function importTieFile(
  to: PublishingTo,
  kind: keyof typeof tieFiles,
  file: string,
  options: FileOptions,
): Promise<Imported> {
  const about = said(options)
  if (kind === 'supplies') return importTies(to, kind, tieFiles.supplies, file, about, publishing(options))
  if (kind === 'needs') return importTies(to, kind, tieFiles.needs, file, about, publishing(options))
  return importTies(to, kind, tieFiles.requirements, file, about, publishing(options))
}

const fileCommand = (name: string, description: string, argument = '<file>'): Command =>
  new Command(name)
    .description(description)
    .argument(argument, 'the file')
    .option('--title <title>', "the source's title; files of the same title are editions of one source", someText)
    .option('--publisher <name>', 'who made it', someText)
    .option('--edition <edition>', 'which edition of it this is, such as 2026-11', someText)
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--update', 'take the file for corrections: what it does not name or leaves empty stays')
    .option('--confirm-loss', 'take away what the file no longer says, however much that is')
    .option('--url <address>', 'bring it in by a running server, for an editor: NORRGRAPH_TOKEN has the token')

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

const removing = (command: Command): Command =>
  command.option('--remove <number...>', 'without a file: take these firms out of the source')

function countyCode(text: string, before: readonly string[] = []): string[] {
  const code = countyAsked(text)
  if (code === null) throw new InvalidArgumentError('a code of two digits is asked for, such as 25')
  return [...before, code]
}

function sniPrefix(text: string, before: readonly string[] = []): string[] {
  const code = sniAsked(text)
  if (code === null) throw new InvalidArgumentError('a code of SNI is asked for, such as C, C25 or 25.11')
  return [...before, code]
}

const said = ({ title, publisher, edition, ...options }: FileOptions): SaidOfFile => ({
  ...saidOfList(options),
  title: title ?? null,
  publisher: publisher ?? null,
  edition: edition ?? null,
})

const selection = ({ county, sni }: FirmOptions): Asked => ({ counties: county ?? null, sni: sni ?? null })

const publishing = (options: FileOptions): PublishOptions => {
  const { dryRun = false, confirmLoss = false, confirmUnusual = false, update = false } = options
  return {
    ...{ dryRun, update, askTitle: askedTitle },
    confirmLoss: async (loss) => confirmLoss || (await askedLoss(loss)),
    confirmUnusual: async (findings) => confirmUnusual || (await askedUnusual(findings)),
    recordedAt: new Date().toISOString(),
    progress: progressBar('Importing', 'BYTES'),
  }
}
