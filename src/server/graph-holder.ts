import type { Edition } from '../edition/edition.js'
import type { Graph } from '../graph/graph.js'

/** The graph that the server answers from: none before it is open, and none while it shuts down. */
export interface GraphHolder {
  graph: Graph | null
  /** What the region's folder says. */
  readonly edition: Edition
}
