import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphElements } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { importFirms } from '../../src/import/firms/import-files.js'
import { today } from '../../src/kernel/day.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { Random } from '../differential/random.js'
import { edition } from '../edition.js'
import { modelMatches } from '../support/model-matches.js'
import { groundElements } from '../support/world-elements.js'
import type { World, WorldMeeting } from '../support/worlds.js'
import { type ModelTie, type Page, RegisterModel, type Said, type ThingKind, tieId } from '../writing/register-model.js'
import { type Api, openApi, type Reply } from './api.js'
import { describeOnEachEngine } from './engines.js'
import { replayed, saidBy, saidIn } from './replayed.js'

/** `REGISTER_SEQUENCES` tries more. */
/** The register is the same over both engines, and other tests hold these to each other: Neo4j is asked for less. */
const sequencesOn = {
  embedded: Number(process.env.REGISTER_SEQUENCES ?? 50),
  neo4j: Number(process.env.REGISTER_SEQUENCES ?? 20),
}
const STEPS = 14
const asked = today()

const pages: readonly Page[] = [
  { name: 'Page of 2024', asOf: '2024-05-01' },
  { name: 'Page of 2025', asOf: '2025-05-01' },
  { name: 'Page of 2026', asOf: '2026-05-01' },
]
/** Who writes without naming a source. */
const own: Page = { name: 'own', asOf: '9999-12-31' }

/** A list that is imported anew from time to time; its rows hold for no day of their own. */
const list: Page = { name: 'list', asOf: today() }
const numbers = [1, 2, 3, 4].map((index) => withCheckDigit(String(556_810_000 + index)))

const sourceOf = ({ name, asOf }: Page) => ({
  source: {
    title: name,
    publisher: 'Test',
    url: `https://example.org/${name.slice(-4)}`,
    year: Number(name.slice(-4)),
  },
  asOf,
})

const needs = ['need:finance', 'need:x', 'need:y']
const places = ['municipality:a', 'municipality:b', 'county:25', 'country:SE']
const strengths: Readonly<Record<string, 'CORE' | 'SIDE'>> = {
  'need:finance': 'CORE',
  'need:x': 'SIDE',
  'need:y': 'CORE',
}

/** How a relationship is written from either side, and whether its other end carries a strength. */
const actorTies = [
  { field: 'serves', type: 'SERVES', ends: places },
  { field: 'helpsWith', type: 'HELPS_WITH', ends: needs },
] as const
const initiativeTies = [
  { field: 'covers', type: 'COVERS', ends: places },
  { field: 'meets', type: 'MEETS', ends: needs },
] as const

interface Written {
  readonly input: Record<string, unknown>
  readonly fields: Record<string, Said>
  readonly add: (ModelTie & { strength?: string })[]
  readonly end: (ModelTie & { until: string })[]
}

/** Takes away what an earlier sequence left. */
const wipe = query<Record<never, never>>()(
  'take away what a sequence left',
  z.object({ count: z.number() }),
  `MATCH (node)
   WHERE node:SupportActor OR node:Initiative OR node:Firm OR node:Former OR node:Proposal OR node:ChangePart
   DETACH DELETE node
   RETURN count(*) AS count`,
)

/** What all worlds have; a list can name municipalities by their codes. */
function ground(): GraphElements {
  const { nodes, relationships } = groundElements()
  const coded = nodes.map((node, index) =>
    node.label === 'Municipality' ? { ...node, properties: { ...node.properties, code: String(9_900 + index) } } : node,
  )
  return { nodes: coded, relationships }
}

const changesCounted = query<Record<never, never>>()(
  'changes counted by a sequence',
  z.object({ count: z.number() }),
  "MATCH (state:NorrgraphState {id: 'state'}) RETURN coalesce(state.changes, 0) AS count",
)

const isWritten = (id: string): boolean => /^(?:actor|initiative|firm):/.test(id)
/** Sources stay from sequence to sequence. */
const isOfWorld = (line: string): boolean => !line.startsWith('["source:')

const changeOf = z.object({ change: z.object({ id: z.string() }) })

/** One sequence of changes on a graph and on the model of it. */
class Sequence {
  readonly model = new RegisterModel()
  private pending: { proposal: string; id: string; page: Page; written: Written; before: string }[] = []
  private names = 0

