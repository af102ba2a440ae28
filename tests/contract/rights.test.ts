import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createAccount, updateAccount } from '../../src/accounts/accounts.js'
import { createToken, revokeToken } from '../../src/accounts/tokens.js'
import { localEditor, mayAs, type Role, type Viewer } from '../../src/accounts/viewer.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { today } from '../../src/kernel/day.js'
import { createApp } from '../../src/server/app.js'
import { createSchema } from '../../src/server/schema.js'
import type { Draft } from '../../src/writing/drafts/draft.js'
import { decideProposal } from '../../src/writing/proposals/decide-proposal.js'
import { proposeDraft } from '../../src/writing/proposals/propose-draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { localSettings } from './api.js'
import { allOfEntity, everyMutation, everyRoot } from './askable.js'
import { describeOnEachEngine } from './engines.js'
import {
  type Asker,
  accountName,
  actsFor,
  isFor,
  mutations,
  type Name,
  names,
  others,
  own,
  planted,
  queries,
  roleOf,
  viewerOf,
} from './rights-table.js'
import { changeOf, newOffer, offeredBy } from './writing-drafts.js'

const schema = createSchema()
const holderToken = 'the-token-of-the-server'
const password = 'gott om tid 7'

const expire = query<{ id: string; at: string }>()(
  'end a token in tests of rights',
  z.object({ count: z.number() }),
  'MATCH (token:AccessToken {id: $id}) SET token.expiresAt = $at RETURN count(token) AS count',
)

const told = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
})

