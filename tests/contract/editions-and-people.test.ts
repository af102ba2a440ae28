import { expect, it } from 'vitest'
import { localEditor } from '../../src/accounts/viewer.js'
import type { GraphElements, GraphNode, GraphRelationship, Properties } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { labelOfId, type NodeLabel } from '../../src/graph/vocabulary.js'
import { readRegion } from '../../src/import/region/survey-region.js'
import { publishEdition } from '../../src/import/seed/publish-edition.js'
import { BadUserInputError, NotFoundError } from '../../src/kernel/input-errors.js'
import { applyChanges } from '../../src/writing/changes/apply.js'
import type { EntityChange } from '../../src/writing/changes/piece.js'
import { recordChange } from '../../src/writing/changes/record.js'
import type { Draft, DraftTie } from '../../src/writing/drafts/draft.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { newAttempt } from '../../src/writing/publishing/write-change.js'
import { readStates } from '../../src/writing/statements/states.js'
import { Random } from '../differential/random.js'
import { examplia, exampliaFolder } from '../second-region/examplia.js'
import { Model, nameOf, shownOf } from './editions-model.js'
import { describeOnEachEngine } from './engines.js'
import { everyChange, everyEntity, everyTie, isSaying, replayed, saidBy, saidIn } from './replayed.js'

const { seed } = await readRegion(exampliaFolder)
const { elements: firstEdition } = seed
const timeOf = (version: number) => `2026-02-${String(version).padStart(2, '0')}T00:00:00Z`

function publish(graph: Graph, version: number, elements: GraphElements): Promise<void> {
  const earlier = Array.from({ length: version - 1 }, (_, index) => timeOf(index + 1))
  const edition = { version, recordedAt: timeOf(version), earlier, elements }
  return graph.transaction((transaction) => publishEdition(transaction, { seed: edition, tables: [] }, examplia))
}

const recordedAs = (version: number, { nodes, relationships }: GraphElements): GraphElements => ({
  nodes: nodes.map((node) => ({ ...node, provenance: { ...node.provenance, recordedAt: timeOf(version) } })),
  relationships: relationships.map((each) => ({
    ...each,
    provenance: { ...each.provenance, recordedAt: timeOf(version) },
  })),
})

const beside = new Set([
  ...['id', 'entityKind', 'sortName', 'searchText', 'letterPairs', 'key', 'revision', 'seeded', 'statements'],
  ...['source', 'locator', 'recordedAt'],
])
const told = (all: Properties): Properties =>
  Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => !beside.has(name))
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  )
/** What a graph shows of each entity and relationship. */
async function shownIn(graph: Graph): Promise<Record<string, Properties>> {
  const entities = (await graph.read(everyEntity, {})).map((row) => [row.id, told(row.properties)] as const)
  const ties = (await graph.read(everyTie, {})).filter((row) => !isSaying(row))
  return Object.fromEntries([...entities, ...ties.map((row) => [nameOf(row), told(row.properties)] as const)])
}

function shownBy(model: Model): Record<string, Properties> {
  const all = [...model.allEntities(), ...model.allTies()]
  return Object.fromEntries(all.map(([name, statements]) => [name, told(shownOf(statements))]))
}

async function expectAgreement(graph: Graph, model: Model): Promise<void> {
  expect(await shownIn(graph)).toEqual(shownBy(model))
  expect(saidBy(await replayed(graph, () => true))).toEqual(await saidIn(graph))
}

/** What people and editions do to each other's words, at random. */
class Play {
  readonly model = new Model()
  #elements = firstEdition
  #version = 0
  #words = 0

  constructor(
    readonly graph: Graph,
    readonly random: Random,
  ) {}

