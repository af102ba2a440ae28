import { writeFile } from 'node:fs/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { stringify } from 'csv-stringify/sync'
import {
  closures,
  householdIncomes,
  minings,
  regionalAreas,
  regionalisationMethods,
  retentionRules,
} from '../edition/assumption-kinds.js'
import { readEdition } from '../edition/edition.js'
import { progressBar } from '../kernel/progress.js'
import { RefusedError } from '../kernel/refused-error.js'
import { placements } from '../spillover/model/placement.js'
import { mostDraws } from '../spillover/uncertainty/draw-bounds.js'
import { readSettings } from '../startup/settings.js'
import { type AskApi, byApi } from './asked-api.js'
import { inWordsOfOptions } from './regional-options.js'
import { drawsByJob } from './remote/draws-job.js'
import { say } from './say.js'
import { type SpilloverReport, spilloverAnswer, spilloverQuestion } from './spillover-answer.js'
import { addShock, inputOf, type SpilloverOptions } from './spillover-options.js'
import { capacityRows, displacementRows, peopleColumns } from './spillover-people-rows.js'
import { assumptionRows, cutRows, measureRows, spilloverRows } from './spillover-rows.js'
import { spilloverText } from './spillover-text.js'

/** `norrgraph spillover`: what ventures set off, as a table that a person reads, or as a file. */
export const spilloverCommand = (): Command =>
  new Command('spillover')
    .description("what ventures and other shocks set off; without options the region's own setting")
    .option('--establishment <id...>', 'only these ventures, such as lkab')
    .option('--only-shocks', 'no ventures, only the shocks that are named')
    .option('--year <year...>', "only these years of the ventures' new jobs", addYear)
    .option('--scenario <id>', 'such as public-pages-2026')
    .option(
      '--shock <shock>',
      "new production beside the ventures' (sector=C24,county=25,year=2027,jobs=300; output= for jobs=; durationYears= for work that ends), or how the ventures' jobs are read (FINAL_DEMAND, OUTPUT); may be given several times",
      addShock,
    )
    .option('--table <id>', 'the input-output table')
    .addOption(new Option('--closure <closure>', 'which effects are counted').choices(closures))
    .addOption(new Option('--household-income <income>', 'which income households spend').choices(householdIncomes))
    .option('--income-tax <share>', 'share of wages that goes to income tax', decimal)
    .option('--retention-share <share>', 'what of national industries stays', decimal)
    .addOption(new Option('--retention-apply <rule>', 'how it is cut').choices(retentionRules))
    .addOption(
      new Option(
        '--regionalisation <method>',
        "how the nation's table is made the region's: RETENTION is the rule above, the others are location quotients (FLQ where one is to be chosen; SLQ and CILQ leave more in the region, AFLQ a little more)",
      ).choices(['RETENTION', ...regionalisationMethods]),
    )
    .option(
      '--delta <delta>',
      'of FLQ and AFLQ: the larger, the less is bought in the region; 0.25 where left out',
      decimal,
    )
    .option('--household-delta <delta>', 'the same of what households buy; half of --delta where left out', decimal)
    .addOption(
      new Option(
        '--area <area>',
        "the region's counties as one economy, or each by itself, without what they sell one another",
      ).choices(regionalAreas),
    )
    .addOption(
      new Option('--mining <mining>', 'mining together with manufacturing, as it is counted, or apart from it').choices(
        minings,
      ),
    )
    .option('--employment <id>', 'who is employed where, which location quotients rest on')
    .option(
      '--from-regional-smes <share>',
      "what share of those hired comes from the region's small and medium-sized firms",
      decimal,
    )
    .option('--refilled <share>', 'what share of the places that come free there is filled again', decimal)
    .addOption(new Option('--placement <placement>', 'in which county jobs are counted').choices(placements))
    .option('--draws <count>', 'show between which values the spillover lies in so many random draws', wholeNumber)
    .option(
      '--seed <number>',
      'what the draws begin from; the same gives the same (with --draws; 1 where left out)',
      wholeNumber,
    )
    .option(
      '--correlation <share>',
      'how far errors of coefficients go together in the draws, 0-1 (with --draws; 0.25 where left out)',
      decimal,
    )
    .option(
      '--out <file>',
      'a .csv of every cut, the draws, and who is needed against who is employed, or a .json of everything, instead of the table',
      outFile,
    )
    .option('--url <address>', 'ask a running server instead of opening the graph')
    .action(runSpillover)

