import type { HelpKind } from '../../classification/help-kind.js'
import type { Named } from '../../language/wording.js'
import type { SupportActor } from '../facts/actors.js'
import { bestOf, type SupportEvidence, suffices } from '../facts/evidence.js'
import type { Level } from '../facts/limits.js'
import { nearestLevel } from '../facts/reach.js'
import type { WaysWanted } from '../facts/ways.js'
import { isFurther, type SupportCell, supportCells } from './cell-rule.js'
import { type CoveredPlace, type MeansInto, meansInto, meansOf } from './means-rule.js'

/** What a change adds to the support system. */
export interface Added {
  /** Actors with nothing but what is added. */
  readonly actors: readonly SupportActor[]
  /** The actors as the change would leave them without it. */
  readonly left: readonly SupportActor[]
  /** With what kinds of help a new actor would meet a need. */
  readonly helpOf: (actor: string, need: string) => readonly HelpKind[]
}

/** Help that is not there yet: by a new actor, or by an initiative that is taken as in force. */
export interface PlannedHelp {
  readonly by: Named
  /** Its id; null for a new actor, which no graph knows. */
  readonly initiative: string | null
  readonly help: readonly HelpKind[]
  /** From how near any SME of the place could use it; null where only some could. */
  readonly level: Level | null
  readonly evidence: SupportEvidence
}

/** What of a cell is there by a change alone. */
export interface PlannedInCell {
  readonly isLevelPlanned: boolean
  readonly isEvidencePlanned: boolean
  readonly help: readonly PlannedHelp[]
}

/**
 * What a change adds to each of some cells.
 * @param cells as they would be after the change.
 * @param places in the order of the cells.
 */
export function plannedInCells(
  cells: readonly SupportCell[],
  places: readonly CoveredPlace[],
  needs: readonly Named[],
  wanted: WaysWanted,
  { actors, left, helpOf }: Added,
): PlannedInCell[] {
  const without = supportCells(left, places, needs, wanted)
  const means = meansOf(actors, wanted.region)
  const helps = places.flatMap((place) => {
    const into = meansInto(place, means)
    return needs.map(({ id }) => {
      const help = into.flatMap((each) => plannedHelp(each, id, wanted.evidence, helpOf))
      return [...help.filter(({ level }) => level !== null), ...help.filter(({ level }) => level === null)]
    })
  })
  return cells.map(({ level, bestEvidence }, index): PlannedInCell => {
    const rest = without[index]
    const isAsWellKnown = rest?.bestEvidence && bestEvidence && suffices(rest.bestEvidence, bestEvidence)
    return {
      isLevelPlanned: rest !== undefined && isFurther(rest.level, level),
      isEvidencePlanned: bestEvidence !== null && !isAsWellKnown,
      help: helps[index] ?? [],
    }
  })
}

function plannedHelp(
  { kind, of, routes }: MeansInto,
  need: string,
  least: SupportEvidence,
  helpOf: Added['helpOf'],
): PlannedHelp[] {
  const leading = routes.flatMap(({ to, sectors, use, level }) => {
    const evidence = to.get(need)
    // What is for a part of the place and for one sector there is for too few to be told of it.
    const isLed = evidence !== undefined && suffices(evidence, least) && !(use === 'PART_OF_PLACE' && sectors.named)
    return isLed ? [{ evidence, level, isForAny: use === 'ANY_SME' && !sectors.named }] : []
  })
  const forAny = leading.filter(({ isForAny }) => isForAny)
  const evidence = bestOf((forAny.length > 0 ? forAny : leading).map((each) => each.evidence))
  if (evidence === null) return []
  return [
    {
      by: of,
      ...(kind === 'INITIATIVE' && 'help' in of
        ? { initiative: of.id, help: of.help }
        : { initiative: null, help: helpOf(of.id, need) }),
      level: nearestLevel(forAny.map(({ level }) => level)) ?? null,
      evidence,
    },
  ]
}