  constructor(
    private readonly api: Api,
    private readonly random: Random,
    private readonly prefix: string,
    private readonly bring: (rows: readonly string[], title: string) => Promise<void>,
  ) {}

  async step(): Promise<void> {
    const steps = [
      ...[() => this.create('ACTOR'), () => this.create('INITIATIVE'), () => this.create('FIRM')],
      ...[() => this.update(), () => this.update(), () => this.update(), () => this.update()],
      ...[() => this.end(), () => this.confirm(), () => this.propose(), () => this.decide()],
      ...[() => this.merge(), () => this.undo(), () => this.undo(), () => this.imports()],
    ]
    await this.random.pick(steps)()
  }

  private any(kinds: readonly ThingKind[]): string | null {
    const all = kinds.flatMap((kind) => this.model.there(kind))
    return all.length === 0 ? null : this.random.pick(all)
  }

  async create(kind: ThingKind): Promise<void> {
    const page = this.random.pick(pages)
    this.names += 1
    const name = `${this.prefix} ${kind.toLowerCase()} ${this.names}`
    const written = this.drawn(kind, null)
    const fields = { ...written.fields, name }
    const mutation = { ACTOR: 'createSupportActor', INITIATIVE: 'createInitiative', FIRM: 'createFirm' }[kind]
    const own =
      kind === 'FIRM'
        ? { name, legalForm: 'LIMITED_COMPANY' }
        : { nameSv: name, kind: kind === 'ACTOR' ? 'FUND' : 'LOAN' }
    const type = { ACTOR: 'actor', INITIATIVE: 'initiative', FIRM: 'firm' }[kind]
    const input = { ...own, ...sourceOf(page), ...written.input }
    const data = await this.api.data(
      `mutation ($input: Create${mutation.slice('create'.length)}Input!) {
        made: ${mutation}(input: $input) { made: ${type} { id } change { id } } }`,
      { input },
    )
    const { made } = z.object({ made: changeOf.extend({ made: z.object({ id: z.string() }) }) }).parse(data)
    const id = made.made.id
    const ties = <Tie extends ModelTie>(list: readonly Tie[]) => list.map((tie) => renamed(tie, '', id))
    this.model.create(id, kind, made.change.id, { page, fields, add: ties(written.add), end: ties(written.end) })
  }

  /** The same, but for nothing at all, which is refused. */
  private drawnSome(kind: ThingKind, id: string): Written {
    const written = this.drawn(kind, id)
    return Object.keys(written.input).length > 0 ? written : this.drawnSome(kind, id)
  }

  /** Values and relationships to write of an entity; of one that is not there yet it is called ''. */
  private drawn(kind: ThingKind, id: string | null): Written {
    const { random } = this
    const input: Record<string, unknown> = {}
    const fields: Record<string, Said> = {}
    const [add, end]: [Written['add'], Written['end']] = [[], []]
    if (kind === 'FIRM') {
      if (random.chance(0.6)) fields.employees = input.employees = this.nullable(id, random.pick([3, 12, 80]))
      if (random.chance(0.4)) fields.turnover = input.turnover = this.nullable(id, random.pick([5.5, 21]))
      return { input, fields, add, end }
    }
    if (random.chance(0.4)) fields.descriptionSv = input.descriptionSv = this.nullable(id, random.pick(['Ett', 'Två']))
    if (kind === 'INITIATIVE') {
      if (random.chance(0.4)) {
        const most = this.nullable(id, random.pick([9, 49]))
        fields.maxEmployees = most
        input.terms = { maxEmployees: most }
      }
      if (random.chance(0.3)) fields.help = input.help = random.pick([['LOAN'], ['LOAN', 'ADVICE']])
    }
    for (const { field, type, ends } of kind === 'ACTOR' ? actorTies : initiativeTies) {
      const drawn = random.some(ends, id === null ? 2 : 1)
      const tie = (to: string): ModelTie => ({ type, from: id ?? '', to })
      const isNeed = field === 'helpsWith' || field === 'meets'
      const said = (to: string) =>
        isNeed ? { need: to, strength: strengths[to] } : field === 'serves' ? { id: to } : to
      const ended = id === null ? [] : drawn.filter((to) => this.model.shownTie(tieId(tie(to))) && random.chance(0.4))
      const added = drawn.filter((to) => !ended.includes(to))
      const adding = added.map(said)
      if (adding.length + ended.length > 0) input[field] = id === null ? adding : { add: adding, end: ended }
      add.push(...added.map((to) => ({ ...tie(to), ...(isNeed ? { strength: strengths[to] ?? '' } : {}) })))
      end.push(...ended.map((to) => ({ ...tie(to), until: 'TODAY' })))
    }
    const actors = kind === 'INITIATIVE' ? this.model.there('ACTOR') : []
    if (actors.length > 0 && random.chance(0.7)) {
      const actor = random.pick(actors)
      input.offeredBy = id === null ? [actor] : { add: [actor] }
      add.push({ type: 'OFFERS', from: actor, to: id ?? '' })
    }
    return { input, fields, add, end }
  }

