import type { Asked, Costs, FieldCost } from '../cost/field-cost.js'
import type { Edition } from '../edition/edition.js'

type OwnTable = Pick<Edition['spillover'], 'table' | 'run'>

/**
 * Costs of fields that are asked of one table, as they are with its own size and not with that of the largest in the graph: a large
 * table that is brought in makes no question about a small one dearer.
 * @param own ids of the region's own run, and of its table, of which questions are that name none.
 */
export const byTheirTable = (costs: Costs, own: OwnTable): Costs =>
  Object.fromEntries(
    Object.entries(costs).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.entries(fields).map(([field, cost]) => [field, withItsTable(cost, own)])),
    ]),
  )

function withItsTable(cost: FieldCost, own: OwnTable): FieldCost {
  const { work, memory, rows, inAll, scanned } = cost
  const within = (of: (asked: Asked) => number) => (asked: Asked) => of(ofItsTable(asked, own))
  return {
    ...cost,
    ...(work ? { work: within(work) } : {}),
    ...(memory ? { memory: within(memory) } : {}),
    ...(rows ? { rows: within(rows) } : {}),
    ...(inAll ? { inAll: within(inAll) } : {}),
    ...(scanned ? { scanned: within(scanned) } : {}),
  }
}

/** The graph as the question sees it, whose table is the only one. */
function ofItsTable(asked: Asked, own: OwnTable): Asked {
  const { size, rootArgs } = asked
  const table = tableAsked(rootArgs, own)
  const most = table === null ? null : size.industriesOf(table)
  if (most === null) return asked
  const degrees: typeof size.degrees = (type, along, direction) => {
    const found = size.degrees(type, along, direction)
    return type === 'InputOutputTable' && along.includes('HAS_INDUSTRY') ? { ...found, most } : found
  }
  return { ...asked, size: { ...size, degrees } }
}

/** Id of the table that a root field is asked about; null where it is none, or not known before it is answered. */
function tableAsked({ input, id }: Asked['rootArgs'], own: OwnTable): string | null {
  if (typeof input === 'object' && input !== null) {
    // A job's stands within what it is begun with.
    const question = 'spillover' in input ? input.spillover : input
    const named = typeof question === 'object' && question !== null && 'table' in question ? question.table : null
    return typeof named === 'string' ? named : own.table
  }
  if (typeof id !== 'string') return null
  if (id === own.run.id) return own.table
  return id.startsWith('table:') ? id : null
}
