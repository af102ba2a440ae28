import type { SizeRule } from '../../classification/size-class.js'
import { known } from '../../graph/known.js'
import type { StatementPiece } from '../changes/piece.js'
import { shownEntity } from '../statements/fold.js'
import { inOrder, nameOfStatement, replaced, type Statement } from '../statements/statement.js'
import type { EntityState } from '../statements/states.js'
import { joinedStatements, without, withValues } from './join-statements.js'
import { missingNames, namesIn, namesOf, withOtherNames } from './merge-names.js'

interface States {
  readonly from: EntityState
  readonly into: EntityState
}

/** Pieces of a merge, and what is said of the one that stays after it. */
export interface MergedStatements {
  readonly from: readonly StatementPiece[]
  readonly into: readonly StatementPiece[]
  readonly after: readonly Statement[]
}

/**
 * What sources say of the one that goes they say of the one that stays. That keeps its name, but for firms, whose name is
 * the newest as in lists of them; all other names of the two become other names of it.
 */
export function mergedStatements(states: States, rule: SizeRule): MergedStatements {
  const { from, into } = states
  const moved = movedStatements(states)
  const after = moved.length === 0 ? into.statements : named(joinedStatements(saidOf(into), moved), states, rule)
  return {
    from: from.statements.map((before) => ({ of: 'STATEMENT', entity: from.id, before, after: null })),
    into: after.flatMap((statement): StatementPiece[] => {
      const before = into.statements.find((each) => nameOfStatement(each) === nameOfStatement(statement)) ?? null
      if (JSON.stringify(before) === JSON.stringify(statement)) return []
      return [{ of: 'STATEMENT', entity: into.id, before, after: statement }]
    }),
    after,
  }
}

/** What sources say of an entity; of a firm that a list only names, that name. */
function saidOf({ id, label, properties, statements }: EntityState): readonly Statement[] {
  const { nameSv, source, locator, recordedAt, seeded } = properties
  if (statements.length > 0 || label !== 'Firm' || nameSv === undefined || nameSv === id) return statements
  return [
    {
      ...{ source: String(source), locator: String(locator), recordedAt: String(recordedAt) },
      ...{ asOf: null, confirmedOn: null, isSeeded: seeded === true, values: { name: nameSv }, emptied: [] },
    },
  ]
}

/** What is said of the one that goes, as it will be said of the one that stays. */
function movedStatements({ from, into }: States): readonly Statement[] {
  const shown = from.label === 'Firm' ? [] : ['nameSv', 'nameEn'].filter((name) => into.properties[name] !== undefined)
  const isNumbered = into.properties.organisationNumber !== undefined
  const isNumberSaid = into.statements.some(({ values }) => values.organisationNumber !== undefined)
  const dropped = [...shown, ...(isNumbered && !isNumberSaid ? ['organisationNumber'] : [])]
  const moved = saidOf(from).map((statement) => without(statement, dropped))
  return isNumbered ? moved : withNumber(moved, from)
}

/** The organisation number that stands on a firm beside what sources say of it is said by its own source. */
function withNumber(statements: readonly Statement[], { properties }: EntityState): readonly Statement[] {
  const { organisationNumber, source, locator, recordedAt, seeded } = properties
  if (organisationNumber === undefined || statements.some(({ values }) => values.organisationNumber !== undefined)) {
    return statements
  }
  const own = statements.find((each) => each.source === source) ?? statements[0]
  if (own) return replaced(statements, { before: own, after: withValues(own, { organisationNumber }) })
  return [
    {
      ...{ source: String(source), locator: String(locator), recordedAt: String(recordedAt) },
      ...{ asOf: null, confirmedOn: null, isSeeded: seeded === true, values: { organisationNumber }, emptied: [] },
    },
  ]
}

/** The same, with all names of the two. */
function named(statements: readonly Statement[], { from, into }: States, rule: SizeRule): readonly Statement[] {
  const [first] = inOrder(statements)
  if (!first) return statements
  const { properties: shown } = shownEntity(into.label, into.id, statements, rule)
  const [missing, ...others] = missingNames([...namesOf(into), ...namesOf(from)], namesIn(shown))
  if (!missing) return statements
  const { source, locator } = missing
  const written = inOrder(statements).filter(({ isSeeded }) => !isSeeded)
  const saying =
    written.find(({ values, emptied }) => values.otherNames !== undefined || emptied.includes('otherNames')) ??
    written.find((each) => each.source === source)
  const { recordedAt } = [...from.statements, ...into.statements].find((each) => each.source === source) ?? first
  // What an edition of the seed says is replaced by the next one, and the name would be gone with it.
  const own = saying ?? {
    ...{ source, locator, recordedAt, asOf: null, confirmedOn: null },
    ...{ isSeeded: false, values: {}, emptied: [] },
  }
  const after = withValues(own, known(withOtherNames(shown, [missing, ...others])))
  return replaced(statements, { before: saying ?? null, after })
}