  /** An update may say that there is none. */
  private nullable<Value>(id: string | null, value: Value): Value | null {
    return id !== null && this.random.chance(0.25) ? null : value
  }

  async update(): Promise<void> {
    const id = this.any(['ACTOR', 'INITIATIVE', 'INITIATIVE', 'FIRM'])
    if (id === null) return
    const { kind, revision } = this.model.thing(id)
    const page = this.random.pick(pages)
    const written = this.drawnSome(kind, id)
    const reply = await this.write(id, { ...sourceOf(page), ...written.input, revision })
    const change = changeIn(reply)
    this.model.update(id, change, 'UPDATE', { page, ...written })
    const late = await this.write(id, { ...sourceOf(page), ...written.input, revision })
    expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', revision: revision + 1, changes: [change] })
  }

  private write(id: string, input: Record<string, unknown>): Promise<Reply> {
    const { kind } = this.model.thing(id)
    const type = { ACTOR: 'SupportActor', INITIATIVE: 'Initiative', FIRM: 'Firm' }[kind]
    return this.api.ask(
      `mutation ($input: Update${type}Input!) { made: update${type}(input: $input) { change { id } proposal { id } } }`,
      { input: { id, ...input } },
    )
  }

  async end(): Promise<void> {
    const id = this.any(['INITIATIVE'])
    if (id === null) return
    const [on, last] = this.random.pick([
      ['2026-11-01', '2026-10-31'],
      ['2999-12-24', '2999-12-23'],
    ])
    const reply = await this.api.ask(
      'mutation ($input: EndEntityInput!) { made: endInitiative(input: $input) { change { id } } }',
      { input: { id, on } },
    )
    this.model.update(id, changeIn(reply), 'END', { page: own, fields: { to: last ?? '' } })
  }

  async confirm(): Promise<void> {
    const id = this.any(['ACTOR', 'INITIATIVE'])
    if (id === null || this.isEnded(id)) return
    const day = this.random.pick(['2025-02-01', '2026-10-15'])
    const reply = await this.api.ask(
      'mutation ($input: ConfirmInput!) { made: confirm(input: $input) { changes { id } } }',
      { input: { ids: [id], asOf: day } },
    )
    const change = z
      .object({ made: z.object({ changes: z.array(z.object({ id: z.string() })).length(1) }) })
      .parse(dataOf(reply)).made.changes[0]
    const before = this.model.thing(id).says.get(own.name)?.fields.get('confirmedOn')
    const confirmedOn = typeof before === 'string' && before > day ? before : day
    this.model.update(id, change?.id ?? '', 'CONFIRM', { page: own, fields: { confirmedOn } })
  }

  private isEnded(id: string): boolean {
    const to = this.model.shown(id, 'to')
    return typeof to === 'string' && to < asked
  }

  async propose(): Promise<void> {
    const id = this.any(['ACTOR', 'INITIATIVE', 'FIRM'])
    if (id === null) return
    const { kind, revision } = this.model.thing(id)
    const page = this.random.pick(pages)
    const written = this.drawnSome(kind, id)
    const reply = await this.write(id, { ...sourceOf(page), ...written.input, revision, propose: true })
    const made = z.object({ made: z.object({ proposal: z.object({ id: z.string() }) }) }).parse(dataOf(reply)).made
    this.pending.push({ proposal: made.proposal.id, id, page, written, before: this.shownOf(id, written) })
  }

