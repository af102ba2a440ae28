/** A process that serves HTTP and belongs to whoever started it. */
export interface Served {
  readonly address: string
  /** Ends the process. */
  stop(): Promise<void>
}

/** Does some work with a process that serves, which ends after it, however the work went. */
export async function whileRunning<Process extends Served, Result>(
  start: Promise<Process>,
  work: (served: Process) => Promise<Result>,
): Promise<Result> {
  const served = await start
  try {
    return await work(served)
  } finally {
    await served.stop()
  }
}
