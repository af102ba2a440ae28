import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { totalEffects } from '#built/spillover/model/cube.js'
import { measuresOf } from '#built/spillover/model/measures.js'
import { alternatives, comparisons, temporaryYears, warningsOf } from '#built/spillover/question/answers.js'
import {
  countyRows,
  establishmentRows,
  groupRows,
  sectorRows,
  yearRows,
} from '#built/spillover/question/effect-rows.js'
import { filledQuestion } from '#built/spillover/question/question.js'
import { preparedTable } from '#built/spillover/table/stored-table.js'
import { openNorrgraph } from '#built/startup/open-norrgraph.js'
import { edition } from '../tests/edition.js'
import { askingAnew, dataOf, graphqlRequest } from './graphql.js'
import { httpClient } from './http-client.js'
import { startNorrgraph } from './norrgraph.js'
import { type Times, timeInTurn } from './timing.js'

const large = z.object({ ready: z.number(), shocks: z.array(z.number()), memory: z.number() })

/** What the calculation costs, alone and over GraphQL. */
export interface CalculationMeasurements {
  /** One scenario with everything selected, over HTTP. */
  readonly asked: Times
  /** The same parts as functions, in a process with the table at hand. */
  readonly pure: Times
  /** The effects of a scenario and their total alone. */
  readonly scenario: Times
  readonly large: z.infer<typeof large>
}

const inMemory = { engine: 'embedded', path: null } as const
const span = { warmUpMs: 2_000, measureMs: 4_000, most: 500 }

/** Measures the calculation of the report's ventures, and of one shock to a table of 3 000 industries. */
export async function measureCalculation(): Promise<CalculationMeasurements> {
  const largeShock = join(import.meta.dirname, 'large-shock.ts')
  return {
    ...(await measureReport()),
    large: large.parse(
      JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', largeShock], { encoding: 'utf8' })),
    ),
  }
}

async function measureReport(): Promise<Pick<CalculationMeasurements, 'asked' | 'pure' | 'scenario'>> {
  const graph = await openNorrgraph(inMemory, edition)
  const norrgraph = await startNorrgraph(inMemory)
  const client = httpClient(norrgraph.address)
  try {
    const body = graphqlRequest('spillover', { input: {} })
    dataOf(await client.post('/graphql', body))
    const question = await filledQuestion({ graph, edition }, {})
    const { table, shocks } = question
    const prepared = preparedTable(question)
    const pure = async () => {
      const answer = { ...question, effects: prepared.effects(shocks) }
      const rows = [groupRows, sectorRows, countyRows, yearRows, establishmentRows].map((cut) => cut(answer))
      const sums = [totalEffects(answer.effects), measuresOf(table.table, answer.effects)]
      const beside = [
        await temporaryYears(answer, undefined),
        await alternatives(edition, answer),
        await comparisons({ graph, edition }, answer),
      ]
      return [rows, sums, warningsOf(edition, answer), beside]
    }
    const [asked = [], calculated = []] = await timeInTurn([askingAnew(client, body), pure], span)
    const [scenario = []] = await timeInTurn([async () => totalEffects(prepared.effects(shocks))], span)
    return { asked, pure: calculated, scenario }
  } finally {
    client.close()
    await norrgraph.stop()
    await graph.close()
  }
}
