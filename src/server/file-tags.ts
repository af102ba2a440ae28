import { createHash, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { today } from '../kernel/day.js'
import { mayBeKept, reader } from './kept-answers.js'
import type { WhoAsks } from './who-asks.js'

/**
 * Tells by which state of the graph a file was made, so that it is not made again for who has it: as long as graph and day
 * are the same and this server runs, so is the file of an address for whoever asked.
 */
export class FileTags {
  /** What else a file depends on, such as the program and the region's folder, is read when the server starts. */
  private readonly server = randomUUID()

  constructor(
    private readonly graph: { generation(): Promise<number | null> },
    private readonly who: WhoAsks,
  ) {}

  /** The tag of a request's file as it would be made now; null where the graph cannot be asked. */
  async of(request: FastifyRequest): Promise<string | null> {
    const [generation, viewer] = await Promise.all([this.graph.generation(), this.who.of(request)])
    if (generation === null) return null
    const state = JSON.stringify([this.server, generation, today(), reader(viewer), request.url])
    return `W/"${createHash('sha256').update(state).digest('base64url')}"`
  }
}

/** Whether who asks has the file already. */
export const isThere = ({ headers }: FastifyRequest, tag: string | null): boolean =>
  tag !== null && headers['if-none-match'] === tag

/** Says that a file may be kept under a tag, as long as the server says that it holds. */
export function taggedBy(reply: FastifyReply, tag: string | null): FastifyReply {
  return tag === null ? reply : reply.headers({ etag: tag, 'cache-control': mayBeKept })
}
