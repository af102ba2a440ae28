import { type Program, readyAddress, start } from '../process/program.js'

/** A server that pages are opened from. */
export interface Served {
  readonly address: string
  readonly program: Program
  stop(): Promise<void>
}

/** Starts the program with these settings, in memory where nothing else is said. */
export async function serve(environment: Record<string, string> = {}): Promise<Served> {
  const program = start('main.js', [], { NORRGRAPH_DATA: ':memory:', PORT: '0', ...environment })
  const address = await readyAddress(program)
  return {
    address,
    program,
    async stop() {
      program.child.kill('SIGTERM')
      await program.ended
    },
  }
}
