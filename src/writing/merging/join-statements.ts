import type { Properties } from '../../graph/elements.js'
import { visible } from '../statements/fold.js'
import { age, ageOfValue, nameOfStatement, replaced, type Statement } from '../statements/statement.js'

/** What the same source said of two entities that are one: what it said later counts where it speaks of the same. */
function joinedStatement(one: Statement, other: Statement): Statement {
  const [newer = one, older = other] = visible([one, other])
  const values = { ...older.values, ...newer.values }
  const emptied = [...new Set([...newer.emptied, ...older.emptied.filter((name) => values[name] === undefined)])]
  const confirmed = [one.confirmedOn, other.confirmedOn].filter((day) => day !== null).toSorted()
  const { earlier: _, ...said } = newer
  return {
    ...said,
    values,
    emptied: emptied.toSorted(),
    confirmedOn: confirmed.at(-1) ?? null,
    ...agesOf([...Object.keys(values), ...emptied], newer, older),
  }
}

/** Each value is as old as it was said of either, where that is not when the newer was said. */
function agesOf(names: readonly string[], newer: Statement, older: Statement): Pick<Statement, 'earlier'> {
  const ages = names.toSorted().flatMap((name) => {
    const said = name in newer.values || newer.emptied.includes(name) ? newer : older
    const own = ageOfValue(said, name)
    return own === age(newer) ? [] : [[name, own] as const]
  })
  return ages.length > 0 ? { earlier: Object.fromEntries(ages) } : {}
}

/** What sources say of the entity that stays once those of the one that goes say it of that one. */
export const joinedStatements = (staying: readonly Statement[], moved: readonly Statement[]): readonly Statement[] =>
  moved.reduce<readonly Statement[]>((statements, statement) => {
    const before = statements.find((each) => nameOfStatement(each) === nameOfStatement(statement)) ?? null
    return replaced(statements, { before, after: before ? joinedStatement(before, statement) : statement })
  }, staying)

/** A statement without some values, and without their not being there. */
export const without = (statement: Statement, names: readonly string[]): Statement => ({
  ...statement,
  values: Object.fromEntries(Object.entries(statement.values).filter(([name]) => !names.includes(name))),
  emptied: statement.emptied.filter((name) => !names.includes(name)),
})

/** A statement with some values more. */
export const withValues = (statement: Statement, values: Properties): Statement => ({
  ...statement,
  values: { ...statement.values, ...values },
  emptied: statement.emptied.filter((name) => values[name] === undefined),
})
