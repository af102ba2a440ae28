import { graphql, parse, print } from 'graphql'
import { localAdmin } from '../accounts/viewer.js'
import { waysIn } from '../accounts/ways-in.js'
import type { Edition } from '../edition/edition.js'
import { leftOutIn } from '../edition/left-out.js'
import { Composer } from '../graph/compose/composer.js'
import type { Graph } from '../graph/graph.js'
import { readRedirects } from '../graph/redirects.js'
import { Jobs } from '../jobs/jobs.js'
import { today } from '../kernel/day.js'
import type { Progress } from '../kernel/progress.js'
import { RefusedError } from '../kernel/refused-error.js'
import { keptKnowledge } from '../reference/reference.js'
import { catalog } from '../server/catalog.js'
import { onlyOperation } from '../server/charges.js'
import { RedirectedIds } from '../server/redirected-ids.js'
import type { RequestContext } from '../server/request-context.js'
import { createSchema } from '../server/schema.js'
import { RunLoader } from '../spillover/runs/run-loader.js'
import { openDrawWorkers } from '../spillover/uncertainty/draw-workers.js'

type Variables = Readonly<Record<string, unknown>>

/**
 * Asks a graph that this process has open, as its ADMIN: nothing is kept from whoever may open it.
 * @param progress of what takes long.
 * @throws RefusedError
 */
export async function askGraph(
  graph: Graph,
  edition: Edition,
  source: string,
  variables: Variables,
  progress: Progress,
): Promise<unknown> {
  const drawWorkers = openDrawWorkers()
  try {
    const schema = createSchema()
    const contextValue: RequestContext = {
      ...keptKnowledge(graph, edition),
      composer: new Composer(graph, catalog, today(), leftOutIn(edition)),
      runs: new RunLoader({ graph, edition }),
      drawWorkers,
      jobs: new Jobs({ graph, edition }),
      viewer: localAdmin,
      waysIn: () => waysIn(graph, { provider: null, readers: 'ALL' }),
      // Whoever opens the graph itself has no log but what they are told.
      note: () => undefined,
      mergedAway: () => readRedirects(graph),
      signal: new AbortController().signal,
      progress,
    }
    const document = parse(source)
    const asked = { document, operation: onlyOperation(document), variables }
    const now = await new RedirectedIds(schema).of(asked, () => contextValue.mergedAway())
    const { data, errors } = await graphql({
      ...{ schema, contextValue, variableValues: now.variables },
      source: now.document === document ? source : print(now.document),
    })
    if (errors) throw new RefusedError(errors.map(({ message }) => message).join('\n'))
    return data
  } finally {
    await drawWorkers.end()
  }
}
