import { z } from 'zod'
import { sizeClasses } from '../classification/size-class.js'
import type { GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { holdsOn } from '../graph/relationship-days.js'

const number = z.number().nullable()

const factsRow = z.object({
  id: z.string(),
  organisationNumber: z.string().nullable(),
  sizeClass: z.enum(sizeClasses).nullable(),
  employees: number,
  turnover: number,
  jobs: number,
  population: number,
  latitude: number,
  longitude: number,
  synthetic: z.boolean().nullable(),
})

/** What some entities say of themselves in figures. */
const factsOfNodes = query<{ ids: readonly string[] }>()(
  'figures of the nodes of a drawing',
  factsRow,
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})
   RETURN node.id AS id, node.organisationNumber AS organisationNumber, CASE WHEN node:Firm THEN coalesce(node.sizeClass, 'UNKNOWN') END AS sizeClass,
     node.employees AS employees, node.turnover AS turnover, node.totalJobs AS jobs, node.population AS population,
     node.latitude AS latitude, node.longitude AS longitude, node.synthetic AS synthetic`,
)

/** Municipalities that some entities lie in on a day, each entity's main one first. */
const placesOfNodes = query<{ ids: readonly string[]; asOf: string }>()(
  'municipalities of the nodes of a drawing',
  z.object({ id: z.string(), rank: z.number(), municipality: z.string(), latitude: number, longitude: number }),
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})
   MATCH (node)-[located:LOCATED_IN]->(place:Municipality)
   WHERE ${holdsOn('located', '$asOf')}
   RETURN id, coalesce(located.rank, 1) AS rank, place.id AS municipality, place.latitude AS latitude,
     place.longitude AS longitude
   ORDER BY id, rank, municipality`,
)

/** What a drawing says of a node beside its name and its place in the network. */
export interface NodeFacts extends Omit<z.infer<typeof factsRow>, 'id'> {
  /** Id of the municipality that it lies in, the main one of several. */
  readonly municipality: string | null
}

const noFacts: NodeFacts = {
  ...{ organisationNumber: null, sizeClass: null, employees: null, turnover: null, jobs: null, population: null },
  ...{ latitude: null, longitude: null, synthetic: null, municipality: null },
}

/**
 * What some nodes say, read together when the first is asked for. What lies in a municipality has its coordinates; a
 * municipality itself is where it lies.
 */
export function factsWhenAsked(
  graph: GraphReader,
  ids: readonly string[],
  asOf: string,
): (id: string) => Promise<NodeFacts> {
  let reading: Promise<ReadonlyMap<string, NodeFacts>> | null = null
  return async (id) => {
    reading ??= readFacts(graph, ids, asOf)
    return (await reading).get(id) ?? noFacts
  }
}

async function readFacts(
  graph: GraphReader,
  ids: readonly string[],
  asOf: string,
): Promise<ReadonlyMap<string, NodeFacts>> {
  const [facts, places] = await Promise.all([
    graph.read(factsOfNodes, { ids }),
    graph.read(placesOfNodes, { ids, asOf }),
  ])
  const mainPlaces = new Map(places.toReversed().map((row) => [row.id, row]))
  return new Map(
    facts.map(({ id, ...own }) => {
      const place = mainPlaces.get(id)
      const { latitude, longitude } = own.latitude === null && place ? place : own
      return [id, { ...own, latitude, longitude, municipality: place?.municipality ?? null }]
    }),
  )
}
