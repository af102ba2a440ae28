#!/usr/bin/env node
import './kernel/production.js'
import { Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { accountCommands } from './commands/accounts/accounts.js'
import { tokenCommands } from './commands/accounts/tokens.js'
import { backupCommand, exportGraphCommand } from './commands/backup.js'
import { checkSeedCommand } from './commands/check-seed.js'
import { demoCommand } from './commands/demo.js'
import { employmentCommand } from './commands/import-employment.js'
import { firmCommands } from './commands/import-firms.js'
import { redactCommand } from './commands/redact.js'
import { say } from './commands/say.js'
import { spilloverCommand } from './commands/spillover.js'
import { undoImportCommand } from './commands/undo-import.js'
import { withGraph } from './commands/with-graph.js'
import type { Edition } from './edition/edition.js'
import { writeTableFiles } from './export/input-output-table.js'
import type { Graph } from './graph/graph.js'
import { openGraph } from './graph/open.js'
import { importGraph } from './import/graph.js'
import { readFigaro } from './import/input-output/figaro/figaro.js'
import { readScbWorkbook, type ScbIndustries } from './import/input-output/scb-workbook.js'
import { storeTable } from './import/input-output/store-table.js'
import { readTableFiles } from './import/input-output/table-files.js'
import { today } from './kernel/day.js'
import { programVersion } from './kernel/program-version.js'
import { progressBar } from './kernel/progress.js'
import { RefusedError } from './kernel/refused-error.js'
import { odditiesOf } from './spillover/model/oddities.js'
import type { InputOutputTable } from './spillover/model/table.js'
import { readTable } from './spillover/table/stored-table.js'
import { tableNodeId } from './spillover/table/table-elements.js'
import { fail } from './startup/problem.js'
import { readSettings } from './startup/settings.js'
import { lastSeenLines, readLastSeen } from './support/facts/last-seen.js'
import { withoutPersonNumbers } from './text/person-number.js'

const program = new Command('norrgraph')
  .description("A graph of a region's firms, ventures and support, with spillover calculated from it.")
  .version(programVersion)
  .addHelpText(
    'after',
    '\nSettings are environment variables: NORRGRAPH_DATA, NEO4J_URI and the others in docs/operations.md.',
  )

program
  .command('serve')
  .description('start the server')
  // No other command needs what serves.
  .action(async () => (await import('./serve.js')).serve(readSettings(process.env)))

program
  .command('seed')
  .description('bring a graph up to date with this version of the program, as every start does')
  .action(() => withGraph(async () => console.log('The graph is up to date.')))
  .addCommand(checkSeedCommand())

const importing = program.command('import').description('bring files into the graph')

importing
  .command('scb-io')
  .description("a year of Statistics Sweden's symmetric input-output tables as published, of industries or of products")
  .argument('<file>', 'the workbook (.xlsx)')
  .requiredOption('--year <year>', 'which of its years', wholeNumber)
  .addOption(
    new Option('--industries <count>', 'of the workbook of industries: as published (59), or aggregated').choices([
      '44',
      '59',
    ]),
  )
  .action(async (file: string, { year, industries }: { year: number; industries?: string }) => {
    const count: ScbIndustries | null = industries === undefined ? null : industries === '44' ? 44 : 59
    await importTable((edition) => readScbWorkbook(file, year, count, edition))
  })

importing
  .command('figaro')
  .description(
    "one country of Eurostat's FIGARO input-output tables of industries, as published (matrix or flat CSV, unpacked)",
  )
  .argument('<file>', 'such as matrix_eu-ic-io_ind-by-ind_24ed_….csv')
  .requiredOption('--country <code>', 'its two letters, as the file has them')
  .option('--year <year>', "the year, where the file's name does not tell", wholeNumber)
  .option('--edition <name>', "the edition, such as 24ed, where the file's name does not tell", editionName)
  .action(async (file: string, asked: { country: string; year?: number; edition?: string }) => {
    const { country, year = null, edition: called = null } = asked
    await importTable((edition, graph) =>
      readFigaro(file, { country, year, edition: called }, { graph, edition }, progressBar('Reading', 'BYTES')),
    )
  })

importing
  .command('io-table')
  .description('an input-output table as files: table.json, flows.csv, industries.csv')
  .argument('<folder>', 'where the files are')
  .action(async (folder: string) => importTable((edition) => readTableFiles(folder, edition, progressBar('Reading'))))

importing
  .command('graph')
  .description('a whole graph as norrgraph export graph wrote it, into one that holds nothing yet')
  .argument('<file>', 'JSON Lines')
  .action(async (file: string) => {
    const graph = await openGraph(readSettings(process.env).graph)
    try {
      const { nodes, relationships, changes, accounts } = await importGraph(graph, file, progressBar('Importing'))
      console.log(`Imported ${nodes} nodes and ${relationships} relationships.`)
      if (changes > 0) console.log(`The register of ${changes} changes came with them.`)
      if (accounts > 0)
        console.log(`So did ${accounts} accounts: who could sign in before can now. accounts list tells who.`)
    } finally {
      await graph.close()
    }
  })

importing.addCommand(employmentCommand())

for (const command of importing.commands) {
  command.addOption(new Option('--url <address>').hideHelp()).hook('preAction', (_, asked) => {
    if (asked.opts().url === undefined) return
    throw new RefusedError(
      `import ${asked.name()} works on the graph itself: end the server where it is embedded, and leave --url out.`,
    )
  })
}

for (const command of firmCommands()) importing.addCommand(command)

program.addCommand(undoImportCommand())
program.addCommand(redactCommand())

const exporting = program.command('export').description('take the graph, or parts of it, out as files')

exporting.addCommand(exportGraphCommand())

exporting
  .command('io-table')
  .description('an input-output table as files')
  .argument('<id>', 'of the table, with table: before it or not')
  .argument('<folder>', 'where the files go')
  .action((id: string, folder: string) =>
    withGraph(async (graph) => {
      const { table } = await readTable(graph, id.startsWith('table:') ? id : tableNodeId(id))
      await writeTableFiles(table, folder)
      say(`Wrote ${table.title} to ${folder}.`)
    }),
  )

program.addCommand(backupCommand())
program.addCommand(spilloverCommand())
program.addCommand(demoCommand())
program.addCommand(accountCommands())
program.addCommand(tokenCommands())

program
  .command('check')
  .description('look for what may be out of date')
  .command('sources')
  .description('in which year a page last named each initiative, support actor and venture, oldest first')
  .option('--as-of <date>', 'the day on which initiatives are in force or not', isoDate, today())
  .action(({ asOf }: { asOf: string }) =>
    withGraph(async (graph) => {
      for (const line of lastSeenLines(await readLastSeen(graph, asOf))) console.log(line)
    }),
  )

async function importTable(read: (edition: Edition, graph: Graph) => Promise<InputOutputTable>): Promise<void> {
  await withGraph(async (graph, edition) => {
    const table = await read(edition, graph)
    const { replaced } = await storeTable({ graph, edition }, table, new Date().toISOString(), progressBar('Storing'))
    const size = `${table.industries.length} ${table.kind === 'PRODUCT_BY_PRODUCT' ? 'products' : 'industries'}`
    const about = table.title.includes(size) ? table.title : `${table.title}, ${size}`
    say(`${replaced ? 'Replaced' : 'Imported'} ${tableNodeId(table.id)}: ${about}.`)
    for (const odd of odditiesOf(table).En) say(`Odd, and taken: ${odd}.`)
  })
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is asked for')
  return Number(text)
}

function editionName(text: string): string {
  if (!/^[a-z0-9]{1,20}$/i.test(text)) throw new InvalidArgumentError('letters and digits are asked for, such as 24ed')
  return text.toLowerCase()
}

function isoDate(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('a date such as 2026-11-24 is asked for')
  return text
}

/** What commander says of an option or argument repeats it. */
function speakWithoutPersonNumbers(command: Command): void {
  command.configureOutput({ outputError: (text, write) => write(withoutPersonNumbers(text)) })
  for (const each of command.commands) speakWithoutPersonNumbers(each)
}

// Whoever reads the output may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

speakWithoutPersonNumbers(program)
try {
  await program.parseAsync()
} catch (error) {
  fail(error)
}