  async decide(): Promise<void> {
    const [first] = this.pending
    if (!first) return
    this.pending = this.pending.slice(1)
    const { proposal, id, page, written, before } = first
    const decision = this.random.pick(['APPROVE', 'APPROVE', 'REJECT'])
    const reply = await this.api.ask(
      `mutation ($input: DecideProposalInput!) {
        made: decideProposal(input: $input) { proposal { status } change { id } } }`,
      { input: { proposal, decision } },
    )
    const decided = z
      .object({
        made: z.object({ proposal: z.object({ status: z.string() }), change: z.object({ id: z.string() }).nullable() }),
      })
      .parse(dataOf(reply)).made
    if (decision === 'REJECT') {
      expect(decided).toEqual({ proposal: { status: 'REJECTED' }, change: null })
      return
    }
    const isOut = this.model.thing(this.model.now(id)).life === 'OUT'
    const isStale = isOut || this.shownOf(id, written) !== before
    expect([id, decided.proposal.status]).toEqual([id, isStale ? 'STALE' : 'APPROVED'])
    if (isStale) return
    this.model.update(this.model.now(id), decided.change?.id ?? '', 'UPDATE', this.today({ page, ...written }, id))
  }

  /** A writing with the ids that answer today. */
  private today(writing: Written & { page: Page }, id: string): Written & { page: Page } {
    const now = (each: string) => this.model.now(each === id ? id : each)
    const moved = <Tie extends ModelTie>(list: readonly Tie[]): Tie[] =>
      list.map((tie) => ({ ...tie, from: now(tie.from), to: this.model.things.has(tie.to) ? now(tie.to) : tie.to }))
    return { ...writing, add: moved(writing.add), end: moved(writing.end) }
  }

  /** What is shown of all that a writing would change, by the ids that answer today. */
  private shownOf(id: string, written: Written): string {
    const { fields, add, end } = this.today({ page: pages[0] ?? { name: '', asOf: '' }, ...written }, id)
    const now = this.model.now(id)
    const shownTies = [...add, ...end].map((tie) => this.model.shownTie(tieId(tie)) ?? null)
    return JSON.stringify([Object.keys(fields).map((field) => this.model.shown(now, field)), shownTies])
  }

  /** Brings in an edition of the list, of some of the numbers that there are. */
  async imports(): Promise<void> {
    const { model, random } = this
    const some = random.some(numbers, 3)
    const [first = '', ...others] = some.length > 0 ? some : numbers
    const rows = new Map<string, Record<string, Said>>()
    const listed = [first, ...others].flatMap((number) => {
      const id = model.things.has(`firm:${number}`) ? model.now(`firm:${number}`) : `firm:${number}`
      if (rows.has(id)) return []
      if (!model.things.has(id)) model.expect(id)
      const employees = random.pick([4, 25, 300])
      rows.set(id, { name: `Listed ${number.slice(-3)} AB`, employees })
      return [`${number};Listed ${number.slice(-3)} AB;${employees}`]
    })
    await this.bring(listed, `${this.prefix} list`)
    const data = await this.api.data('{ changes(first: 1) { nodes { id } } }')
    const { changes } = z.object({ changes: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }).parse(data)
    model.list({ ...list, name: `${this.prefix} list` }, rows, changes.nodes[0]?.id ?? '')
  }

  async merge(): Promise<void> {
    const kind = this.random.pick(['ACTOR', 'INITIATIVE', 'FIRM'] as const)
    const there = this.model.there(kind)
    if (there.length < 2) return
    const [from = '', into = ''] = this.random.chance(0.5) ? there : there.toReversed()
    // Two of different numbers are never the same firm.
    if (this.model.isNumbered(from) && this.model.isNumbered(into)) return
    const reply = await this.api.ask(
      'mutation ($input: MergeEntitiesInput!) { made: mergeEntities(input: $input) { entity { id } change { id } } }',
      {
        input: {
          ...{ from, fromRevision: this.model.thing(from).revision },
          ...{ into, intoRevision: this.model.thing(into).revision, reason: 'The same' },
        },
      },
    )
    this.model.merge(from, into, changeIn(reply))
  }

