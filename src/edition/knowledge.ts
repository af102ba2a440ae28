import type { GraphReader } from '../graph/graph.js'
import type { Edition } from './edition.js'

/** What a question is asked of: the graph, and what the region's folder says beside it. */
export interface Knowledge<Reader extends GraphReader = GraphReader> {
  readonly graph: Reader
  readonly edition: Edition
}
