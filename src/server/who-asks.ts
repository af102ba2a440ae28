import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { areAccountsKept, viewerOfAccount } from '../accounts/accounts.js'
import { digest } from '../accounts/secrets.js'
import { viewerOfToken } from '../accounts/tokens.js'
import { localEditor, tokenHolder, type Viewer } from '../accounts/viewer.js'
import type { Graph } from '../graph/graph.js'
import { today } from '../kernel/day.js'
import { UnauthenticatedError } from '../kernel/input-errors.js'
import type { ServerSettings } from '../startup/settings.js'
import { isOwnOrigin } from './origins.js'
import { isSetByProxies } from './proxy-headers.js'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** Whether an address is of this machine. */
const isLoopbackAddress = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

const isLoopbackHost = (host: string): boolean =>
  loopbackNames.has(host) || (isIP(host) === 4 && isLoopbackAddress(host))

/**
 * Whether a request asks for a host name that this server answers to: a page elsewhere cannot rebind its own to it.
 * Addresses cannot be rebound.
 */
export function answersTo(request: Pick<FastifyRequest, 'headers'>, { host, hosts, url }: ServerSettings): boolean {
  const name = hostName(request.headers.host)
  return (
    isIP(name.replace(/^\[|\]$/g, '')) !== 0 ||
    isLoopbackHost(name) ||
    name === host.toLowerCase() ||
    (url !== null && name === new URL(url).hostname) ||
    hosts.some((known) => known.toLowerCase() === name)
  )
}

const hostName = (host: string | undefined): string => (host ?? '').toLowerCase().replace(/:\d+$/, '')

/** What of a request tells whether anybody stands between. */
interface Asking extends Pick<FastifyRequest, 'headers' | 'socket'> {
  readonly raw: Pick<FastifyRequest['raw'], 'httpVersion'>
}

/** Whether somebody on this machine asks a server that listens there alone, with nobody between. */
export const isDirect = ({ headers, socket, raw }: Asking, { host }: Pick<ServerSettings, 'host'>): boolean =>
  // A proxy that was told nothing, as nginx, sets no header and speaks HTTP/1.0.
  raw.httpVersion !== '1.0' &&
  !Object.keys(headers).some(isSetByProxies) &&
  isLoopbackHost(host) &&
  isLoopbackHost(hostName(headers.host)) &&
  isLoopbackAddress(socket.remoteAddress ?? '')

/** What a graph is asked for who asks. */
type Asked = Pick<Graph, 'read' | 'generation'>

/** Tells who asks, once a request. */
export class WhoAsks {
  private readonly known = new WeakMap<FastifyRequest, Promise<Viewer | null>>()
  private kept: { readonly graph: Asked; readonly generation: number; readonly areKept: Promise<boolean> } | null = null

  constructor(
    private readonly holder: { readonly graph: Graph | null },
    private readonly settings: ServerSettings,
  ) {}

  /**
   * Who asks: whoever sends a token, or the cookie of a session from a page of this server; else, as long as there are no
   * accounts, whoever is on this machine and asks directly; null for all others.
   * @throws UnauthenticatedError for a token that is none or has ended.
   */
  of(request: FastifyRequest): Promise<Viewer | null> {
    const known = this.known.get(request) ?? this.find(request)
    this.known.set(request, known)
    return known
  }

  private async find(request: FastifyRequest): Promise<Viewer | null> {
    const secret = bearerIn(request.headers.authorization)
    const { token } = this.settings
    if (secret !== null && token !== null && isSame(secret, token)) return tokenHolder
    const { graph } = this.holder
    if (!graph) return null
    if (secret !== null) {
      const viewer = await viewerOfToken(graph, secret, today())
      if (viewer) return viewer
      throw new UnauthenticatedError('The token is none of this server, or has ended')
    }
    if (!isOwnOrigin(request, this.settings)) return null
    const { account } = request.session ?? {}
    if (account) return viewerOfAccount(graph, account, today())
    const isLocal = this.settings.anonymousWrites && isDirect(request, this.settings)
    return isLocal && !(await this.areAccountsKept(graph)) ? localEditor : null
  }

  /** Whether there is any account, asked once for a generation of the graph. */
  private async areAccountsKept(graph: Asked): Promise<boolean> {
    const generation = await graph.generation()
    if (this.kept?.graph === graph && this.kept.generation === generation) return this.kept.areKept
    const areKept = areAccountsKept(graph)
    this.kept = { graph, generation, areKept }
    areKept.catch(() => {
      this.kept = null
    })
    return areKept
  }
}

/** What follows `Bearer`, in any case; null for other ways of signing in, which are somebody else's. */
function bearerIn(authorization: string | undefined): string | null {
  const [, secret] = /^bearer +(\S.*?) *$/i.exec(authorization ?? '') ?? []
  return secret ?? null
}

/** In the same time, however much of it is right. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)))
