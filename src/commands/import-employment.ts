import { Command, InvalidArgumentError } from 'commander'
import { readOwnEmployment } from '../import/employment/own-employment.js'
import { storeEmployment } from '../import/employment/store-employment.js'
import { requireReadable } from '../import/readers/reading-error.js'
import { tableNodeId } from '../spillover/table/table-elements.js'
import { say } from './say.js'
import { withGraph } from './with-graph.js'

interface Options {
  readonly id?: string
  readonly title: string
  readonly publisher: string
  readonly edition: string
  readonly year: number
  readonly table?: string
  readonly industries?: string
}

/** `norrgraph import employment`: how many are employed in a region and its country, by group of industries. */
export const employmentCommand = (): Command =>
  new Command('employment')
    .description('how many are employed in a region and its country, by group of industries: a CSV file')
    .argument('<file>', 'the file: group,region,nation, or group,county,region,nation')
    .requiredOption('--title <title>', 'what it is called')
    .requiredOption('--publisher <name>', 'who published it')
    .requiredOption('--edition <edition>', 'which edition of it this is')
    .requiredOption('--year <year>', 'the year that its figures are of', year)
    .option('--id <id>', 'its id, such as own-2024; made of the title where left out')
    .option('--table <id>', "the input-output table whose industries are meant; the region's own where left out")
    .option('--industries <file>', 'which group each industry of the table is in: a CSV file of industry,group')
    .addHelpText(
      'after',
      '\nExample: npx norrgraph import employment employed.csv --title "Employed in our region" \\' +
        '\n  --publisher "Statistics office" --edition 2024 --year 2024' +
        '\n\nA row a group: how many work in the region and in the whole nation. With the column county, a row for each group' +
        '\nof each county, region being the county. A group is sections, such as A, B+C or R-U, or with --table also the code' +
        '\nof an industry; any other word needs --industries. Under an id that is there it takes its place.' +
        '\nMore: docs/your-files.md.',
    )
    .action(async (file: string, { id, table, industries, ...said }: Options) => {
      await requireReadable(file)
      if (industries !== undefined) await requireReadable(industries)
      await withGraph(async (graph, edition) => {
        const named = table === undefined || table.startsWith('table:') ? table : tableNodeId(table)
        const ofTable = named ?? (industries === undefined ? undefined : edition.spillover.table)
        const asked = { ...said, id: id ?? null, table: ofTable ?? null, industries: industries ?? null }
        const employment = await readOwnEmployment(graph, file, asked)
        const { replaced } = await storeEmployment({ graph, edition }, employment, new Date().toISOString())
        const { counties, groups } = employment
        const places = counties.length === 0 ? 'the region as a whole' : many(counties.length, 'county', 'counties')
        say(
          `${replaced ? 'Replaced' : 'Imported'} ${employment.id}: ${many(groups.length, 'group', 'groups')}, ${places}.`,
        )
      })
    })

function year(text: string): number {
  if (!/^(19|2[01])\d\d$/.test(text)) throw new InvalidArgumentError('a year such as 2024 is asked for')
  return Number(text)
}

const many = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`
