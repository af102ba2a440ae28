import { setMaxListeners } from 'node:events'
import type { FastifyReply } from 'fastify'
import type { Edition } from '../edition/edition.js'
import { GraphError } from '../graph/failure.js'
import type { Graph } from '../graph/graph.js'
import { KeptRedirects, type Redirects } from '../graph/redirects.js'
import { type QueueBounds, type RequestTurns, StatementQueue } from '../graph/statement-queue.js'
import { Reference, References } from '../reference/reference.js'
import type { ServerSettings } from '../startup/settings.js'
import type { GraphHolder } from './graph-holder.js'
import { RequestEnd } from './request-end.js'
import { boundedRows } from './statement-bounds.js'
import { unhurriedGraph } from './unhurried-graph.js'

/** What is kept of a graph for all requests. */
interface KeptOfGraph {
  readonly graph: Graph
  readonly queue: StatementQueue
  readonly references: References
  readonly redirects: KeptRedirects
}

/** Lets requests read from the graph, each within its time and all of them in turn. */
export class Requests {
  private queue: StatementQueue | null = null
  private kept: KeptOfGraph | null = null

  constructor(
    private readonly holder: GraphHolder,
    private readonly settings: Pick<ServerSettings, 'querySeconds'>,
    private readonly bounds?: QueueBounds,
  ) {}

  /** The graph as it is, without turns. */
  get graph(): Graph | null {
    return this.holder.graph
  }

  /** What the region's folder says. */
  get edition(): Edition {
    return this.holder.edition
  }

  /** The generation of the graph; null where none is open, or it cannot be asked: what is asked of it then says why. */
  async generation(): Promise<number | null> {
    return (await this.graph?.generation().catch(() => null)) ?? null
  }

  /**
   * Begins a request; null while no graph is open.
   * @param generation of the graph when it came, where that is known.
   */
  begin(
    reply: FastifyReply,
    generation: number | null = null,
  ): {
    readonly graph: Graph
    readonly edition: Edition
    readonly reference: Reference
    /** What was merged away, as the graph is now. */
    readonly mergedAway: () => Promise<Redirects>
    readonly end: RequestEnd
    readonly turns: RequestTurns
  } | null {
    const { graph, edition } = this.holder
    if (!graph) return null
    const { queue, references, redirects } = this.keptOf(graph, edition)
    const end = new RequestEnd(reply.raw, this.settings.querySeconds)
    const turns = queue.enter()
    const reference = new Reference(references, end.signal, generation)
    const mergedAway = () => redirects.of(generation)
    return { graph: inTurn(graph, turns, end, this.settings.querySeconds), edition, reference, mergedAway, end, turns }
  }

  /**
   * The graph as something reads it that has no time limit, such as a backup: each of its statements takes its turn as a
   * request of its own, and waits as long as it has to. Null while no graph is open.
   * @param signal aborted when nobody waits for it any more.
   */
  unhurried(signal: AbortSignal): Pick<Graph, 'snapshot'> | null {
    const { graph, edition } = this.holder
    if (!graph) return null
    const { queue } = this.keptOf(graph, edition)
    return unhurriedGraph(graph, queue, signal)
  }

  /** What was merged away; nothing while no graph is open. */
  async mergedAway(): Promise<Redirects> {
    const { graph, edition } = this.holder
    return graph ? this.keptOf(graph, edition).redirects.of(null) : new Map()
  }

  private keptOf(graph: Graph, edition: Edition): KeptOfGraph {
    if (this.kept?.graph === graph) return this.kept
    this.queue ??= new StatementQueue(graph.atOnce, this.bounds)
    const references = new References(readForMany(graph, this.queue, this.settings.querySeconds), edition)
    const kept = {
      graph,
      queue: this.queue,
      references,
      redirects: new KeptRedirects(graph, this.settings.querySeconds),
    }
    this.kept = kept
    return kept
  }
}

/** A graph as it is read for whoever asks: in turn, to the end, however few wait for it by then. */
function readForMany(graph: Graph, queue: StatementQueue, seconds: number): Pick<Graph, 'generation' | 'snapshot'> {
  const { signal } = new AbortController()
  setMaxListeners(0, signal)
  return {
    generation: graph.generation,
    snapshot(work) {
      const turns = queue.enter()
      return graph.snapshot((one, generation) =>
        work(
          {
            read: (query, parameters) =>
              turns.take(query.cypher, signal, () => one.read(query, parameters, { signal, seconds })),
          },
          generation,
        ),
      )
    },
  }
}

/** A graph as one request reads it; transactions, of which there is one at a time, take no turn. */
function inTurn(graph: Graph, turns: RequestTurns, end: RequestEnd, seconds: number): Graph {
  const { signal } = end
  const take = async <Result>(text: string, ask: () => Promise<Result>): Promise<Result> => {
    try {
      return await turns.take(text, signal, ask)
    } catch (error) {
      // Where one statement finds no room, the request has no answer, and its others leave theirs to other requests.
      if (error instanceof GraphError && error.kind === 'BUSY') end.end(error)
      throw error
    }
  }
  return {
    ...graph,
    read: async (query, parameters) =>
      boundedRows(await take(query.cypher, () => graph.read(query, parameters, { signal, seconds }))),
    similar: (words, limit) => take('similar', () => graph.similar(words, limit)),
  }
}
