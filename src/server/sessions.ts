import cookie from '@fastify/cookie'
import session from '@fastify/session'
import type { FastifyInstance, Session } from 'fastify'
import { endSession, keepSession, readSession, type SessionState } from '../accounts/sessions.js'
import type { Graph } from '../graph/graph.js'
import type { ServerSettings } from '../startup/settings.js'

declare module 'fastify' {
  interface Session extends Partial<{ -readonly [Part in keyof SessionState]: SessionState[Part] }> {}
}

/** The one cookie, which holds nothing but which session it is of. Behind https its name keeps other hosts from setting it. */
const cookieName = ({ url }: Pick<ServerSettings, 'url'>): string => (isSecure(url) ? '__Host-norrgraph' : 'norrgraph')

/** Whether people reach the server by https alone. */
export const isSecure = (url: string | null): boolean => url?.startsWith('https:') === true

/** Lets requests have sessions, which stand in the graph: only who signs in has one. */
export async function addSessions(
  app: FastifyInstance,
  holder: { readonly graph: Graph | null },
  settings: Pick<ServerSettings, 'url'>,
): Promise<void> {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(settings.url) } as const
  await app.register(cookie)
  await app.register(session, {
    secret: unsigned,
    cookieName: cookieName(settings),
    cookie: options,
    saveUninitialized: false,
    rolling: false,
    store: {
      get(id, done) {
        const { graph } = holder
        if (!graph) return done(null, null)
        readSession(graph, id).then(
          (state) => done(null, state && { ...state, cookie: { ...options, originalMaxAge: null } }),
          (error: unknown) => done(error),
        )
      },
      set(id, held, done) {
        const { graph } = holder
        const state = stateOf(held)
        if (!graph || (state.account === null && state.flow === null)) return done()
        keepSession(graph, id, state).then(() => done(), done)
      },
      destroy(id, done) {
        const { graph } = holder
        if (!graph) return done()
        endSession(graph, id).then(() => done(), done)
      },
    },
  })
}

const stateOf = ({ account = null, epoch = 0, flow = null }: Session): SessionState => ({ account, epoch, flow })

/** The cookie is 24 random bytes, of which the graph keeps a digest: a signature would prove nothing more. */
const unsigned = {
  sign: (id: string) => id,
  unsign: (value: string) => ({ valid: true, renew: false, value }),
}
