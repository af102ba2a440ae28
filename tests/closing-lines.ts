import type { SerializedError } from 'vitest'
import type { Reporter, TestModule, Vitest } from 'vitest/node'

/** Ends a run's output with what could not be run on this machine, and with `N passed, N failed` alone on a line. */
export default class ClosingLines implements Reporter {
  private vitest: Vitest | undefined

  onInit(vitest: Vitest) {
    this.vitest = vitest
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]) {
    for (const line of [...this.notRunHere(), countLine(modules, unhandledErrors.length)]) this.vitest?.logger.log(line)
  }

  private notRunHere(): string[] {
    const provided = (this.vitest?.projects ?? []).map((project) => project.getProvidedContext())
    const servers = provided.flatMap(({ neo4j, newestNeo4j, chromium }) => [neo4j, newestNeo4j, chromium])
    const missing = servers.flatMap((server) =>
      server !== undefined && typeof server !== 'string' && 'missing' in server ? [server.missing] : [],
    )
    return [...new Set(missing)].map((name) => `Not run here: ${name}`)
  }
}

/** A file or hook that fails outside any test, and an error that belongs to none, count as one failure each. */
function countLine(modules: readonly TestModule[], unhandledErrors: number): string {
  let passed = 0
  let failed = unhandledErrors
  let skipped = 0
  for (const module of modules) {
    failed += module.errors().length
    for (const suite of module.children.allSuites()) failed += suite.errors().length
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') passed += 1
      else if (state === 'failed') failed += 1
      else skipped += 1
    }
  }
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
