import { isDeepStrictEqual } from 'node:util'
import type { Edition } from '../../edition/edition.js'
import type { SpilloverAnswer } from './question.js'

type Usual = Pick<Edition['spillover'], 'table' | 'assumptions'>

/**
 * What a question has otherwise than the region's own, under the names of its parts: the table, other jobs than the ventures', and
 * what is assumed, where national industries are those that the table says. Whom ventures hire from changes no total.
 */
export function differencesFromUsual(
  { table, assumptions, asStated }: Pick<SpilloverAnswer, 'table' | 'assumptions' | 'asStated'>,
  { table: usualTable, assumptions: usual }: Usual,
): string[] {
  const national = table.table.industries.filter(({ scope }) => scope === 'NATIONAL').map(({ code }) => code)
  const { retention, regionalisation } = assumptions
  const parts: readonly (readonly [string, unknown, unknown])[] = [
    ['table', table.id, usualTable],
    ['establishments', asStated, true],
    ['shock', assumptions.shock, usual.shock],
    ['closure', assumptions.closure, usual.closure],
    ['householdIncome', assumptions.householdIncome, usual.householdIncome],
    ['incomeTax', assumptions.incomeTax, usual.incomeTax],
    ['regionalisation', regionalisation, usual.regionalisation],
    ['retention.share', retention.share, usual.retention.share],
    ['retention.apply', retention.apply, usual.retention.apply],
    ['retention.nationalSectors', retention.nationalIndustries ?? [], national],
  ]
  // What location quotients take the place of is no difference of its own.
  return parts.flatMap(([name, own, other]) =>
    isDeepStrictEqual(own, other) || (regionalisation !== null && name.startsWith('retention.')) ? [] : [name],
  )
}
