import { z } from 'zod'
import { sectorGroups } from '../classification/sector-group.js'
import type { SpilloverInput } from '../spillover/question/spillover-input.js'
import type { Uncertainty } from '../spillover/uncertainty/uncertainty.js'

/** What is calculated at length. */
export const calculationKinds = ['DRAWS', 'RUN'] as const
export type CalculationKind = (typeof calculationKinds)[number]

/** Draws that are to be made. */
export interface DrawsToMake {
  readonly spillover: SpilloverInput
  readonly draws: number
  readonly seed: number
  readonly correlation?: number | null
}

/** A run that is to be stored. */
export interface RunToStore {
  readonly spillover: SpilloverInput
  readonly name: string
}

const interval = { p5: z.number(), median: z.number(), p95: z.number() }

/** What draws gave, as it is kept. */
export const keptUncertainty: z.ZodType<Uncertainty, unknown> = z.object({
  draws: z.number(),
  rejected: z.number(),
  // Of draws that were made before errors went together, each stood by itself.
  correlation: z.number().default(0),
  parameters: z.array(
    z.object({
      name: z.string(),
      distribution: z.enum(['UNIFORM', 'LOGNORMAL']),
      low: z.number(),
      high: z.number(),
    }),
  ),
  total: z.object(interval),
  bySectorGroup: z.array(z.object({ ...interval, group: z.enum(sectorGroups).nullable() })),
  byCorrelation: z
    .array(z.object({ correlation: z.number(), rejected: z.number(), total: z.object(interval).nullable() }))
    .default([]),
})
