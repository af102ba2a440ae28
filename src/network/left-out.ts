import { z } from 'zod'
import type { GraphReader } from '../graph/graph.js'
import { type Query, type QueryValue, query } from '../graph/query.js'
import { firstDayOf, holdsOn, lastDayOf } from '../graph/relationship-days.js'
import { isOfNone, unfinishedRuns } from '../graph/unfinished-runs.js'
import { entityKinds, type RelationshipType, relationshipTypes } from '../graph/vocabulary.js'
import type { Warning } from '../kernel/warning.js'
import type { NetworkEdge } from './network.js'
import type { Growth } from './question.js'
import { boundsOf, isOfKinds, type Walk } from './walk.js'

/** The most relationships that are looked at to say what is left out. */
const MOST_LOOKED_AT = 20_000
/** The most starts that a sentence names. */
const MOST_NAMED = 3

const aroundRow = z.object({
  type: z.enum(relationshipTypes),
  isOutward: z.boolean(),
  kind: z.enum(entityKinds),
  level: z.string(),
  holds: z.boolean(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  count: z.number(),
})

/** Relationships of some nodes, as many as are alike in what decides whether a walk takes them. */
export type Around = z.infer<typeof aroundRow>

const relationshipsAround = (
  types: readonly RelationshipType[] | null,
  unfinished: readonly string[],
): Query<Record<string, QueryValue>, z.infer<typeof aroundRow>> =>
  query()(
    'relationships around nodes',
    aroundRow,
    `UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  MATCH (node)-[edge${types ? `:${types.join('|')}` : ''}]-(neighbour:Entity)
  WHERE neighbour.id <> id${unfinished.length > 0 ? ` AND ${isOfNone('edge', '$unfinished')}` : ''}
  WITH type(edge) AS type, startNode(edge).id = id AS isOutward, neighbour.entityKind AS kind,
    coalesce(neighbour.level, '') AS level, (${holdsOn('edge', '$asOf')}) AS holds,
    ${firstDayOf('edge')} AS firstDay, ${lastDayOf('edge')} AS lastDay LIMIT $limit
  RETURN type, isOutward, kind, level, holds, min(firstDay) AS first, max(lastDay) AS last, count(*) AS count`,
  )

/** Why nothing is joined to the starts of a network that has no relationship in it. */
export async function whyEmpty(graph: GraphReader, growth: Growth): Promise<Warning[]> {
  const { starts, walk } = growth
  const unfinished = await unfinishedRuns(graph)
  const bounds = { asOf: walk.asOf, unfinished, limit: MOST_LOOKED_AT }
  const around = await graph.read(relationshipsAround(null, unfinished), { ids: starts, ...bounds })
  return reasonsOf(growth, around)
}

/** The bound that leaves out what is there, and types that have to be asked for where there are some beside. */
function reasonsOf(growth: Growth, around: readonly Around[]): Warning[] {
  const { walk, asked } = growth
  const reason = reasonOf(growth, around)
  const beside = asked.edgeKinds ? [] : around.filter(({ type }) => !walk.types.includes(type))
  const isSaid = beside.length === 0 || beside.length === around.length
  return isSaid ? [reason] : [reason, typesLeftOut(walk, false, beside)]
}

/** The first of the walk's bounds that leaves out all relationships that the ones before it let through. */
function reasonOf({ starts, walk, without, asked }: Growth, around: readonly Around[]): Warning {
  const of = starts.length > MOST_NAMED ? `${starts.slice(0, MOST_NAMED).join(', ')} …` : starts.join(', ')
  if (around.length === 0) {
    return {
      code: 'NOTHING_JOINED',
      textSv: `Inget i grafen hänger ihop med ${of}.`,
      textEn: `Nothing in the graph is joined to ${of}.`,
    }
  }
  const ofTypes = around.filter(({ type }) => walk.types.includes(type))
  if (ofTypes.length === 0) return typesLeftOut(walk, asked.edgeKinds, around)
  const thisWay = ofTypes.filter(
    ({ isOutward }) => walk.direction === 'EITHER' || isOutward === (walk.direction === 'OUT'),
  )
  if (thisWay.length === 0) {
    const there = counted(ofTypes, ({ type }) => type)
    return {
      code: 'NOT_THIS_WAY',
      textSv: `Sambanden går bara åt andra hållet: ${there}.`,
      textEn: `There are relationships the other way only: ${there}.`,
    }
  }
  const ofKinds = thisWay.filter(({ kind, level }) => isOfKinds(walk, kind, level))
  if (ofKinds.length === 0) {
    const there = counted(thisWay, ({ kind }) => kind)
    return asked.kinds
      ? {
          code: 'KINDS_LEFT_OUT',
          textSv: `Det som hänger ihop med ${of} är av slag som inte efterfrågas: ${there}. Lägg dem till kinds, eller utelämna kinds.`,
          textEn: `What is joined to ${of} is of kinds that are not asked for: ${there}. Add them to kinds, or leave kinds out.`,
        }
      : {
          code: 'KINDS_LEFT_OUT',
          textSv: `Det som hänger ihop med ${of} är av slag som visas bara när de efterfrågas: ${there}. Ange dem i kinds.`,
          textEn: `What is joined to ${of} is of kinds that are shown only where they are asked for: ${there}. Name them in kinds.`,
        }
  }
  if (without.size > 0 && ofKinds.some(({ holds }) => holds)) {
    return {
      code: 'TAKEN_AWAY',
      textSv: `Allt som hänger ihop med ${of} har tagits bort med without.`,
      textEn: `All that is joined to ${of} is taken away by without.`,
    }
  }
  return notOnDay(walk.asOf, ofKinds)
}

function typesLeftOut(walk: Walk, wereAsked: boolean, around: readonly Around[]): Warning {
  const there = counted(around, ({ type }) => type)
  if (!wereAsked) {
    return {
      code: 'EDGE_KINDS_LEFT_OUT',
      textSv: `Det finns samband av slag som visas bara när de efterfrågas: ${there}. Ange dem i edgeKinds.`,
      textEn: `There are relationships of types that are shown only where they are asked for: ${there}. Name them in edgeKinds.`,
    }
  }
  const wanted = walk.types.join(', ')
  return {
    code: 'EDGE_KINDS_ABSENT',
    textSv: `Inga samband av de slag som efterfrågas (${wanted}) finns där, men andra: ${there}.`,
    textEn: `There are no relationships of the types asked for (${wanted}), but others: ${there}.`,
  }
}

function notOnDay(asOf: string, around: readonly Around[]): Warning {
  const first = around.flatMap((each) => each.first ?? []).toSorted()[0]
  const last = around
    .flatMap((each) => each.last ?? [])
    .toSorted()
    .at(-1)
  const span = (from: string, to: string) =>
    [first === undefined ? [] : `${from} ${first}`, last === undefined ? [] : `${to} ${last}`].flat().join(', ')
  const there = counted(around, ({ type }) => type)
  return {
    code: 'NOT_ON_DAY',
    textSv: `Inget samband gäller ${asOf}. Det finns på andra dagar (${span('från', 'till')}): ${there}.`,
    textEn: `No relationship holds on ${asOf}. There are on other days (${span('from', 'until')}): ${there}.`,
  }
}

/**
 * Which of the types asked for are not drawn because they lead only to kinds that are not asked for.
 * @param inside the shown nodes whose neighbours the depth would have shown.
 */
export async function endsLeftOut(
  graph: GraphReader,
  walk: Walk,
  inside: readonly string[],
  edges: readonly NetworkEdge[],
): Promise<Warning[]> {
  const drawn = new Set(edges.map(({ kind }) => kind))
  const types = walk.types.filter((type) => !drawn.has(type))
  if (types.length === 0) return []
  const bounds = { ...boundsOf(walk), limit: MOST_LOOKED_AT }
  const around = await graph.read(relationshipsAround(types, walk.unfinished ?? []), { ids: inside, ...bounds })
  return types.flatMap((type) => {
    const leftOut = around.filter((each) => each.type === type && each.holds && !isOfKinds(walk, each.kind, each.level))
    if (leftOut.length === 0) return []
    const there = counted(leftOut, ({ kind }) => kind)
    return [
      {
        code: 'EDGE_KINDS_END_ELSEWHERE',
        textSv: `${type} leder här bara till slag som inte efterfrågas: ${there}. Lägg dem till kinds, eller utelämna kinds.`,
        textEn: `${type} leads only to kinds here that are not asked for: ${there}. Add them to kinds, or leave kinds out.`,
      },
    ]
  })
}

/** How many relationships there are of each, the most first; where not all were looked at, at least so many. */
function counted(around: readonly Around[], by: (row: Around) => string): string {
  const sums = new Map<string, number>()
  for (const row of around) sums.set(by(row), (sums.get(by(row)) ?? 0) + row.count)
  const all = [...sums.values()].reduce((sum, count) => sum + count, 0)
  const atLeast = all >= MOST_LOOKED_AT ? '≥ ' : ''
  return [...sums]
    .toSorted(([left, many], [right, few]) => few - many || (left < right ? -1 : 1))
    .map(([name, count]) => `${name} (${atLeast}${count})`)
    .join(', ')
}
