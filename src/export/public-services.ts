import { z } from 'zod'
import type { Knowledge } from '../edition/knowledge.js'
import { query } from '../graph/query.js'
import { holdsOn } from '../graph/relationship-days.js'
import type { DrawnNode } from './drawn-network.js'
import { type Item, inLanguages, iri, type Names, reference } from './linked-items.js'

/** Support actors by whom a service is a public one. */
const publicKinds = new Set([
  ...['REGION', 'BUSINESS_OFFICE', 'BUSINESS_COMPANY', 'AGENCY', 'GOVERNMENT_ROLE', 'UNIVERSITY'],
])

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

/** Reads what is said of the public services among some nodes of a network, on a day. */
export async function readPublicServices(
  { graph, edition }: Knowledge,
  nodes: readonly DrawnNode[],
  asOf: string,
): Promise<PublicServices> {
  const initiatives = nodes.filter(({ kind }) => kind === 'INITIATIVE').map(({ id }) => id)
  const providers = initiatives.length === 0 ? [] : await graph.read(providersOf, { ids: initiatives, asOf })
  const authorities = providers.filter(({ kind }) => kind !== null && publicKinds.has(kind))
  const bodies = new Map(authorities.map((row) => [row.actor, row]))
  const areas = bodies.size === 0 ? [] : await graph.read(areasOf, { ids: [...bodies.keys()], asOf })
  return new PublicServices(nodes, providers, bodies, areas, edition.country)
}

/** What public services need said of bodies and places that the network does not show: once, where they are first named. */
class PublicServices {
  private readonly said: Set<string>

  constructor(
    shown: readonly DrawnNode[],
    private readonly providers: readonly ProviderRow[],
    private readonly bodies: ReadonlyMap<string, ProviderRow>,
    private readonly areas: readonly z.infer<typeof areaRow>[],
    private readonly country: string,
  ) {
    this.said = new Set(shown.map(({ id }) => id))
  }

  /** What is said of an initiative: who offers it, and who answers for it where that is a public body. */
  service({ id, nameSv, nameEn }: DrawnNode, description: Names): Item {
    const offering = this.providers.filter(({ initiative }) => initiative === id).map(({ actor }) => actor)
    const answering = offering.filter((actor) => this.bodies.has(actor))
    const provided: Item = offering.length === 0 ? {} : { 'schema:provider': offering.map(reference) }
    if (answering.length === 0) return provided
    const name = { nameSv, nameEn }
    return {
      ...provided,
      '@type': ['schema:Service', 'cpsv:PublicService'],
      'dct:title': inLanguages(name, id),
      // A public service has to be described; where the sources do not, its name stands.
      'dct:description': inLanguages((description.nameSv ?? description.nameEn) ? description : name, id),
      'cv:hasCompetentAuthority': answering.map((actor) => this.authority(actor)),
    }
  }

  /** What is said of an entity as a public body that answers for a service; nothing where it is none. */
  body(id: string): Item {
    if (!this.bodies.has(id)) return {}
    const places = this.areas.filter(({ actor }) => actor === id).map(({ place }) => place)
    return {
      '@id': iri(id),
      '@type': ['schema:Organization', 'org:Organization', 'cv:PublicOrganisation'],
      'dct:spatial': (places.length > 0 ? places : [this.country]).map((place) => this.place(place)),
    }
  }

  private authority(id: string): Item {
    const names = this.bodies.get(id)
    if (!names || this.said.has(id)) return reference(id)
    this.said.add(id)
    return { ...this.body(id), 'skos:prefLabel': inLanguages(names, id), 'dct:identifier': id }
  }

  private place(id: string): Item {
    if (this.said.has(id)) return reference(id)
    this.said.add(id)
    return { '@id': iri(id), '@type': 'dct:Location', 'dct:identifier': id }
  }
}
