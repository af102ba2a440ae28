import { BadUserInputError } from '../../kernel/input-errors.js'
import type { TableQuestion } from '../table/stored-table.js'

/** How much is drawn at most. */
export interface DrawBounds {
  readonly draws: number
  /** Systems of equations · n³. */
  readonly steps: number
  /** Industries of the largest table that is drawn from. */
  readonly industries: number
  /** With how many correlations each draw is calculated at least. */
  readonly correlations: number
}

/** Of a request: some 20 s of one core, within which 100 000 draws of 59 industries are; a draw of a larger table takes seconds. */
export const drawsOfRequest: DrawBounds = { draws: 100_000, steps: 2.5e10, industries: 1_000, correlations: 1 }

/** Of a job: some hour of one core, and results that a server has room for. */
export const drawsOfJob: DrawBounds = { draws: 3_000_000, steps: 4.5e12, industries: 3_000, correlations: 3 }

const SMALLEST_SEED = -(2 ** 31)
const LARGEST_SEED = 2 ** 31 - 1

/** From what is drawn. */
export interface DrawnFrom {
  readonly industries: number
  /** Areas that are solved for apart. */
  readonly areas: number
}

/** From what a question's draws are made. */
export function drawnFrom({ table, assumptions, shocks }: TableQuestion): DrawnFrom {
  const counties = new Set(shocks.map(({ county }) => county)).size
  const areas = assumptions.regionalisation?.area === 'EACH' ? Math.max(1, counties) : 1
  return { industries: table.table.industries.length, areas }
}

/** The most draws that are made from a table of so many industries. */
export const mostDraws = ({ industries, areas }: DrawnFrom, most: DrawBounds = drawsOfRequest): number =>
  industries > most.industries
    ? 0
    : Math.min(most.draws, Math.floor(most.steps / (industries ** 3 * areas * most.correlations)))

/**
 * Refuses what is not drawn.
 * @param argument the argument that says how many, as it is named to who asks.
 * @throws BadUserInputError, which names the job that makes more where a request may not.
 */
export function checkDraws(
  draws: number,
  from: DrawnFrom,
  bounds: DrawBounds = drawsOfRequest,
  argument = 'draws',
): void {
  const most = mostDraws(from, bounds)
  if (Number.isInteger(draws) && draws >= 1 && draws <= most) return
  const ofJob = bounds === drawsOfRequest ? mostDraws(from, drawsOfJob) : 0
  const instead = ofJob > most && !(draws < 1) ? ` As a job (startDraws) up to ${ofJob} are.` : ''
  const { industries, areas } = from
  const apart = areas > 1 ? `, ${areas} areas apart,` : ''
  const reason =
    most === 0
      ? `The table has ${industries} industries; draws are made from tables of at most ${bounds.industries}.`
      : `${argument} is ${draws}; from a table of ${industries} industries${apart} 1–${most} are made.`
  throw new BadUserInputError(argument, `${reason}${instead}`)
}

/** @throws BadUserInputError for what is no whole number of 32 bits. */
export function checkSeed(seed: number, argument = 'seed'): void {
  if (Number.isInteger(seed) && seed >= SMALLEST_SEED && seed <= LARGEST_SEED) return
  throw new BadUserInputError(argument, `${argument} is ${seed}; it is a whole number of 32 bits.`)
}
