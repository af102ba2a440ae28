import { z } from 'zod'
import type { Properties } from '../../graph/elements.js'
import type { Displacement } from '../model/assumptions.js'
import type { DisplacementCell } from '../model/displacement.js'
import { type AnsweredDisplacement, withWords } from '../question/displacement.js'
import { statedDisplacement } from '../question/scenario.js'

/** What is displaced, as a run's node keeps it: its assumptions, and lists of the same length, one place for each county and group. */
export const displacementProperties = (
  { fromRegionalSmes, refilled }: Displacement,
  cells: readonly DisplacementCell[],
  countedInFull: readonly string[],
): Properties => ({
  displacementFromRegionalSmes: fromRegionalSmes,
  displacementRefilled: refilled,
  ...(cells.length === 0
    ? {}
    : {
        displacedCounties: cells.map(({ county }) => county),
        // Industries that are in no group stand under no name: lists of the graph hold no null.
        displacedGroups: cells.map(({ group }) => group ?? ''),
        displacedDirect: cells.map(({ direct }) => direct),
        displacedTaken: cells.map(({ taken }) => taken),
        displacedLost: cells.map(({ lost }) => lost),
        displacedSpillover: cells.map(({ spillover }) => spillover),
      }),
  ...(countedInFull.length === 0 ? {} : { displacedCountedInFull: [...countedInFull] }),
})

const texts = z.array(z.string()).nullish()
const numbers = z.array(z.number()).nullish()
const stored = z.object({
  ...{ displacedCounties: texts, displacedGroups: texts, displacedCountedInFull: texts },
  ...{ displacedDirect: numbers, displacedTaken: numbers, displacedLost: numbers, displacedSpillover: numbers },
})

/** What is left of a stored run where its ventures hire from the region's firms; null where they do not. */
export function storedDisplacement(node: unknown): AnsweredDisplacement | null {
  const displacement = statedDisplacement(node)
  if (displacement === null) return null
  const lists = stored.parse(node)
  const cells = (lists.displacedCounties ?? []).map((county, index) => ({
    county,
    group: lists.displacedGroups?.[index] || null,
    direct: lists.displacedDirect?.[index] ?? 0,
    taken: lists.displacedTaken?.[index] ?? 0,
    lost: lists.displacedLost?.[index] ?? 0,
    spillover: lists.displacedSpillover?.[index] ?? 0,
  }))
  return withWords(displacement, cells, lists.displacedCountedInFull ?? [])
}
