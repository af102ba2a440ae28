import type { SizeClass } from '../classification/size-class.js'
import { type PageArguments, type PageInfo, pageSize } from '../graph/compose/page.js'
import { once } from '../kernel/once.js'
import type { Warning } from '../kernel/warning.js'
import type { KeptKnowledge } from '../reference/reference.js'
import {
  type Ability,
  type AbleFirm,
  ableFirms,
  failedByAbility,
  failedByFirm,
  type KeptAbleFirm,
} from './able-firms.js'
import { fulfilledBy } from './ranked-candidates.js'
import { type SupplierCounts, supplierCounts } from './supplier-counts.js'
import { type CheckedSupplierFilter, checkedSupplierFilter, sizesAsked } from './supplier-filter.js'
import { filteredFirms } from './supplier-firm-queries.js'
import { abilitiesIn, ableAsked, pageJudged, readLikeFirms } from './supplier-judged.js'
import { keptCandidates, type SuppliersChosen, type SuppliersQuestion } from './supplier-matches.js'
import { firstAfter, orderValue, pageRanked, type Rank, rankAfter } from './supplier-order.js'
import {
  basisOf,
  type MatchBasis,
  requirementShares,
  type ScoreInWords,
  type Stance,
  type Standing,
  scoreInWords,
  scoreOf,
  scoreParts,
  standingOf,
} from './supplier-score.js'
import { noFirms, noneAsFiltered, nothingBought } from './supply-warnings.js'
import { checkDistance, type SeekingVenture } from './venture.js'

/** A category that a firm could supply; its id. */
export interface FirmAbility {
  readonly category: string
  readonly basis: MatchBasis
}

/** A firm that could supply a venture. Entities stand as ids. */
export interface SupplierFirm extends Standing {
  readonly firm: string
  readonly categories: readonly FirmAbility[]
  readonly employees: number | null
  readonly sizeClass: SizeClass
  readonly municipality: string | null
  readonly distanceKm: number | null
  readonly score: number
  readonly scoreParts: ScoreInWords
}

/** A page of the firms that could supply a venture, and counts of all of them. */
export interface SupplierFirmPage {
  readonly nodes: readonly SupplierFirm[]
  readonly edges: readonly { readonly cursor: string; readonly node: SupplierFirm }[]
  readonly pageInfo: PageInfo
  readonly warnings: readonly Warning[]
  readonly counts: () => Promise<SupplierCounts>
}

interface RankedFirm extends Rank {
  readonly abilities: readonly Ability[]
  readonly employees: number | null
  readonly sizeClass: SizeClass
  readonly municipality: string | null
  readonly distanceKm: number | null
  readonly fulfilled: number
  readonly stances: readonly Stance[]
}

const LIST = 'supplierFirms'

/**
 * Firms that could supply a venture, each once, best score first unless asked otherwise. Those that are kept are filtered
 * and counted here; where a category has too many, the database pages all of them, and counts those of which the same is
 * known together.
 * @throws BadUserInputError, NotFoundError as `readVenture` and `checkedSupplierFilter`; BadUserInputError for a wrong page.
 */
export async function supplierFirms(
  { graph, reference }: KeptKnowledge,
  question: SuppliersQuestion & SuppliersChosen,
  page: PageArguments,
): Promise<SupplierFirmPage> {
  const { phase = null, withinKm = null, asOf, filter } = question
  const size = pageSize(page)
  const isFurther = typeof page.after === 'string'
  const order = question.orderBy ?? 'SCORE_DESC'
  const after = rankAfter(LIST, order, page.after)
  checkDistance(withinKm)
  const checked = await checkedSupplierFilter(graph, filter ?? null, withinKm)
  const { venture, sought, lists } = await reference.together((of) => keptCandidates(of, question))
  const known = lists.flatMap((list) => list ?? [])
  const kept = known.length === lists.length ? ableFirms(known, venture, checked) : null
  const turned = { order, after, limit: size + 1 }
  const rows = kept ? firstAfter(rankedFirms(kept, venture, checked, order), after, size + 1) : await readFirms()
  const counts = once(async () => {
    const firms: Iterable<AbleFirm> = kept ?? (await readLikeFirms(graph, venture, sought, { phase, asOf }, checked))
    const { requirements } = venture
    return supplierCounts(firms, checked, { categories: sought.map(({ category }) => category), requirements })
  })
  const isEmpty = rows.length === 0 && !isFurther
  const isAny = isEmpty && (await counts()).all > 0
  const warnings = sought.length === 0 ? [nothingBought] : isEmpty ? [isAny ? noneAsFiltered : noFirms] : []
  const found = pageRanked(LIST, order, rows, { size, isFurther }, (row) => firmOf(row, venture))
  return { ...found, warnings, counts }

  async function readFirms(): Promise<RankedFirm[]> {
    const chosen = sought.filter(({ category }) => checked.categories?.has(category) ?? true)
    const found = await graph.read(filteredFirms, {
      ...ableAsked(venture, chosen, { phase, asOf }),
      ...pageJudged(checked, venture, turned),
      sizeClasses: sizesAsked(checked),
      named: Object.fromEntries(
        chosen.map(({ category }) => [category, checked.text?.categories.has(category) ? 1 : 0]),
      ),
    })
    return found.map((row) => ({ ...row, category: '', abilities: abilitiesIn(row.abilities, chosen) }))
  }
}

/** Those of some firms that a filter lets through, with what of them it lets through. */
function rankedFirms(
  firms: readonly KeptAbleFirm[],
  { requirements }: SeekingVenture,
  filter: CheckedSupplierFilter,
  order: Parameters<typeof orderValue>[0],
): RankedFirm[] {
  const shares = requirementShares(requirements.length)
  return firms.flatMap((able) => {
    if (failedByFirm(filter, able) !== 0) return []
    const abilities = able.abilities.filter((ability) => failedByAbility(filter, able, ability) === 0)
    if (abilities.length === 0) return []
    const { firm, sortName, employees, sizeClass, municipality, distanceKm, stances } = able
    const fulfilled = fulfilledBy(requirements, able)
    const score = scoreOf(scoreParts(bestOf(abilities), shares, fulfilled, distanceKm))
    const value = orderValue(order, { score, employees, distanceKm })
    return {
      ...{ firm, sortName, category: '', value, abilities, employees, sizeClass },
      ...{ municipality, distanceKm, fulfilled, stances },
    }
  })
}

const bestOf = (abilities: readonly Ability[]): number => Math.max(...abilities.map(({ weight }) => weight))

function firmOf(row: RankedFirm, { requirements }: SeekingVenture): SupplierFirm {
  const { firm, abilities, employees, sizeClass, municipality, distanceKm, fulfilled, stances } = row
  const asked = requirements.length
  const parts = scoreParts(bestOf(abilities), requirementShares(asked), fulfilled, distanceKm)
  return {
    ...{ firm, employees, sizeClass, municipality, distanceKm, score: scoreOf(parts) },
    categories: abilities.map(({ category, weight }) => ({ category, basis: basisOf(weight) })),
    scoreParts: { ...parts, ...scoreInWords(parts, { fulfilled, asked, distanceKm }) },
    ...standingOf(requirements, stances),
  }
}
