import { idOfKind } from '../graph/entity-ids.js'
import { compare } from '../graph/sort-name.js'
import { NotFoundError } from '../kernel/input-errors.js'
import type { Warning } from '../kernel/warning.js'
import type { KeptKnowledge } from '../reference/reference.js'
import { byName } from '../support/facts/by-name.js'
import { supportSystem } from '../support/facts/read-system.js'
import { type AreaHelp, helpReaching } from '../support/matching/help-rule.js'
import { phaseKinds } from './phases.js'
import { type Preparation, preparationsFor } from './preparations.js'
import { type PhaseRow, timelineOfVenture } from './timeline-queries.js'

/** Help that should come before a phase, with who and what gives it. */
export type TimelinePreparation = Preparation & AreaHelp

/** A phase as suppliers see it; lists are of ids. */
export interface TimelinePhase {
  readonly kind: PhaseRow['kind']
  /** Id of the phase; null where it is only known that something is bought in it. */
  readonly phase: string | null
  /** Null where that is not known. */
  readonly begun: boolean | null
  readonly categories: readonly string[]
  readonly requirements: readonly string[]
  readonly before: readonly TimelinePreparation[]
}

/** When a venture buys what, and what should come before, as it stood on a day. */
export interface Timeline {
  readonly establishment: string
  readonly asOf: string
  readonly phases: readonly TimelinePhase[]
  readonly unphased: readonly string[]
  readonly warnings: readonly Warning[]
}

/** A timeline as it is asked for. */
export interface TimelineQuestion {
  readonly establishment: string
  /** Whether proposed initiatives stand among those in force. */
  readonly includeProposed: boolean
  readonly asOf: string
}

/**
 * The timeline of a venture on a day.
 * @throws BadUserInputError for an id of another kind; NotFoundError.
 */
export async function timeline(
  knowledge: KeptKnowledge,
  { establishment, includeProposed, asOf }: TimelineQuestion,
): Promise<Timeline> {
  idOfKind('establishment', establishment, 'establishment')
  const [[venture], system] = await Promise.all([
    knowledge.graph.read(timelineOfVenture, { establishment, asOf }),
    knowledge.reference.of(supportSystem, asOf),
  ])
  if (venture === undefined) throw new NotFoundError(establishment)
  const { phases, requirements, sites, counties } = venture
  const purchases = venture.purchases.toSorted(
    (left, right) => compare(left.sortName, right.sortName) || compare(left.category, right.category),
  )
  const asked = requirements.toSorted(byName)
  const targeting = new Set(venture.targeting)
  const places = sites.length > 0 ? sites : counties
  const categoriesOf = (kind: PhaseRow['kind'] | null) => [
    ...new Set(purchases.filter(({ phase }) => phase === kind).map(({ category }) => category)),
  ]
  const unphased = categoriesOf(null)

  function seen(kind: PhaseRow['kind'], phase: PhaseRow | null): TimelinePhase {
    const categories = categoriesOf(kind)
    const begun = phase === null ? null : hasBegun(phase, asOf)
    const buys = categories.length + unphased.length > 0
    const before = buys && begun !== true ? preparationsFor(knowledge.edition.preparations, kind, asked) : []
    return {
      kind,
      phase: phase?.id ?? null,
      begun,
      categories,
      requirements: buys ? asked.map(({ id }) => id) : [],
      before: before.map((preparation) => ({
        ...preparation,
        ...helpReaching(system, {
          ...{ places, includeProposed, area: preparation.area },
          named: preparation.forRequirements ? targeting : new Set(),
        }),
      })),
    }
  }

  const untold = phaseKinds.filter(
    (kind) => categoriesOf(kind).length > 0 && phases.every((phase) => phase.kind !== kind),
  )
  return {
    establishment,
    asOf,
    phases: [
      ...phases.toSorted(inTime).map((phase) => seen(phase.kind, phase)),
      ...untold.map((kind) => seen(kind, null)),
    ],
    unphased,
    warnings: phases.length === 0 ? [phasesUnknown] : [],
  }
}

const phasesUnknown: Warning = {
  code: 'PHASES_UNKNOWN',
  textSv: 'Ingen källa i grafen berättar när satsningens faser börjar.',
  textEn: 'No source in the graph tells when the phases of the venture begin.',
}

/**
 * Whether a phase has begun on a day. A day that is only expected may have passed without it, and one that is given to the month
 * or the year may be any day of it: then nobody knows.
 */
export function hasBegun(
  { from, fromPrecision, status }: Pick<PhaseRow, 'from' | 'fromPrecision' | 'status'>,
  asOf: string,
): boolean | null {
  if (from === null) return null
  if (from > asOf) return false
  if (lastDay(from, fromPrecision) > asOf) return null
  return status === 'EXPECTED' || status === 'POSTPONED' ? null : true
}

/** The last day that a date can mean, which begins with the first: one without such a number compares as it should. */
function lastDay(from: string, precision: PhaseRow['fromPrecision']): string {
  if (precision === 'YEAR') return `${from.slice(0, 4)}-12-31`
  return precision === 'MONTH' ? `${from.slice(0, 7)}-31` : from
}

/** By begin, else by end; without either last, in the order of a venture's life; then by id. */
function inTime(left: PhaseRow, right: PhaseRow): number {
  return compare(timeKey(left), timeKey(right)) || order(left) - order(right) || compare(left.id, right.id)
}

const timeKey = ({ from, to }: PhaseRow): string => from ?? to ?? '9999'
const order = ({ kind }: PhaseRow): number => phaseKinds.indexOf(kind)