describeOnEachEngine('rights', (_, engine, openSeeded) => {
  let graph: Graph
  let app: FastifyInstance
  let shared = ''
  let proposal = ''
  let job = ''
  let calculation = ''
  const askers: Asker[] = []
  /** Who is refused whatever they ask. */
  const ended: Asker[] = []

  const ask = (payload: object, headers: Asker['headers']) =>
    app.inject({ method: 'POST', url: '/graphql', headers: { host: 'localhost', ...headers }, payload })
  const get = (url: string, headers: Asker['headers']) =>
    app.inject({ method: 'GET', url, headers: { host: 'localhost', 'apollo-require-preflight': 'true', ...headers } })
  const as = (viewer: Viewer) => ({ graph, edition, viewer })
  const local: Asker = { called: 'local', name: 'local', role: 'EDITOR', headers: {} }
  const nobody: Asker = { called: 'nobody', name: null, role: null, headers: { via: '1.1 proxy' } }

  const write = (name: Name, draft: Draft, reason: string) => publishDraft(as(viewerOf(name)), { ...draft, reason })
  const propose = (name: Name, draft: Draft, reason: string) => proposeDraft(as(viewerOf(name)), { ...draft, reason })
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
  const signedIn = async (name: Name) => {
    const payload = { name: accountName(name), password }
    const answer = await app.inject({ method: 'POST', url: '/sign-in', headers: { host: 'localhost' }, payload })
    return { cookie: [answer.headers['set-cookie']].flat()[0]?.split(';')[0] ?? '' }
  }

  beforeAll(async () => {
    graph = await openSeeded()
    app = await createApp({ graph, edition }, { ...localSettings, token: holderToken }, pino({ level: 'silent' }))
    const ofMaria = await write('maria', newOffer({}, [offeredBy(own)]), 'skälet för marias ändring')
    shared = ofMaria.entity
    await write('sven', newOffer({}, [offeredBy(others)]), 'skälet för svens ändring')
    await write('eva', changeOf(shared, { values: { minAmount: 250_000 } }), 'skälet för evas ändring')
    const values = { descriptionSv: 'ordet i marias förslag' }
    proposal = (await propose('maria', changeOf(shared, { values }), 'skälet för marias förslag')).proposal
    const decision = { proposal, decision: 'REJECT', reason: 'skälet för avslaget' } as const
    await decideProposal(as(viewerOf('eva')), decision)
    await propose('rita', newOffer({ descriptionSv: 'ordet i ritas förslag' }, []), 'skälet för ritas förslag')
  }, 180_000)
  afterAll(async () => {
    await app.close()
    await graph.close()
  })

  /** A mutation is let through to its variables, of which there are none, or refused for what it takes. */
  async function gateOf(document: string, { headers }: Asker): Promise<string> {
    const answer = await ask({ query: document, variables: {} }, headers)
    const { code } = told.parse(answer.json()).errors?.[0]?.extensions ?? {}
    return `${code} ${answer.statusCode}`
  }
  const gate = (role: Role | null, least: Role): string =>
    role === null ? 'UNAUTHENTICATED 401' : mayAs({ role }, least) ? 'BAD_USER_INPUT 400' : 'FORBIDDEN 403'

  const mutationsOf = async (asker: Asker) => {
    const found: Record<string, string> = {}
    for (const { name, document } of everyMutation(schema)) found[name] = await gateOf(document, asker)
    return found
  }
  const wantedOf = ({ role }: Asker) =>
    Object.fromEntries(Object.entries(mutations).map(([name, least]) => [name, gate(role, least)]))

  it('as long as there is no account, are an editor’s for who works here, and nobody’s for others', async () => {
    for (const asker of [local, nobody]) expect(await mutationsOf(asker), asker.called).toEqual(wantedOf(asker))
  })

  describe('once there are accounts', () => {
    beforeAll(async () => {
      const admin: Viewer = { ...localEditor, role: 'ADMIN' }
      for (const name of ['adam', ...names.filter((each) => each !== 'adam')] as const) {
        const actor = actsFor[name]
        const asked = { name: accountName(name), displayName: `${name} visas som`, role: roleOf[name], password }
        await createAccount(graph, { ...asked, ...(actor ? { actsFor: [{ actor }] } : {}) }, today())
      }
      const tokenOf = (name: Name, role: Role) =>
        createToken(graph, admin, { name: `${name} har en nyckel`, account: accountName(name), role })
      for (const name of names) {
        const { secret } = await tokenOf(name, roleOf[name])
        if (name === 'lost') continue
        askers.push({ called: `${name}, signed in`, name, role: roleOf[name], headers: await signedIn(name) })
        askers.push({ called: `${name}’s token`, name, role: roleOf[name], headers: bearer(secret) })
      }
      const least = await tokenOf('adam', 'READER')
      askers.push({
        called: 'a token of less than its account',
        name: 'adam',
        role: 'READER',
        headers: bearer(least.secret),
      })
      askers.push({ called: 'the server’s token', name: 'token', role: 'ADMIN', headers: bearer(holderToken) })
      askers.push({ ...local, called: 'who works here', name: null, role: null }, nobody)
      const [expired, revoked, ofLost] = [
        await tokenOf('eva', 'EDITOR'),
        await tokenOf('eva', 'EDITOR'),
        await tokenOf('lost', 'EDITOR'),
      ]
      const session = await signedIn('lost')
      await updateAccount(graph, { name: accountName('lost'), isDisabled: true }, today())
      await revokeToken(graph, admin, revoked.token.id)
      await graph.transaction((transaction) =>
        transaction.write(expire, { id: expired.token.id, at: '2020-01-01T00:00:00.000Z' }),
      )
      askers.push({ called: 'a session of a disabled account', name: null, role: null, headers: session })
      for (const [called, { secret }] of [
        ...([
          ['an expired token', expired],
          ['a revoked token', revoked],
        ] as const),
        ['a token of a disabled account', ofLost] as const,
      ]) {
        ended.push({ called, name: null, role: null, headers: bearer(secret) })
      }
      job = await broughtIn()
      calculation = await begun()
    }, 180_000)

    /** Draws that a reader begins. */
    async function begun(): Promise<string> {
      const rita = askers.find(({ called }) => called === 'rita, signed in')?.headers ?? {}
      const draws = 'startDraws(input: { spillover: {}, draws: 2, seed: 1 })'
      const { body } = await ask({ query: `mutation { ${draws} { job { id author } } }` }, rita)
      const job = z.object({ id: z.string(), author: z.literal(accountName('rita')) })
      const { data } = z.object({ data: z.object({ startDraws: z.object({ job }) }) }).parse(JSON.parse(body))
      return data.startDraws.job.id
    }

    /** A list that an editor brings in, once it is looked at. */
    async function broughtIn(): Promise<string> {
      const eva = askers.find(({ called }) => called === 'eva, signed in')?.headers ?? {}
      const boundary = 'list-of-eva'
      const field = (name: string, value: string, more = '') =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
      const file = 'Organisationsnummer;Namn;Bolagsform\n5560000001;Provfirman AB;AB\n'
      const payload = `${field('kind', 'FIRMS')}${field('title', 'rubriken på evas lista')}${field('publisher', 'Någon')}${field('edition', '2026')}${field('file', file, '; filename="filen-som-eva-lämnade.csv"')}--${boundary}--\r\n`
      const headers = { host: 'localhost', 'content-type': `multipart/form-data; boundary=${boundary}`, ...eva }
      const answer = await app.inject({ method: 'POST', url: '/imports', headers, payload })
      expect(answer.statusCode, answer.body).toBe(202)
      const { id } = z.object({ id: z.string() }).parse(answer.json())
      const isLookedAt = async () => {
        const { body } = await ask({ query: `{ importJob(id: "${id}") { status } }` }, eva)
        expect(body).not.toMatch(/QUEUED|COMPARING/)
      }
      await vi.waitFor(isLookedAt, { timeout: 30_000, interval: 50 })
      return id
    }

    it('let nobody ask more than their role, by whatever they are known', async () => {
      for (const asker of askers) expect(await mutationsOf(asker), asker.called).toEqual(wantedOf(asker))
      for (const { headers, called } of ended) {
        for (const payload of [{ query: '{ viewer { name } }' }, { query: everyMutation(schema)[0]?.document }]) {
          const answer = await ask(payload, headers)
          expect([answer.statusCode, told.parse(answer.json()).errors?.[0]?.extensions.code], called).toEqual([
            401,
            'UNAUTHENTICATED',
          ])
          expect(told.parse(answer.json()).data ?? null).toBeNull()
        }
      }
    })

    it('of lists that are not for everyone are the same', async () => {
      for (const [name, least] of Object.entries(queries)) {
        const document = name.endsWith('Job')
          ? `{ ${name}(id: "${job}") { id } }`
          : name === 'editable' || name === 'proposal'
            ? `{ ${name}(id: "${name === 'proposal' ? proposal : own}") { id } }`
            : `{ ${name}(first: 1) { totalCount } }`
        for (const { role, headers, called } of askers) {
          const { errors } = told.parse((await ask({ query: document }, headers)).json())
          const wanted = gate(role, least)
          const got = errors?.[0]?.extensions.code ?? 'BAD_USER_INPUT'
          expect([called, name, got]).toEqual([called, name, wanted.split(' ')[0]])
        }
      }
    })

    const leaksIn = (body: string, asker: Asker): string[] =>
      planted.filter((each) => body.includes(each.word) && !isFor(each, asker)).map(({ word }) => word)

    /** What is asked of root fields that need something, or tell more by it. */
    const given = (): Record<string, string> => ({
      history: `of: "${shared}", first: 20`,
      node: `id: "${shared}"`,
      nodes: `ids: ["${shared}", "${own}"]`,
      changes: 'first: 20',
      proposal: `id: "${proposal}"`,
      proposals: 'first: 20',
      accounts: 'first: 20',
      importJob: `id: "${job}"`,
      calculationJob: `id: "${calculation}"`,
      importJobs: 'first: 20',
      toConfirm: `actor: "${own}", first: 5`,
      editable: `id: "${own}"`,
      supplierFirms: 'establishment: "establishment:lkab", first: 2',
      foundFor: `actor: "${own}"`,
      search: 'text: "Provlån", first: 5',
      entities: 'kind: INITIATIVE, first: 2',
      relations: `of: "${shared}", kind: OFFERS, direction: IN, first: 2`,
      relationCounts: `of: "${shared}"`,
      likelyDoubles: 'kind: INITIATIVE, first: 2',
      mergePreview: 'from: "initiative:provlan", into: "initiative:provlan-2"',
      neighbourhood: `of: ["${shared}"], depth: 1, limit: 10`,
      networkMetrics: `of: ["${shared}"], depth: 1, limit: 10`,
      supplyChain: 'of: "establishment:lkab", depth: 1, direction: UPSTREAM, limit: 10',
      chainExposure: 'of: "establishment:lkab", depth: 1',
      paths: `from: "${own}", to: "${shared}", limit: 2`,
      supportFor: 'profile: { municipality: "municipality:2580" }, first: 2',
      supplierMatches: 'establishment: "establishment:lkab", first: 2',
      supplyGaps: 'establishment: "establishment:lkab"',
      consortia:
        'establishment: "establishment:lkab", categories: ["category:welding"], maxFirms: 2, minEmployees: 1, first: 1',
      supportCoverage: 'by: COUNTY, needs: ["need:finance"]',
      supportWhatIf: `by: COUNTY, needs: ["need:finance"], change: { removeActors: ["${own}"] }`,
      compareRuns: 'a: "run:report", b: "run:report"',
      businessStructure: 'by: [SIZE_CLASS]',
      spillover: 'input: {}',
      spilloverRun: 'id: "run:report"',
      inputOutputTable: 'id: "table:unknown"',
      employmentTable: 'id: "employment:unknown"',
      establishment: 'id: "establishment:lkab"',
      timeline: 'establishment: "establishment:lkab"',
    })
    /** Resolvers are the same over both engines; Neo4j takes long to plan what is nested, and is asked for less of it. */
    const roots = (): string[] => {
      const flat = everyRoot(schema, given(), 0)
      return everyRoot(schema, given(), 1).map((question, index) =>
        engine === 'embedded' || isOfRegister(question) ? question : (flat[index] ?? question),
      )
    }
    const asks = (): string[] => [
      ...roots(),
      allOfEntity(schema, 'Initiative', shared, 1),
      allOfEntity(schema, 'SupportActor', own, 1),
      `{ node(id: "${proposal}") { id } }`,
      `{ history(of: "${proposal}") { totalCount } }`,
      `{ nodes(ids: ["account:${accountName('maria')}"]) { id } }`,
      `mutation { decideProposal(input: { proposal: "${proposal}", decision: APPROVE }) { proposal { author reason } } }`,
      `mutation { updateInitiative(input: { id: "${shared}", revision: 1, nameSv: "n" }) { change { author reason } } }`,
      'mutation { revokeToken(id: "token:unknown") { id } }',
    ]
    /** Those that hold the register and accounts, which take no calculation. */
    const isOfRegister = (question: string): boolean =>
      /^(mutation|\{ (history|node|nodes|changes|proposals?|accounts|importJobs?|viewer|signIn|unfinishedImports|spilloverRuns?)\b)/.test(
        question,
      )
    /** What is known by a token is what is known by a session: a few lists show it. */
    const isList = (question: string): boolean => /^\{ (changes|proposals|accounts|importJobs|viewer)\b/.test(question)
    const files = [
      ...[
        '/changes.atom',
        '/export/changes.csv',
        '/export/proposals.csv',
        '/export/initiatives.csv',
        '/export/sources.csv',
      ],
      ...['/export/spillover-runs.csv', '/health/ready', '/region.json', '/schema.graphql'],
    ]
    const filesOfShared = () => [
      `/export/history.csv?of=${shared}`,
      `/export/initiative-statements.csv?of=${shared}`,
      ...['graphml', 'gexf', 'json', 'jsonld', 'csv'].map(
        (format) => `/export/neighbourhood.${format}?of=${shared}&depth=1`,
      ),
      `/imports/${job}`,
      `/imports/${job}/refused.csv`,
      '/backup',
    ]

    it('show nobody what is not for them, whatever they ask', async () => {
      const whole = ['nobody', 'rita, signed in']
      const isBrief = ({ called, name }: Asker) => name === null || called.includes('token')
      for (const asker of askers) {
        const { headers, called } = asker
        const questions = asks().filter(
          (question) => whole.includes(called) || (isBrief(asker) ? isList : isOfRegister)(question),
        )
        const seen = new Set<string>()
        for (const question of questions) {
          const { body } = await ask({ query: question }, headers)
          const asked = question.slice(0, 120)
          expect([called, asked, leaksIn(body, asker)]).toEqual([called, asked, []])
          expect(body).not.toMatch(/GRAPHQL_VALIDATION_FAILED|REQUEST_TOO_LARGE/)
          for (const { word } of planted) if (body.includes(word)) seen.add(word)
        }
        for (const url of [...files, ...filesOfShared()]) {
          if (url === '/backup' && asker.role !== null && mayAs({ role: asker.role }, 'EDITOR') && isBrief(asker))
            continue
          const { body } = await get(url, headers)
          expect([called, url, leaksIn(body, asker)]).toEqual([called, url, []])
        }
        // What is theirs is there to be found: words that nobody sees would prove nothing.
        const theirs = planted.filter((each) => isFor(each, asker)).map(({ word }) => word)
        expect([called, theirs.filter((word) => !seen.has(word) && !isOnlyTold(word, asker))]).toEqual([called, []])
      }
    })

    /** Names of accounts that did nothing, which an editor who keeps none meets nowhere. */
    const isOnlyTold = (word: string, { role }: Asker): boolean =>
      role === 'EDITOR' && /^(kim|adam|eva)-konto$/.test(word)
  })
})
