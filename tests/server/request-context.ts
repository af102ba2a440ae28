import { localEditor } from '../../src/accounts/viewer.js'
import { waysIn } from '../../src/accounts/ways-in.js'
import { leftOutIn } from '../../src/edition/left-out.js'
import { Composer } from '../../src/graph/compose/composer.js'
import type { Graph } from '../../src/graph/graph.js'
import { readRedirects } from '../../src/graph/redirects.js'
import { Jobs } from '../../src/jobs/jobs.js'
import { keptKnowledge } from '../../src/reference/reference.js'
import { catalog } from '../../src/server/catalog.js'
import type { RequestContext } from '../../src/server/request-context.js'
import { RunLoader } from '../../src/spillover/runs/run-loader.js'
import { drawn } from '../../src/spillover/uncertainty/draws.js'
import { edition } from '../edition.js'

/** What resolvers are given by a request that comes on a day, for tests that ask the schema without a server. */
export function requestContext(graph: Graph, day: string, region = edition): RequestContext {
  return {
    ...keptKnowledge(graph, region),
    composer: new Composer(graph, catalog, day, leftOutIn(region)),
    runs: new RunLoader({ graph, edition: region }),
    drawWorkers: {
      run: async (model, seed, draws) => drawn({ model, seed, from: 0, to: draws }),
      end: async () => undefined,
    },
    viewer: localEditor,
    waysIn: () => waysIn(graph, { provider: null, readers: 'ALL' }),
    jobs: new Jobs({ graph, edition: region }),
    note: () => undefined,
    mergedAway: () => readRedirects(graph),
    signal: new AbortController().signal,
  }
}
