import type { Step } from './steps.js'

/** A municipality, and how much of something there is in it. */
export interface Area {
  readonly municipality: string
  readonly name: string
  /** Null where it is not known. */
  readonly value: number | null
  /** Name and value in words. */
  readonly label: string
  /** Where a click leads. */
  readonly href: string
  readonly chosen?: boolean
}

/** What is named on a map: some areas together, such as those of a county. */
export interface NamedAreas {
  readonly name: string
  readonly value: number
  readonly municipalities: readonly string[]
}

/** What is counted: each has a colour of its own. */
export type Counted = 'jobs' | 'gaps' | 'firms'

/** What a map's areas are coloured by. */
export interface Areas {
  readonly areas: readonly Area[]
  readonly of: Counted
  /** What is counted, in words, over the legend. */
  readonly unit: string
  /** What the map names, where that is not each area by itself. */
  readonly named?: readonly NamedAreas[]
}

const colours: Readonly<Record<Counted, string>> = { jobs: '--venture', gaps: '--none', firms: '--firm' }

/** The least that a colour is mixed into the land's, so that the first step stands out from nothing. */
const LEAST_PERCENT = 22

/** The colour of a step, stronger for more. */
export function colourOfStep(of: Counted, step: number, steps: number): string {
  const percent = LEAST_PERCENT + ((100 - LEAST_PERCENT) * step) / Math.max(1, steps - 1)
  return `color-mix(in oklab, var(${colours[of]}) ${Math.round(steps === 1 ? 70 : percent)}%, var(--land))`
}

/** Which step a value falls in; -1 for none. */
export const stepOf = (value: number | null, steps: readonly Step[]): number =>
  value === null ? -1 : steps.findIndex(({ from, to }) => value >= from && value <= to)
