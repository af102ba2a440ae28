import { z } from 'zod'
import { holdsOn } from '../graph/compose/fields.js'
import type { GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import type { EntityKind } from '../graph/vocabulary.js'
import type { NetworkEdge, NetworkNode } from '../network/network.js'
import {
  about,
  aboutColumns,
  type Column,
  type DrawnNetwork,
  type DrawnNode,
  edgeColumns,
  known,
  nodeColumns,
} from './drawn-network.js'

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

/** Support actors by whom a service is a public one. */
const publicKinds = new Set([
  ...['REGION', 'BUSINESS_OFFICE', 'BUSINESS_COMPANY', 'AGENCY', 'GOVERNMENT_ROLE', 'UNIVERSITY'],
])

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

const providerRow = z.object({
  initiative: z.string(),
  actor: z.string(),
  kind: z.string().nullable(),
  nameSv: z.string().nullable(),
  nameEn: z.string().nullable(),
})
type ProviderRow = z.infer<typeof providerRow>

/** Who offers some initiatives on a day, shown or not: a public service has to name who answers for it. */
const providersOf = query<{ ids: readonly string[]; asOf: string }>()(
  'actors that offer initiatives',
  providerRow,
  `UNWIND $ids AS id
   MATCH (initiative:Initiative {id: id})
   MATCH (initiative)<-[offers:OFFERS]-(actor:SupportActor)
   WHERE ${holdsOn('offers', '$asOf')}
   RETURN initiative.id AS initiative, actor.id AS actor, actor.kind AS kind, actor.nameSv AS nameSv,
     actor.nameEn AS nameEn
   ORDER BY initiative, actor`,
)

const areaRow = z.object({ actor: z.string(), place: z.string() })

/** Places that some actors serve on a day. */
const areasOf = query<{ ids: readonly string[]; asOf: string }>()(
  'places that actors serve',
  areaRow,
  `UNWIND $ids AS id
   MATCH (actor:SupportActor {id: id})
   MATCH (actor)-[serves:SERVES]->(place:Place)
   WHERE ${holdsOn('serves', '$asOf')}
   RETURN actor.id AS actor, place.id AS place
   ORDER BY actor, place`,
)

type Item = Record<string, unknown>
type Names = Pick<NetworkNode, 'nameSv' | 'nameEn'>

/**
 * A network as JSON-LD in terms of schema.org, W3C ORG and SKOS: its graph lists the network's nodes and no others. An
 * initiative that a public body offers is a public service of CPSV-AP 3.2; the body that answers for it, and where, stand
 * within it where the network does not show them. What was asked, and whether this is all of it, stands within the first
 * start.
 */
export async function linkedData(graph: GraphReader, drawn: DrawnNetwork): Promise<string> {
  const { network, nodes, asked } = drawn
  const ids = nodes.map(({ id }) => id)
  const initiatives = nodes.filter(({ kind }) => kind === 'INITIATIVE').map(({ id }) => id)
  const described = new Map((await graph.read(describedEntities, { ids })).map((row) => [row.id, row]))
  const day = { asOf: asked.asOf }
  const providers = initiatives.length === 0 ? [] : await graph.read(providersOf, { ids: initiatives, ...day })
  const authorities = providers.filter(({ kind }) => kind !== null && publicKinds.has(kind))
  const bodies = new Map(authorities.map((row) => [row.actor, row]))
  const areas = bodies.size === 0 ? [] : await graph.read(areasOf, { ids: [...bodies.keys()], ...day })
  const within = new Within(ids, bodies, areas)

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
    if (node.kind === 'INITIATIVE') Object.assign(item, service(node, description, providers, within))
    const body = bodies.get(node.id)
    items.set(node.id, body ? { ...item, ...within.publicBody(body) } : item)
  }
  for (const edge of network.edges) addEdge(items.get(edge.source), edge)
  return JSON.stringify({ '@context': context, '@graph': [...items.values()] })
}

const nodeTerms = nodeColumns.filter(({ name }) => name !== 'label')

const terms = <Row extends object>(row: Row, columns: readonly Column<Row>[]): Item =>
  Object.fromEntries(known(row, columns).map(([{ name }, value]) => [`norrgraph:${name}`, value]))

const dataset = (drawn: DrawnNetwork): Item => ({
  '@id': drawn.address,
  '@type': 'schema:Dataset',
  ...terms(about(drawn), aboutColumns),
})

/** What public services need said of bodies and places that the network does not show: once, where they are first named. */
class Within {
  private readonly said: Set<string>

  constructor(
    shown: readonly string[],
    readonly bodies: ReadonlyMap<string, ProviderRow>,
    private readonly areas: readonly z.infer<typeof areaRow>[],
  ) {
    this.said = new Set(shown)
  }

  authority(id: string): Item {
    const body = this.bodies.get(id)
    if (!body || this.said.has(id)) return reference(id)
    this.said.add(id)
    return { ...this.publicBody(body), 'skos:prefLabel': inLanguages(body, id), 'dct:identifier': id }
  }

  publicBody({ actor }: ProviderRow): Item {
    const places = this.areas.filter((area) => area.actor === actor).map(({ place }) => place)
    return {
      '@id': iri(actor),
      '@type': ['schema:Organization', 'org:Organization', 'cv:PublicOrganisation'],
      'dct:spatial': (places.length > 0 ? places : ['country:SE']).map((place) => this.place(place)),
    }
  }

  private place(id: string): Item {
    if (this.said.has(id)) return reference(id)
    this.said.add(id)
    return { '@id': iri(id), '@type': 'dct:Location', 'dct:identifier': id }
  }
}

function service(
  { id, nameSv, nameEn }: DrawnNode,
  description: Names,
  providers: readonly ProviderRow[],
  within: Within,
): Item {
  const offering = providers.filter(({ initiative }) => initiative === id).map(({ actor }) => actor)
  const answering = offering.filter((actor) => within.bodies.has(actor))
  const provided: Item = offering.length === 0 ? {} : { 'schema:provider': offering.map(reference) }
  if (answering.length === 0) return provided
  const name = { nameSv, nameEn }
  return {
    ...provided,
    '@type': ['schema:Service', 'cpsv:PublicService'],
    'dct:title': inLanguages(name, id),
    // A public service has to be described; where the sources do not, its name stands.
    'dct:description': inLanguages((description.nameSv ?? description.nameEn) ? description : name, id),
    'cv:hasCompetentAuthority': answering.map((actor) => within.authority(actor)),
  }
}

/**
 * Relationships are properties of the node that they begin at, under their own names; what they say stands on a statement
 * of them.
 */
function addEdge(item: Item | undefined, edge: NetworkEdge): void {
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

const iri = (id: string): string => `urn:norrgraph:${encodeURI(id)}`

const reference = (id: string): Item => ({ '@id': iri(id) })

function inLanguages({ nameSv, nameEn }: Names, otherwise: string): Item[] {
  const values = [
    ...(nameSv === null ? [] : [{ '@value': nameSv, '@language': 'sv' }]),
    ...(nameEn === null ? [] : [{ '@value': nameEn, '@language': 'en' }]),
  ]
  return values.length > 0 ? values : [{ '@value': otherwise, '@language': 'sv' }]
}
