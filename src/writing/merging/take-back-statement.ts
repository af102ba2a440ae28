import { differences, isSame } from '../changes/difference.js'
import type { StatementPiece } from '../changes/piece.js'
import { saidTogether } from '../statements/fold.js'
import { nameOfStatement, type Statement } from '../statements/statement.js'

/** Where something was last seen follows from who wrote of it: nobody means it by what they change. */
const followed: ReadonlySet<string> = new Set(['lastSeenYear', 'lastSeenIn', 'undatedPage', 'synonyms'])

/** Names of the values of which a piece says something else, with those that are said together with them. */
export function fieldsTouched({ before, after }: StatementPiece): string[] {
  return namesDiffering(before, after)
    .filter((name) => !followed.has(name))
    .flatMap(saidTogether)
}

const namesDiffering = (before: Statement | null, after: Statement | null): string[] => {
  const [was, is] = [before?.emptied ?? [], after?.emptied ?? []]
  return [
    ...differences(before?.values ?? {}, after?.values ?? {}).map(({ name }) => name),
    ...was.filter((name) => !is.includes(name)),
    ...is.filter((name) => !was.includes(name)),
  ]
}

/**
 * What takes a piece back where its source may have said more since: that stays.
 * @param now what sources say, by `nameOfStatement`; nobody has touched what the piece did.
 */
export function takenBack(piece: StatementPiece, now: ReadonlyMap<string, Statement>): StatementPiece {
  const { entity, before, after } = piece
  const [named] = [after, before].flatMap((each) => (each ? [nameOfStatement(each)] : []))
  const standing = now.get(named ?? '') ?? null
  if (!standing || !after) return { of: 'STATEMENT', entity, before: standing, after: before }
  const touched = new Set(namesDiffering(before, after))
  const kept = Object.entries(standing.values).filter(
    ([name, value]) => !touched.has(name) || (followed.has(name) && !isSame(after.values[name], value)),
  )
  const restored = Object.entries(before?.values ?? {}).filter(([name]) => touched.has(name))
  const emptied = [
    ...standing.emptied.filter((name) => !touched.has(name)),
    ...(before?.emptied ?? []).filter((name) => touched.has(name)),
  ].toSorted()
  const isConfirmedSince = standing.confirmedOn !== after.confirmedOn
  const confirmedOn = isConfirmedSince ? standing.confirmedOn : (before?.confirmedOn ?? null)
  const isSaidSince = standing.recordedAt !== after.recordedAt || standing.asOf !== after.asOf
  const { locator, recordedAt, asOf } = isSaidSince || !before ? standing : before
  const values = Object.fromEntries([...restored, ...kept])
  const left = { ...standing, locator, recordedAt, asOf, values, emptied, confirmedOn }
  const isSomething = before !== null || kept.length + emptied.length > 0 || confirmedOn !== null
  return { of: 'STATEMENT', entity, before: standing, after: isSomething ? left : null }
}