  async nextEdition(): Promise<void> {
    this.#version += 1
    if (this.#version > 1) for (let left = this.random.whole(1, 8); left > 0; left -= 1) this.#edit()
    const elements = recordedAs(this.#version, this.#elements)
    await publish(this.graph, this.#version, elements)
    this.model.publish(elements)
  }

  /** Somebody writes something; what is refused is no matter here. */
  async write(): Promise<void> {
    const entities = (await this.graph.read(everyEntity, {})).filter(({ id }) => this.#isWritten(id))
    const { id } = this.random.pick(entities)
    try {
      if (this.random.chance(0.2)) await this.#confirm(id)
      else await publishDraft({ graph: this.graph, edition: examplia, viewer: localEditor }, await this.#draft(id))
    } catch (error) {
      if (!(error instanceof BadUserInputError || error instanceof NotFoundError)) throw error
    }
    const people = await replayed(this.graph, (operation) => operation !== 'SEED')
    Object.assign(this.model, { people })
  }

  #isWritten = (id: string) => id.startsWith('actor:') || id.startsWith('initiative:')

  #word(): string {
    this.#words += 1
    return `word ${this.#words}`
  }

  async #draft(id: string): Promise<Draft> {
    const label: NodeLabel = labelOfId(id) ?? 'Initiative'
    const nothing = { revision: null, values: {}, emptied: [], ties: [], endsOn: null, asOf: null, reason: null }
    const pages = [null, { title: `Page ${this.random.whole(1, 2)}`, publisher: 'P', url: null, year: 2026 }]
    const draft = {
      ...nothing,
      operation: 'UPDATE',
      label,
      id,
      source: this.random.pick(pages),
      locator: null,
    } as const
    const values = this.random.chance(0.5) ? { descriptionEn: this.#word() } : { nameEn: this.#word() }
    const kind = this.random.whole(0, 6)
    if (kind === 0) return { ...draft, values: { ...values, url: this.#word() } }
    if (kind === 1) return { ...draft, emptied: ['descriptionEn'], asOf: '2026-03-01' }
    if (kind === 2) return { ...draft, operation: 'END', endsOn: `2027-0${this.random.whole(1, 9)}-01` }
    if (kind === 3) return { ...draft, values, asOf: `2026-0${this.random.whole(1, 9)}-01` }
    if (kind === 4) return { ...draft, ties: [this.#tie(label)] }
    if (kind === 5) {
      const created = { nameEn: this.#word(), kind: 'LOAN' }
      return {
        ...draft,
        operation: 'CREATE',
        label: 'Initiative',
        id: null,
        values: created,
        ties: [this.#tie('Initiative')],
      }
    }
    const ties = (await this.graph.read(everyTie, {})).filter(({ type, from }) => from === id && type !== 'STATED_IN')
    if (ties.length === 0) return { ...draft, values }
    const { type, to, key } = this.random.pick(ties)
    return { ...draft, ties: [{ ...this.#tie(label), does: 'END', type: type as never, end: to, key, values: ended }] }
  }

  #tie(label: NodeLabel): DraftTie {
    const about = { does: 'ADD', direction: 'OUT', key: '', isKeyedBySource: false, argument: 'ties' } as const
    const needs = this.#elements.nodes.filter((node) => node.label === 'Need').map(({ id }) => id)
    if (label === 'SupportActor') return { ...about, type: 'SERVES', end: this.random.pick(places), values: {} }
    if (needs.length === 0 || this.random.chance(0.5))
      return { ...about, type: 'COVERS', end: this.random.pick(places), values: {} }
    return { ...about, type: 'MEETS', end: this.random.pick(needs), values: { strength: this.random.pick(strengths) } }
  }

  async #confirm(entity: string): Promise<void> {
    const label = labelOfId(entity) ?? 'Initiative'
    const { change, at } = newAttempt()
    await this.graph.transaction(async (transaction) => {
      const source = 'source:examplia-census'
      const said = (await readStates(transaction, [entity])).get(entity)?.statements ?? []
      const before = said.find((each) => each.source === source && !each.isSeeded) ?? null
      const seen = { lastSeenYear: 2026, lastSeenIn: source }
      const about = { source, locator: 'asked', recordedAt: at, asOf: null, isSeeded: false, emptied: [] }
      const after = { ...about, confirmedOn: `2026-0${this.random.whole(1, 9)}-01`, values: seen }
      const changes: EntityChange[] = [{ entity, label, pieces: [{ of: 'STATEMENT', entity, before, after }] }]
      const changed = await applyChanges(transaction, changes, examplia.sizeRule)
      const by = { for: null, by: 'local', source, reason: null, inverseOf: null, counts: null }
      await recordChange(transaction, { id: change, at, operation: 'CONFIRM', entity, ...by }, changed)
    })
  }

  /** One thing that the next edition says otherwise. */
  #edit(): void {
    const { nodes, relationships } = this.#elements
    const node = this.random.pick(nodes.filter(({ id, label }) => this.#isWritten(id) || label === 'Need'))
    const tie = this.random.pick(relationships.filter(({ type }) => edited.includes(type)))
    const kind = this.random.whole(0, 7)
    if (kind <= 1) {
      const said = this.random.chance(0.5) ? { nameEn: this.#word() } : { descriptionEn: this.#word() }
      this.#replace(node, { ...node, properties: { ...node.properties, ...said } })
    } else if (kind === 2) {
      const source = this.random.pick(['source:examplia-plan', 'source:examplia-judgement', 'source:new'])
      this.#add({
        label: 'Source',
        id: 'source:new',
        provenance: { ...node.provenance, source: 'source:new' },
        properties: { title: 'New', kind: 'REPORT' },
      })
      this.#replace(node, { ...node, provenance: { ...node.provenance, source } })
    } else if (kind === 3) {
      const { id } = this.random.chance(0.2) ? { id: 'source:new' } : node
      this.#remove(id)
    } else if (kind === 4) {
      this.#elements = { nodes, relationships: relationships.filter((each) => each !== tie) }
    } else if (kind === 5) {
      const source = this.random.pick(['source:examplia-census', tie.provenance.source])
      const changed = { ...tie, provenance: { ...tie.provenance, source, locator: this.#word() } }
      const strength = 'strength' in tie.properties ? { strength: this.random.pick(strengths) } : {}
      const all = relationships.map((each) =>
        each === tie ? { ...changed, properties: { ...tie.properties, ...strength } } : each,
      )
      this.#elements = { nodes, relationships: all }
    } else if (kind === 6) {
      const back = this.random.pick(
        firstEdition.nodes.filter(({ id }) => this.#isWritten(id) || id.startsWith('need:')),
      )
      this.#add(back)
      const ties = firstEdition.relationships.filter(({ from, to }) => from === back.id || to === back.id)
      for (const each of ties) this.#relate(each)
    } else {
      const id = this.random.pick([
        `initiative:new-${this.random.whole(1, 3)}`,
        `initiative:word-${this.random.whole(1, 9)}`,
      ])
      this.#add({
        label: 'Initiative',
        id,
        provenance: node.provenance,
        properties: { nameEn: this.#word(), kind: 'GRANT' },
      })
      this.#relate({ ...tie, type: 'COVERS', from: id, to: this.random.pick(places), key: '', properties: {} })
    }
  }

  #add(node: GraphNode): void {
    const { nodes, relationships } = this.#elements
    if (nodes.some(({ id }) => id === node.id)) return
    this.#elements = { nodes: [...nodes, node], relationships }
  }

  #relate(tie: GraphRelationship): void {
    const { nodes, relationships } = this.#elements
    const isThere = (end: string) => nodes.some(({ id }) => id === end)
    if (!isThere(tie.from) || !isThere(tie.to)) return
    if (relationships.some((each) => nameOf(each) === nameOf(tie))) return
    this.#elements = { nodes, relationships: [...relationships, tie] }
  }

  #replace(node: GraphNode, by: GraphNode): void {
    const { nodes, relationships } = this.#elements
    this.#elements = { nodes: nodes.map((each) => (each === node ? by : each)), relationships }
  }

  #remove(id: string): void {
    const { nodes, relationships } = this.#elements
    const isNamed = [...nodes, ...relationships].some(
      (each) => each.provenance.source === id && !('id' in each && each.id === id),
    )
    if (isNamed) return
    this.#elements = {
      nodes: nodes.filter((each) => each.id !== id),
      relationships: relationships.filter(({ from, to }) => from !== id && to !== id),
    }
  }
}

const ended = { validTo: '2027-01-31' }
const places = ['municipality:5101', 'municipality:5201', 'county:51', 'county:52']
const strengths = ['CORE', 'SIDE']
const edited = ['MEETS', 'COVERS', 'SERVES', 'PROVIDES', 'OFFERS', 'TARGETS', 'ADDRESSES']

describeOnEachEngine('editions of a region and what people write, one after the other', (open, engine) => {
  const plays = engine === 'embedded' ? [1, 2, 3, 4, 5, 6, 7, 8] : [1]

  it.each(plays)(
    'show what people said, else what the newest edition says: play %i',
    async (play) => {
      const graph = await open()
      const played = new Play(graph, new Random(play))
      const editions = 6
      for (let edition = 0; edition < editions; edition += 1) {
        await played.nextEdition()
        await expectAgreement(graph, played.model)
        for (let left = played.random.whole(2, 8); left > 0; left -= 1) await played.write()
      }
      await expectAgreement(graph, played.model)
      const operations = (await graph.read(everyChange, {})).map(({ operation }) => operation)
      expect(operations.filter((operation) => operation === 'SEED')).toHaveLength(editions)
      await graph.close()
    },
    240_000,
  )
})