async function runSpillover(options: SpilloverOptions): Promise<void> {
  const { draws, seed, correlation } = options
  if (draws === undefined && seed !== undefined) throw new RefusedError('--seed goes with --draws')
  if (draws === undefined && correlation !== undefined) throw new RefusedError('--correlation goes with --draws')
  const edition = await readEdition(readSettings(process.env).seed)
  const variables = {
    input: inputOf(options, edition),
    inFull: options.out !== undefined,
    withDraws: draws !== undefined,
    draws: draws ?? 1,
    seed: seed ?? 1,
    correlation: correlation ?? null,
  }
  const progress = afterASecond('Opening the graph and calculating …')
  try {
    const answered = options.url === undefined ? answerHere : answerThere
    const report = await byApi(options, (ask) => inWordsOfOptions(answered(ask, variables)), progressBar('Drawing'))
    if (options.out === undefined) console.log(spilloverText(report))
    else {
      await writeFile(options.out, options.out.endsWith('.json') ? jsonOf(report) : csvOf(report))
      say(`Wrote ${options.out}.`)
    }
  } finally {
    clearTimeout(progress)
  }
}

interface Asked {
  readonly input: unknown
  /** With whom it takes by county and group, for a file. */
  readonly inFull: boolean
  readonly withDraws: boolean
  readonly draws: number
  readonly seed: number
  readonly correlation: number | null
}

const answerHere = async (ask: AskApi, asked: Asked): Promise<SpilloverReport> =>
  spilloverAnswer.parse(await ask(spilloverQuestion, { ...asked })).spillover

/** Of a running server, which makes more draws than a request may as a job. */
async function answerThere(ask: AskApi, asked: Asked): Promise<SpilloverReport> {
  const { input, withDraws, draws, seed, correlation } = asked
  const report = await answerHere(ask, { ...asked, withDraws: false })
  if (!withDraws) return report
  // What a request may ask is a third of it, since the answer is shown at three correlations.
  const areas = report.assumptions.regionalisation.area === 'EACH' ? Math.max(1, report.byCounty.length) : 1
  const most = Math.floor(mostDraws({ industries: report.bySector.length, areas }) / 3)
  if (draws <= most) return answerHere(ask, asked)
  return { ...report, uncertainty: await drawsByJob(ask, { spillover: input, draws, seed, correlation }) }
}

const afterASecond = (text: string): NodeJS.Timeout => setTimeout(() => console.error(text), 1000)

const jsonOf = (report: SpilloverReport): string => `${JSON.stringify(report, null, 2)}\n`

const csvOf = (report: SpilloverReport): string =>
  stringify(
    [
      ...cutRows(report),
      ...measureRows(report),
      ...spilloverRows(report),
      ...assumptionRows(report),
      ...displacementRows(report),
      ...capacityRows(report),
    ],
    {
      header: true,
      columns: ['cut', 'key', 'name', 'direct', 'indirect', 'induced', 'spillover', ...peopleColumns],
    },
  )

const addYear = (text: string, before: readonly number[] = []): number[] => {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('a year such as 2024 is asked for')
  return [...before, Number(text)]
}

function wholeNumber(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('a whole number is asked for')
  return Number(text)
}

function decimal(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value)) throw new InvalidArgumentError('a number such as 0.27 is asked for')
  return value
}

function outFile(name: string): string {
  if (/\.(csv|json)$/.test(name)) return name
  throw new InvalidArgumentError('a name that ends in .csv or .json is asked for')
}
