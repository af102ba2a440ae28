/** A process that serves HTTP and belongs to whoever started it. */
export interface Served {
  readonly address: string
  /** Ends the process. */
  stop(): Promise<void>
}
