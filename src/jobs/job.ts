import { z } from 'zod'

/** Where a job stands. */
export const jobStatuses = [
  ...(['QUEUED', 'COMPARING', 'READY', 'RUNNING'] as const),
  ...(['DONE', 'FAILED', 'CANCELLED', 'BROKEN_OFF'] as const),
] as const
export type JobStatus = (typeof jobStatuses)[number]

/** Those in which something is still to become of a job. */
export const openStatuses = ['QUEUED', 'COMPARING', 'READY', 'RUNNING'] as const satisfies readonly JobStatus[]

/** Whether something is still to become of a job. */
export const isOpen = (status: JobStatus): boolean => openStatuses.some((open) => open === status)

/** Those in which nothing becomes of a job any more. */
export const endedStatuses = ['DONE', 'FAILED', 'CANCELLED', 'BROKEN_OFF'] as const satisfies readonly JobStatus[]

/** What a list is of. */
export const importKinds = [
  ...(['FIRMS', 'SUPPLIES', 'NEEDS', 'REQUIREMENTS', 'REGISTER_SCB', 'REGISTER_BOLAGSVERKET'] as const),
] as const
export type ImportKind = (typeof importKinds)[number]

/** What a list changes: rows, and values that go though their row stays. */
export const importSummary = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  gone: z.number(),
  refused: z.number(),
  leftOut: z.number(),
  cellsLost: z.number(),
})
export type ImportSummary = z.infer<typeof importSummary>

/** A column as the file calls it, and what it is read as; null for nothing. */
export const readColumn = z.object({ header: z.string(), column: z.string().nullable() })

/** A row, or a cell of one, that is not taken, as it may be shown. */
export const importRefusal = z.object({
  line: z.number(),
  what: z.enum(['REFUSED', 'CELL', 'LEFT_OUT']),
  firm: z.string().nullable(),
  column: z.string().nullable(),
  cell: z.string().nullable(),
  reason: z.string(),
})
export type ImportRefusal = z.infer<typeof importRefusal>

/** What is known of a list once it was held against the graph. */
export interface Compared {
  readonly title: string
  readonly rows: number
  readonly summary: ImportSummary
  readonly columns: readonly z.infer<typeof readColumn>[]
  readonly remarks: readonly string[]
  /** What is asked before it is stored. */
  readonly asks: readonly string[]
}

/** A job by its id, for an answer to read. */
export interface JobNamed {
  readonly job: string
}
