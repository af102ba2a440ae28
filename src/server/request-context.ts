import type { Viewer } from '../accounts/viewer.js'
import type { WaysIn } from '../accounts/ways-in.js'
import type { Composer } from '../graph/compose/composer.js'
import type { Graph } from '../graph/graph.js'
import type { Redirects } from '../graph/redirects.js'
import type { Jobs } from '../jobs/jobs.js'
import type { Note } from '../kernel/note.js'
import type { Progress } from '../kernel/progress.js'
import type { KeptKnowledge } from '../reference/reference.js'
import type { RunLoader } from '../spillover/runs/run-loader.js'
import type { DrawWorkers } from '../spillover/uncertainty/draw-workers.js'

/** What resolvers are given. */
export interface RequestContext extends KeptKnowledge<Graph> {
  /** Answers selections of entities from the graph; one a request. */
  readonly composer: Composer
  /** Lists that come in, one at a time. */
  readonly jobs: Jobs
  readonly drawWorkers: DrawWorkers
  /** How this server lets people in. */
  readonly waysIn: () => Promise<WaysIn>
  /** Who asks; null for whoever may only read. */
  readonly viewer: Viewer | null
  /** Notes in the log what whoever asks did. */
  readonly note: Note
  /** Ids of what was merged away, each with the one that answers now. */
  readonly mergedAway: () => Promise<Redirects>
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal
  /** Shows a person who waits how far draws have come. */
  readonly progress?: Progress
  /** Reads stored runs; one a request. */
  readonly runs: RunLoader
}