  async undo(): Promise<void> {
    const { model } = this
    if (model.changes.length === 0) return
    const change = this.random.pick(model.changes.slice(-6))
    // A whole file is taken back by importing it as it was.
    if (change.operation === 'IMPORT') return
    const reply = await this.api.ask(
      'mutation ($input: UndoChangeInput!) { made: undoChange(input: $input) { change { id } } }',
      { input: { change: change.id } },
    )
    const [refusal] = reply.errors ?? []
    if (change.operation === 'UNDO' && change.merge) {
      // What undid a merge is undone by merging again.
      expect(refusal?.extensions.code).toBe('BAD_USER_INPUT')
      return
    }
    const isPossible = !model.isUndone(change) && model.inTheWay(change).length === 0
    const named = [change.operation, change.id, refusal?.extensions.code ?? 'UNDONE']
    expect(named).toEqual([change.operation, change.id, isPossible ? 'UNDONE' : 'CONFLICT'])
    if (isPossible) model.undo(change, changeIn(reply))
  }

  /** Holds what the API answers against the model. */
  async check(): Promise<void> {
    for (const id of this.model.things.keys()) await this.checkThing(id)
    await this.checkSupport()
  }

  private async checkThing(id: string): Promise<void> {
    const thing = this.model.thing(id)
    const data = await this.api.data(
      `query ($id: ID!) {
        node(id: $id) {
          id
          ... on Firm { name revision employees turnover }
          ... on SupportActor { name(lang: SV) description(lang: SV) revision lastConfirmed }
          ... on Initiative { name(lang: SV) description(lang: SV) revision help to lastConfirmed terms { maxEmployees } }
        }
        history(of: $id, first: 200) { nodes { id operation } }
      }`,
      { id },
    )
    const answered = answeredThing.parse(data)
    if (thing.life === 'OUT') {
      expect(answered.node).toBeNull()
      return
    }
    const now = this.model.now(id)
    expect(answered.node?.id).toBe(now)
    if (now !== id) return
    const shown = (field: string) => this.model.shown(id, field)
    const expected =
      thing.kind === 'FIRM'
        ? { name: shown('name'), employees: shown('employees'), turnover: shown('turnover') }
        : { name: shown('name'), description: shown('descriptionSv') }
    expect({ id, ...answered.node }).toMatchObject({ id, revision: thing.revision, ...expected })
    if (thing.kind === 'INITIATIVE') {
      expect(answered.node).toMatchObject({
        ...{ help: shown('help') ?? [], to: shown('to') },
        terms: { maxEmployees: shown('maxEmployees') },
      })
    }
    const own = this.model.changes.filter(({ entity, merge }) => entity === id || merge?.from === id)
    const told = new Set(answered.history.nodes.map((change) => change.id))
    expect(own.filter((change) => !told.has(change.id))).toEqual([])
  }

  private async checkSupport(): Promise<void> {
    const world = this.world()
    const data = await this.api.data(
      `query ($profile: SmeProfile!, $day: Date!) {
        supportFor(profile: $profile, evidence: AREA, first: 200, asOf: $day) {
          nodes { actor { id } meets { id } evidence score } } }`,
      {
        profile: {
          municipality: 'municipality:a',
          sector: 'sector:sni2007-C25',
          sizeClass: 'SMALL',
          employees: 10,
          needs,
        },
        day: asked,
      },
    )
    const { nodes } = answeredSupport.parse(data).supportFor
    const { matches } = modelMatches(world, {
      sme: {
        ...{ municipality: 'municipality:a', sector: 'sector:sni2007-C25', size: 'size-class:small', employees: 10 },
      },
      ...{ needs, least: 'AREA', wants: null, buyerSite: null, includeProposed: false, inland: false },
      weights: edition.matching,
    })
    const plain = (list: readonly { actor: string; meets: readonly string[]; evidence: string }[]) =>
      list.map(({ actor, meets, evidence }) => ({ actor, meets: meets.toSorted(), evidence })).toSorted(byActor)
    expect(
      plain(
        nodes.map(({ actor, meets, evidence }) => ({ actor: actor.id, meets: meets.map(({ id }) => id), evidence })),
      ),
    ).toEqual(plain(matches))
  }

