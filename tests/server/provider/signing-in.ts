import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { createApp } from '../../../src/server/app.js'
import { openLog } from '../../../src/server/log.js'
import type { ServerSettings } from '../../../src/startup/settings.js'
import { localSettings } from '../../contract/api.js'
import { edition } from '../../edition.js'
import { openSeededApp, type SeededApp } from '../seeded-app.js'
import { Browser, type Page } from './browser.js'
import { type RealProvider, startProvider } from './real-provider.js'

/** Addresses that servers of tests are known by. */
export const loopback = 'http://localhost:4000'
export const https = 'https://norrgraph.example'

/** Addresses that the provider leads back to. */
export const returning = /\/sign-in\/return/

/** Whom the provider knows, and who that is here. */
const known = { subject: 'one', claims: { preferred_username: 'eva.ek@kommun.example', name: 'Eva Ek' } }
export const eva = { name: 'eva.ek@kommun.example', displayName: 'Eva Ek', role: 'READER', hasPassword: false }

/** A provider, and servers that know it; they are there within cases and hooks. */
export interface SigningIn {
  readonly graph: SeededApp['graph']
  readonly provider: RealProvider
  /** The server of this case. */
  readonly app: FastifyInstance
  /** Lines of its log that somebody has to look at. */
  readonly logged: readonly string[]
  /** Every line that it wrote to its log. */
  readonly written: readonly string[]
  /** Opens a server. */
  open(own?: Partial<ServerSettings>): Promise<FastifyInstance>
  /** Opens one on this machine, and a browser before it. */
  browse(own?: Partial<ServerSettings>): Promise<Browser>
  /** Neither pages nor lines of the log hold what only the provider and the server know, or where in the program it was. */
  expectNothingTold(...pages: readonly Page[]): void
}

/** Declares what a file of cases needs that sign in by a provider. */
export function signingIn(): SigningIn {
  let seeded: SeededApp
  let provider: RealProvider
  let app: FastifyInstance
  let written: string[] = []
  beforeAll(async () => {
    seeded = await openSeededApp()
    provider = await startProvider([loopback, https].map((origin) => `${origin}/sign-in/return`))
  }, 60_000)
  afterAll(async () => {
    await provider.close()
    await seeded.close()
  })
  afterEach(async () => {
    provider.faults = {}
    Object.assign(provider.known, known)
    await app.close()
  })
  return {
    get graph() {
      return seeded.graph
    },
    get provider() {
      return provider
    },
    get app() {
      return app
    },
    get logged() {
      return written.filter((line) => !/^\{"level":30,/.test(line))
    },
    get written() {
      return written
    },
    async open(own = {}) {
      written = []
      const { issuer, client } = provider
      const settings = { ...localSettings, anonymousWrites: false, provider: { issuer, ...client }, ...own }
      const log = openLog({ write: (line) => void written.push(line) })
      app = await createApp({ graph: seeded.graph, edition }, settings, log)
      return app
    },
    async browse(own) {
      return new Browser(await this.open(own), loopback)
    },
    expectNothingTold(...pages) {
      const secrets = provider.asked.flatMap((each) => ['code', 'code_verifier'].map((name) => each.get(name) ?? ''))
      const kept = [...secrets, ...provider.given, provider.client.clientSecret].filter((each) => each !== '')
      for (const text of [...pages.map(({ body }) => body), ...written]) {
        expect(kept.filter((each) => text.includes(each))).toEqual([])
        expect(text).not.toMatch(/node_modules|\.ts:\d|\n\s+at /)
      }
    },
  }
}
