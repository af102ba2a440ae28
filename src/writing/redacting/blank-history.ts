import type { GraphTransaction } from '../../graph/graph.js'
import type { QueryValue } from '../../graph/query.js'
import { grouped } from '../../kernel/grouped.js'
import { changesById } from '../changes/change-queries.js'
import { partName, revisionOfPart } from '../changes/recorded.js'
import { BLANK, blankedJson, blankedText, type Texts } from './blanked.js'
import {
  blankChanged,
  blankChangedFormers,
  blankChanges,
  blankParts,
  blankProposals,
  historyToBlank,
  lastProposalNumber,
  partsToBlank,
  proposalsToBlank,
} from './redact-queries.js'

const PROPOSALS_A_PAGE = 500

/** Blanks texts in all that changes did to some entities, in the pieces that are kept apart, and in why it was done. */
export async function blankHistoryOf(
  transaction: GraphTransaction,
  ids: readonly string[],
  texts: Texts,
): Promise<void> {
  const rows = await transaction.read(historyToBlank, { ids })
  const written = rows.flatMap(({ entity, change, revision, isFormer, ...said }) => {
    const properties = otherBy(said, (text) => blankedJson(text, texts))
    return properties ? [{ isFormer, row: { entity, change, revision, properties } }] : []
  })
  const [formers, entities] = [written.filter(({ isFormer }) => isFormer), written.filter(({ isFormer }) => !isFormer)]
  if (entities.length > 0) await transaction.write(blankChanged, { rows: entities.map(({ row }) => row) })
  if (formers.length > 0) await transaction.write(blankChangedFormers, { rows: formers.map(({ row }) => row) })
  const changes = [...new Set(rows.map(({ change }) => change))]
  const long = [...new Set(rows.flatMap(({ pieces, change }) => (pieces === null ? [change] : [])))]
  if (long.length > 0) await blankPartsOf(transaction, { changes: long, ids: new Set(ids) }, texts)
  if (changes.length === 0) return
  const why = (await transaction.read(changesById, { changes })).flatMap(({ id, reason }) => {
    const properties = otherBy({ reason }, (text) => blankedText(text, texts))
    return properties ? [{ id, properties }] : []
  })
  if (why.length > 0) await transaction.write(blankChanges, { rows: why })
}

/** Kept pieces of a change are cut anywhere: they are put together, blanked, and cut into as many again. */
async function blankPartsOf(
  transaction: GraphTransaction,
  { changes, ids }: { readonly changes: readonly string[]; readonly ids: ReadonlySet<string> },
  texts: Texts,
): Promise<void> {
  const parts = (await transaction.read(partsToBlank, { changes })).filter(({ entity }) => ids.has(entity))
  const whole = grouped(
    parts.toSorted((left, right) => left.number - right.number),
    ({ change, entity, number }) => partName(change, entity, revisionOfPart(number)),
  )
  const rows = [...whole.values()].flatMap((own): QueryValue[] => {
    const text = own.map((part) => part.text).join('')
    const left = blankedJson(text, texts)
    if (left === text) return []
    const cut = inParts(left, own.length)
    return own.map(({ id }, index) => ({ id, properties: { text: cut[index] ?? '' } }))
  })
  if (rows.length > 0) await transaction.write(blankParts, { rows })
}

/** A text in so many parts, cut between letters. */
function inParts(text: string, count: number): string[] {
  const size = Math.ceil(text.length / count)
  const parts: string[] = []
  for (let begin = 0; begin < text.length; ) {
    const isLast = parts.length === count - 1
    const part = isLast ? text.slice(begin) : text.slice(begin, begin + size).replace(/[\uD800-\uDBFF]$/, '')
    parts.push(part)
    begin += part.length
  }
  return parts
}

/** A text as long as this is looked for within what any proposal says, a shorter one within those of the same entities. */
const LONG_ENOUGH = 8

/** Blanks texts in proposals, and why those were made and decided that became the change. */
export async function blankProposalsOf(
  transaction: GraphTransaction,
  { change, ids }: { readonly change: string; readonly ids: ReadonlySet<string> },
  texts: Texts,
): Promise<void> {
  const long = new Map([...texts].filter(([text]) => text.length >= LONG_ENOUGH))
  const [{ last } = { last: 0 }] = await transaction.read(lastProposalNumber, {})
  for (let begin = 1; begin <= last; begin += PROPOSALS_A_PAGE) {
    const proposals = await transaction.read(proposalsToBlank, { begin, end: begin + PROPOSALS_A_PAGE - 1 })
    const rows = proposals.flatMap(({ id, change: became, entity, reason, decisionReason, draft, ...said }) => {
      const isOwn = became === change
      const own = isOwn || (entity !== null && ids.has(entity)) ? texts : long
      const why = { reason, decisionReason }
      const properties = {
        ...otherBy({ draft }, (text) => withoutReason(blankedJson(text, own), isOwn)),
        ...otherBy(said, (text) => blankedJson(text, own)),
        ...otherBy(why, (text) => (isOwn ? BLANK : blankedText(text, own))),
      }
      return Object.keys(properties).length > 0 ? [{ id, properties }] : []
    })
    if (rows.length > 0) await transaction.write(blankProposals, { rows })
  }
}

function withoutReason(draft: string, isOwn: boolean): string {
  const kept = JSON.parse(draft)
  return isOwn && typeof kept.reason === 'string' ? JSON.stringify({ ...kept, reason: BLANK }) : draft
}

/** Those of some texts that become others; null where none does. */
export function otherBy(
  texts: Readonly<Record<string, string | null>>,
  by: (text: string) => string,
): Record<string, string> | null {
  const others = Object.entries(texts).flatMap(([name, text]) => {
    const left = text === null ? null : by(text)
    return left === null || left === text ? [] : [[name, left] as const]
  })
  return others.length > 0 ? Object.fromEntries(others) : null
}
