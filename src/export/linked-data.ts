import { z } from 'zod'
import { holdsOn } from '../graph/compose/fields.js'
import type { GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import type { EntityKind } from '../graph/vocabulary.js'
import type { NetworkEdge, NetworkNode } from '../network/network.js'
import type { DrawnNetwork } from './network-files.js'

const context = {
  schema: 'https://schema.org/',
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  norrgraph: 'urn:norrgraph:term:',
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
 * A network as JSON-LD in terms of schema.org, W3C ORG and SKOS. An initiative that a public body offers is a public
 * service of CPSV-AP 3.2, with the body that answers for it and where; one of others is a service.
 * @param asOf the day on which they offer it and serve there.
 */
export async function linkedData(graph: GraphReader, { network }: DrawnNetwork, asOf: string): Promise<string> {
  const ids = network.nodes.map(({ id }) => id)
  const initiatives = network.nodes.filter(({ kind }) => kind === 'INITIATIVE').map(({ id }) => id)
  const described = new Map((await graph.read(describedEntities, { ids })).map((row) => [row.id, row]))
  const providers = initiatives.length === 0 ? [] : await graph.read(providersOf, { ids: initiatives, asOf })
  const authorities = providers.filter(({ kind }) => kind !== null && publicKinds.has(kind))
  const bodies = new Map(authorities.map((row) => [row.actor, row]))
  const areas = bodies.size === 0 ? [] : await graph.read(areasOf, { ids: [...bodies.keys()], asOf })

  const items = new Map<string, Item>()
  for (const node of network.nodes) {
    const facts = described.get(node.id)
    const item: Item = {
      '@id': iri(node.id),
      '@type': typesOfKinds[node.kind] ?? ['skos:Concept'],
      'dct:identifier': node.id,
      'skos:prefLabel': inLanguages(node, node.id),
      'schema:name': inLanguages(node, node.id),
    }
    const description = { nameSv: facts?.descriptionSv ?? null, nameEn: facts?.descriptionEn ?? null }
    if (description.nameSv ?? description.nameEn) item['schema:description'] = inLanguages(description, '')
    if (facts?.organisationNumber) item['schema:taxID'] = facts.organisationNumber
    items.set(node.id, item)
    if (node.kind === 'INITIATIVE') Object.assign(item, service(node, description, providers, bodies))
  }
  for (const body of bodies.values()) {
    const known = items.get(body.actor)
    const places = areas.filter(({ actor }) => actor === body.actor).map(({ place }) => place)
    items.set(body.actor, { ...known, ...publicBody(body, places.length > 0 ? places : ['country:SE']) })
  }
  for (const place of new Set([...areas.map((area) => area.place), ...(bodies.size > 0 ? ['country:SE'] : [])])) {
    if (!items.has(place)) items.set(place, { '@id': iri(place), '@type': 'dct:Location', 'dct:identifier': place })
  }
  for (const edge of network.edges) addEdge(items.get(edge.source), edge)
  return JSON.stringify({ '@context': context, '@graph': [...items.values()] })
}

function service(
  { id, nameSv, nameEn }: NetworkNode,
  description: Names,
  providers: readonly ProviderRow[],
  bodies: ReadonlyMap<string, ProviderRow>,
): Item {
  const offering = providers.filter(({ initiative }) => initiative === id).map(({ actor }) => actor)
  const answering = offering.filter((actor) => bodies.has(actor))
  const provided: Item = offering.length === 0 ? {} : { 'schema:provider': offering.map(reference) }
  if (answering.length === 0) return provided
  const name = { nameSv, nameEn }
  return {
    ...provided,
    '@type': ['schema:Service', 'cpsv:PublicService'],
    'dct:title': inLanguages(name, id),
    // A public service has to be described; where the sources do not, its name stands.
    'dct:description': inLanguages((description.nameSv ?? description.nameEn) ? description : name, id),
    'cv:hasCompetentAuthority': answering.map(reference),
  }
}

const publicBody = ({ actor, nameSv, nameEn }: ProviderRow, places: readonly string[]): Item => ({
  '@id': iri(actor),
  '@type': ['schema:Organization', 'org:Organization', 'cv:PublicOrganisation'],
  'dct:identifier': actor,
  'skos:prefLabel': inLanguages({ nameSv, nameEn }, actor),
  'dct:spatial': places.map(reference),
})

/** Relationships are properties of the node that they begin at, under their own names. */
function addEdge(item: Item | undefined, { kind, target }: NetworkEdge): void {
  if (!item) return
  const property = `norrgraph:${kind.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`
  const known = item[property]
  item[property] = [...(Array.isArray(known) ? known : []), reference(target)]
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
