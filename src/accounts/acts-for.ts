import type { GraphReader, GraphTransaction } from '../graph/graph.js'
import { idsNow } from '../graph/redirects.js'
import { dayBefore } from '../kernel/day.js'
import { grouped } from '../kernel/grouped.js'
import { BadUserInputError, NotFoundError } from '../kernel/input-errors.js'
import { actorsAmong, actsForOf, removeActing, setActsFor } from './account-queries.js'

/** That an account acts for a support actor from one day to another, both included; null leaves an end open. */
export interface Acting {
  readonly id: string
  readonly account: string
  readonly actor: string
  readonly from: string | null
  readonly to: string | null
}

const isOn = ({ from, to }: Acting, day: string): boolean =>
  (from === null || from <= day) && (to === null || to >= day)

/** For whom accounts act, by name; an actor that was merged into another is that other one. */
export async function readActsFor(
  graph: GraphReader,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly Acting[]>> {
  const rows = names.length === 0 ? [] : await graph.read(actsForOf, { accounts: names })
  if (rows.length === 0) return new Map()
  const actors = rows.map(({ actor }) => actor)
  const now = await idsNow(graph, actors)
  const acting = rows.map(({ actor, ...row }) => ({ ...row, actor: now.get(actor) ?? actor }))
  return grouped(acting, ({ account }) => account)
}

/** Ids of those that an account acts for on a day, in their order. */
export async function actorsOf(graph: GraphReader, name: string, day: string): Promise<readonly string[]> {
  const acting = (await readActsFor(graph, [name])).get(name) ?? []
  return [...new Set(acting.filter((each) => isOn(each, day)).map(({ actor }) => actor))]
}

/** Whom an account is to act for, as somebody says it. */
export interface AskedActing {
  readonly actor: string
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

/**
 * Says whom an account acts for, each actor once.
 * @param day today, from which on it does where no day is named.
 * @throws NotFoundError for an id that is no support actor; BadUserInputError for a period that ends before it begins.
 */
export async function writeActsFor(
  transaction: GraphTransaction,
  account: string,
  asked: readonly AskedActing[],
  day: string,
): Promise<void> {
  if (asked.length === 0) return
  const known = await transaction.read(actorsAmong, { actors: asked.map(({ actor }) => actor) })
  const ids = new Set(known.map(({ id }) => id))
  for (const [index, { actor, from = day, to = null }] of asked.entries()) {
    if (!ids.has(actor)) throw new NotFoundError(actor)
    if (from !== null && to !== null && to < from) {
      throw new BadUserInputError(`input.actsFor[${index}].to`, `input.actsFor[${index}] ends before it begins`)
    }
    await transaction.write(setActsFor, { acting: `acting:${account} ${actor}`, account, actor, from, to })
  }
}

/**
 * Says that an account acts no longer for some, from a day on; what began on that day, or begins later, never was.
 * @throws NotFoundError for one that it does not act for.
 */
export async function endActsFor(
  transaction: GraphTransaction,
  account: string,
  actors: readonly string[],
  day: string,
): Promise<void> {
  const held = (await readActsFor(transaction, [account])).get(account) ?? []
  for (const actor of actors) {
    const acting = held.filter((each) => each.actor === actor)
    if (acting.length === 0) throw new NotFoundError(actor)
    for (const { id, from } of acting) {
      if (from !== null && from >= day) {
        await transaction.write(removeActing, { acting: id })
        continue
      }
      await transaction.write(setActsFor, { acting: id, account, actor, from, to: dayBefore(day) })
    }
  }
}
