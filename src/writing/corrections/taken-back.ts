import { differences, haveSame } from '../changes/difference.js'
import { isTold, saidWith } from '../statements/fold.js'
import { ageOfValue, type Statement, type TieStatement } from '../statements/statement.js'

type Said = Statement | TieStatement

const daysOf = (said: Said | null): { asOf: string | null; confirmedOn: string | null } =>
  said && 'asOf' in said ? { asOf: said.asOf, confirmedOn: said.confirmedOn } : { asOf: null, confirmedOn: null }

/** Names of the values of which something else is said, or that are said to be none, or no more. */
export function namesDiffering(before: Said | null, after: Said | null): string[] {
  const [was, is] = [before?.emptied ?? [], after?.emptied ?? []]
  const names = [
    ...differences(before?.values ?? {}, after?.values ?? {}).map(({ name }) => name),
    ...was.filter((name) => !is.includes(name)),
    ...is.filter((name) => !was.includes(name)),
  ]
  return [...new Set(names)]
}

/** Names of what whoever said something else meant to change, with those that are said together with them. */
export const namesMeant = (before: Said | null, after: Said | null): string[] => [
  ...new Set(namesDiffering(before, after).filter(isTold).flatMap(saidWith)),
]

/** The same, with the day on which somebody said that it still holds. */
export function namesTouched(before: Said | null, after: Said | null): string[] {
  const isConfirmed = daysOf(before).confirmedOn !== daysOf(after).confirmedOn
  return [...namesMeant(before, after), ...(isConfirmed ? ['confirmedOn'] : [])]
}

/** Whether two sources' words are the same, whatever the order of their values. */
export function isSameSaid(left: Said | null, right: Said | null): boolean {
  if (left === null || right === null) return left === right
  const { values: one, emptied: none, ...own } = left
  const { values: other, emptied: noOther, ...others } = right
  const isSameEmptied = JSON.stringify(none.toSorted()) === JSON.stringify(noOther.toSorted())
  return isSameEmptied && haveSame(one, other) && JSON.stringify(inOrder(own)) === JSON.stringify(inOrder(others))
}

const inOrder = (value: object) => Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))

/** What a change made of what one source says, and what that is now. */
export interface Standing<Some extends Said> {
  readonly before: Some | null
  readonly after: Some | null
  readonly now: Some | null
  /** Whether the source was heard again since: where it last saw the thing stays. */
  readonly isHeardSince: boolean
}

/** Whether what a change made is not what there is by now, though no change tells of it. */
export function isOtherByNow<Some extends Said>({ before, after, now }: Standing<Some>): boolean {
  const names = namesTouched(before, after).filter((name) => name !== 'confirmedOn')
  const [made, there] = [after?.values ?? {}, now?.values ?? {}]
  const some = (said: Some['values']) =>
    Object.fromEntries(names.flatMap((name) => (name in said ? [[name, said[name]]] : [])))
  return !haveSame(definedIn(some(made)), definedIn(some(there)))
}

const definedIn = (values: Record<string, Said['values'][string] | undefined>): Said['values'] =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/**
 * What a source says once a change is taken back: the values that the change made others are what they were, and whatever it
 * said since of other values stays. Null where it says nothing any more.
 */
export function takenBack<Some extends Said>({ before, after, now, isHeardSince }: Standing<Some>): Some | null {
  if (now === null || isSameSaid(now, after)) return before
  const changed = new Set(namesDiffering(before, after).filter((name) => !(isHeardSince && !isTold(name))))
  const kept = Object.entries(now.values).filter(([name]) => !changed.has(name))
  const restored = Object.entries(before?.values ?? {}).filter(([name]) => changed.has(name))
  const emptied = [
    ...now.emptied.filter((name) => !changed.has(name)),
    ...(before?.emptied ?? []).filter((name) => changed.has(name)),
  ].toSorted()
  const left = {
    ...now,
    values: Object.fromEntries([...kept, ...restored]),
    emptied,
    ...daysLeft({ before, after, now, isHeardSince }),
    ...agesLeft({ before, now }, changed),
  }
  if (before !== null) return left
  const isSomething = Object.keys(left.values).some((name) => isTold(name)) || emptied.length > 0
  return isSomething || isHeardSince || daysOf(left).confirmedOn !== null ? left : null
}

/** The ages of what a source said before it said the rest: what is restored is as old as it was. */
export function agesLeft<Some extends Said>(
  { before, now }: Pick<Standing<Some>, 'before' | 'now'>,
  changed: ReadonlySet<string>,
) {
  if (!now || !('asOf' in now)) return {}
  const kept = Object.entries(now.earlier ?? {}).filter(([name]) => !changed.has(name))
  const restored = before && 'asOf' in before ? [...Object.keys(before.values), ...before.emptied] : []
  const ages = [
    ...kept,
    ...restored.flatMap((name) => (before && changed.has(name) ? [[name, ageOfValue(before, name)] as const] : [])),
  ]
  return { earlier: ages.length > 0 ? Object.fromEntries(ages.toSorted()) : undefined }
}

/** The days of a statement: those that the change gave it are what they were, unless its source was heard or others came since. */
function daysLeft<Some extends Said>({ before, after, now, isHeardSince }: Standing<Some>) {
  if (!now || !('asOf' in now)) return {}
  const [was, made, there] = [daysOf(before), daysOf(after), daysOf(now)]
  return {
    asOf: there.asOf === made.asOf && !isHeardSince ? was.asOf : there.asOf,
    confirmedOn: there.confirmedOn === made.confirmedOn ? was.confirmedOn : there.confirmedOn,
  }
}