  /** What the model shows, as a world of the model of who helps. */
  private world(): World {
    const { model } = this
    const ties = [...model.ties.values()].flatMap((tie) => {
      const shown = model.shownTie(tieId(tie))
      return shown ? [{ ...tie, ...shown, lapsed: shown.until !== null }] : []
    })
    const of = (type: string, from: string) => ties.filter((tie) => tie.type === type && tie.from === from)
    const meetings = (type: string, from: string): WorldMeeting[] =>
      of(type, from)
        .filter(({ lapsed }) => !lapsed)
        .map(({ to, strength }) => ({
          ...{ need: to, strength: strength === 'CORE' ? 'CORE' : 'SIDE', viaBuyer: false, ifExporting: false },
          ...{ reservations: [], largeScale: false },
        }))
    return {
      actors: model.there('ACTOR').map((id) => ({
        ...{ id, kind: 'FUND', provides: [], seat: null, buysFor: null },
        names: of('SERVES', id).map(({ to, lapsed }) => ({ to, lapsed })),
        helpsWith: meetings('HELPS_WITH', id),
        offers: of('OFFERS', id)
          .filter(({ lapsed }) => !lapsed)
          .map(({ to }) => to),
      })),
      initiatives: model.there('INITIATIVE').map((id) => {
        const most = model.shown(id, 'maxEmployees')
        return {
          ...{ id, addresses: [], replacesSecurity: false, largeScale: false, reservations: [], others: 0 },
          ...{ lastSeenYear: 2026, undatedPage: null, maxAgeYears: null },
          names: of('COVERS', id).map(({ to, lapsed }) => ({ to, lapsed })),
          meets: meetings('MEETS', id),
          help: [],
          time: this.isEnded(id) ? ('ENDED' as const) : ('OPEN' as const),
          maxEmployees: typeof most === 'number' ? most : null,
        }
      }),
    }
  }
}

const byActor = (left: { actor: string }, right: { actor: string }): number => (left.actor < right.actor ? -1 : 1)

function renamed<Tie extends ModelTie>(tie: Tie, from: string, to: string): Tie {
  return { ...tie, from: tie.from === from ? to : tie.from, to: tie.to === from ? to : tie.to }
}

function dataOf(reply: Reply): unknown {
  if (reply.errors) throw new Error(JSON.stringify(reply.errors))
  return reply.data
}

const changeIn = (reply: Reply): string => z.object({ made: changeOf }).parse(dataOf(reply)).made.change.id

const answeredThing = z.object({
  node: z.looseObject({ id: z.string() }).nullable(),
  history: z.object({ nodes: z.array(z.object({ id: z.string(), operation: z.string() })) }),
})

const answeredSupport = z.object({
  supportFor: z.object({
    nodes: z.array(
      z.object({
        actor: z.object({ id: z.string() }),
        meets: z.array(z.object({ id: z.string() })),
        evidence: z.string(),
        score: z.number(),
      }),
    ),
  }),
})

describeOnEachEngine('the register, beside a model of arrays and loops', (open, engine) => {
  const sequences = sequencesOn[engine]
  let graph: Graph
  let api: Api
  let folder: string
  beforeAll(async () => {
    graph = await open()
    await graph.transaction((transaction) => writeElements(transaction, ground()))
    api = await openApi(graph)
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  }, 120_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function bring(rows: readonly string[], title: string): Promise<void> {
    const path = join(folder, 'list.csv')
    writeFileSync(path, ['organisationsnummer;namn;anställda', ...rows].join('\n'))
    await importFirms(
      { graph, edition },
      path,
      { title, publisher: null, edition: null },
      { counties: null, sni: null },
      { dryRun: false, confirmLoss: async () => true, recordedAt: new Date().toISOString() },
    )
  }

  it(
    `answers as the model does after ${sequences} sequences of changes`,
    async () => {
      for (let seed = 1; seed <= sequences; seed += 1) {
        await graph.transaction((transaction) => transaction.write(wipe, {}))
        const [counted] = await graph.read(changesCounted, {})
        const sequence = new Sequence(api, new Random(seed), `S${seed}`, bring)
        for (let step = 0; step < STEPS; step += 1) await sequence.step()
        await sequence.check()
        // What is said in the graph is what its changes come to, one after the other.
        const said = saidBy(await replayed(graph, () => true, counted?.count ?? 0))
        expect(said.filter(isOfWorld)).toEqual((await saidIn(graph, isWritten)).filter(isOfWorld))
      }
    },
    Math.max(240_000, sequences * 5_000),
  )
})
