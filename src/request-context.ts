import type { Composer } from './graph/compose/composer.js'
import type { Graph } from './graph/graph.js'

/** What resolvers are given. */
export interface RequestContext {
  readonly graph: Graph
  /** Answers selections of entities from the graph; one a request. */
  readonly composer: Composer
}
