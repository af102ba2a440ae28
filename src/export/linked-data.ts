import { z } from 'zod'
import type { Knowledge } from '../edition/knowledge.js'
import { query } from '../graph/query.js'
import type { EntityKind } from '../graph/vocabulary.js'
import { nextTurn } from '../kernel/turns.js'
import {
  about,
  aboutColumns,
  type Column,
  type DrawnEdge,
  type DrawnNetwork,
  edgeColumns,
  known,
  nodeColumns,
} from './drawn-network.js'
import { type Item, inLanguages, iri, reference } from './linked-items.js'
import { readPublicServices } from './public-services.js'

const typeNames = { string: null, int: 'xsd:integer', double: 'xsd:double', boolean: 'xsd:boolean' } as const
const days = new Set(['since', 'until', 'asOf'])

/** Terms whose values are of a type that their JSON does not tell. */
const typedTerms = Object.fromEntries(
  [...nodeColumns, ...edgeColumns, ...aboutColumns].flatMap(({ name, type }) => {
    const typed = days.has(name) ? 'xsd:date' : typeNames[type]
    return typed === null ? [] : [[`norrgraph:${name}`, { '@type': typed }]]
  }),
)

const context = {
  schema: 'https://schema.org/',
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  norrgraph: 'urn:norrgraph:term:',
  ...typedTerms,
}

/** What entities of a kind are in schema.org, W3C ORG and Dublin Core; SKOS concepts where left out. */
const typesOfKinds: Partial<Record<EntityKind, readonly string[]>> = {
  FIRM: ['schema:Organization', 'org:FormalOrganization'],
  SUPPORT_ACTOR: ['schema:Organization', 'org:Organization'],
  ESTABLISHMENT: ['schema:Project', 'org:OrganizationalCollaboration'],
  INITIATIVE: ['schema:Service'],
  MUNICIPALITY: ['schema:AdministrativeArea', 'dct:Location'],
  COUNTY: ['schema:AdministrativeArea', 'dct:Location'],
  COUNTRY: ['schema:Country', 'dct:Location'],
  SOURCE: ['schema:CreativeWork'],
}

const describedRow = z.object({
  id: z.string(),
  descriptionSv: z.string().nullable(),
  descriptionEn: z.string().nullable(),
  organisationNumber: z.string().nullable(),
})

/** What linked data says of some entities beside their names. */
const describedEntities = query<{ ids: readonly string[] }>()(
  'entities as linked data',
  describedRow,
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})
   RETURN node.id AS id, node.descriptionSv AS descriptionSv, node.descriptionEn AS descriptionEn,
     node.organisationNumber AS organisationNumber`,
)

/**
 * A network as JSON-LD in terms of schema.org, W3C ORG and SKOS: its graph lists the network's nodes and no others. An
 * initiative that a public body offers is a public service of CPSV-AP 3.2; the body that answers for it, and where, stand
 * within it where the network does not show them. What was asked, and whether this is all of it, stands within the first
 * start.
 */
export async function linkedData(knowledge: Knowledge, drawn: DrawnNetwork): Promise<string> {
  const { edges, nodes, asked } = drawn
  const ids = nodes.map(({ id }) => id)
  const described = new Map((await knowledge.graph.read(describedEntities, { ids })).map((row) => [row.id, row]))
  const services = await readPublicServices(knowledge, nodes, asked.asOf)
  const items = new Map<string, Item>()
  for (const [index, node] of nodes.entries()) {
    const facts = described.get(node.id)
    const item: Item = {
      '@id': iri(node.id),
      '@type': typesOfKinds[node.kind] ?? ['skos:Concept'],
      'dct:identifier': node.id,
      'skos:prefLabel': inLanguages(node, node.id),
      'schema:name': inLanguages(node, node.id),
      ...terms(node, nodeTerms),
    }
    const description = { nameSv: facts?.descriptionSv ?? null, nameEn: facts?.descriptionEn ?? null }
    if (description.nameSv ?? description.nameEn) item['schema:description'] = inLanguages(description, '')
    if (facts?.organisationNumber) item['schema:taxID'] = facts.organisationNumber
    if (index === 0) item['schema:subjectOf'] = dataset(drawn)
    if (node.kind === 'INITIATIVE') Object.assign(item, services.service(node, description))
    items.set(node.id, { ...item, ...services.body(node.id) })
  }
  for (const [index, edge] of edges.entries()) {
    if (index % EDGES_A_TURN === 0) await nextTurn(undefined)
    addEdge(items.get(edge.source), edge)
  }
  return JSON.stringify({ '@context': context, '@graph': [...items.values()] })
}

/** Relationships that are told before others get a turn. */
const EDGES_A_TURN = 1_000

const nodeTerms = nodeColumns.filter(({ name }) => name !== 'label')

const terms = <Row extends object>(row: Row, columns: readonly Column<Row>[]): Item =>
  Object.fromEntries(known(row, columns).map(([{ name }, value]) => [`norrgraph:${name}`, value]))

const dataset = (drawn: DrawnNetwork): Item => ({
  '@id': drawn.address,
  '@type': 'schema:Dataset',
  ...terms(about(drawn), aboutColumns),
})

/**
 * Relationships are properties of the node that they begin at, under their own names; what they say stands on a statement
 * of them.
 */
function addEdge(item: Item | undefined, edge: DrawnEdge): void {
  if (!item) return
  const { id, kind, source, target } = edge
  const property = `norrgraph:${kind.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`
  append(item, property, reference(target))
  append(item, 'norrgraph:relationship', {
    '@id': `urn:norrgraph:edge:${encodeURIComponent(id)}`,
    '@type': 'rdf:Statement',
    'dct:identifier': id,
    'rdf:subject': reference(source),
    'rdf:predicate': { '@id': property },
    'rdf:object': reference(target),
    ...terms(edge, edgeColumns),
  })
}

function append(item: Item, property: string, value: Item): void {
  const held = item[property]
  item[property] = [...(Array.isArray(held) ? held : []), value]
}
