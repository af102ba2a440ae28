import { type SizeClass, sizeClasses } from '../classification/size-class.js'
import { idOfKind, requireInGraph } from '../graph/entity-ids.js'
import type { GraphReader } from '../graph/graph.js'
import { BadUserInputError, requireSome, soughtName, soughtText } from '../kernel/input-errors.js'
import { soughtForms } from '../text/sought-forms.js'
import { categoriesNamed, sectorsNamed } from './supplier-firm-queries.js'
import { basisWeights, type MatchBasis } from './supplier-score.js'

/** Which firms are asked for, as a request says it. */
export interface SupplierFilter {
  readonly categories?: readonly string[] | null
  readonly fulfils?: readonly string[] | null
  readonly mayFulfil?: readonly string[] | null
  readonly sizeClasses?: readonly SizeClass[] | null
  readonly minEmployees?: number | null
  readonly maxEmployees?: number | null
  readonly bases?: readonly MatchBasis[] | null
  readonly municipalities?: readonly string[] | null
  readonly text?: string | null
}

/** What a text leads to beside the names of firms. */
export interface SoughtText {
  /** As what it may stand in a firm's names. */
  readonly forms: readonly string[]
  /** Categories whose names hold it. */
  readonly categories: ReadonlySet<string>
  /** Sectors whose names hold it, and those below them. */
  readonly sectors: ReadonlySet<string>
}

/** Which firms are asked for, read and checked; null where nothing is asked of that kind. */
export interface CheckedSupplierFilter {
  readonly categories: ReadonlySet<string> | null
  readonly fulfils: readonly string[]
  readonly mayFulfil: readonly string[]
  readonly sizeClasses: ReadonlySet<SizeClass> | null
  readonly minEmployees: number | null
  readonly maxEmployees: number | null
  /** Of the bases that are asked for. */
  readonly weights: ReadonlySet<number> | null
  readonly municipalities: ReadonlySet<string> | null
  readonly text: SoughtText | null
  readonly withinKm: number | null
}

/**
 * Reads and checks a filter.
 * @throws BadUserInputError for what is no filter; NotFoundError for a category, requirement or municipality that is not there.
 */
export async function checkedSupplierFilter(
  graph: GraphReader,
  filter: SupplierFilter | null,
  withinKm: number | null,
): Promise<CheckedSupplierFilter> {
  const given = filter ?? {}
  for (const name of ['categories', 'fulfils', 'mayFulfil', 'sizeClasses', 'bases', 'municipalities'] as const) {
    requireSome(`filter.${name}`, given[name])
  }
  const minEmployees = atLeastNone('filter.minEmployees', given.minEmployees)
  const maxEmployees = atLeastNone('filter.maxEmployees', given.maxEmployees)
  if (minEmployees !== null && maxEmployees !== null && minEmployees > maxEmployees) {
    throw new BadUserInputError('filter.maxEmployees', 'filter.maxEmployees must be no less than filter.minEmployees')
  }
  const of = (kind: 'category' | 'requirement' | 'municipality', argument: string, ids: readonly string[]) =>
    [...new Set(ids)].map((id) => idOfKind(kind, id, argument))
  const categories = of('category', 'filter.categories', given.categories ?? [])
  const fulfils = of('requirement', 'filter.fulfils', given.fulfils ?? [])
  const mayFulfil = of('requirement', 'filter.mayFulfil', given.mayFulfil ?? [])
  const municipalities = of('municipality', 'filter.municipalities', given.municipalities ?? [])
  const text = typeof given.text === 'string' ? soughtName('filter.text', soughtText('filter.text', given.text)) : null
  const [sought] = await Promise.all([
    text === null ? null : soughtBy(graph, text),
    requireInGraph(graph, [...categories, ...fulfils, ...mayFulfil, ...municipalities]),
  ])
  return {
    ...{ categories: given.categories ? new Set(categories) : null, fulfils, mayFulfil, minEmployees, maxEmployees },
    sizeClasses: given.sizeClasses ? new Set(given.sizeClasses) : null,
    weights: given.bases ? new Set(given.bases.map((basis) => basisWeights[basis])) : null,
    municipalities: given.municipalities ? new Set(municipalities) : null,
    ...{ text: sought, withinKm },
  }
}

/** Size classes that a filter asks for. */
export const sizesAsked = ({ sizeClasses: asked }: CheckedSupplierFilter): readonly SizeClass[] =>
  sizeClasses.filter((size) => asked?.has(size) ?? true)

async function soughtBy(graph: GraphReader, text: string): Promise<SoughtText> {
  const forms = soughtForms(text)
  const asked = { word: text, wordJoined: forms[1] ?? text }
  const [categories, sectors] = await Promise.all([graph.read(categoriesNamed, asked), graph.read(sectorsNamed, asked)])
  return {
    forms,
    categories: new Set(categories.map(({ category }) => category)),
    sectors: new Set(sectors.map(({ sector }) => sector)),
  }
}

function atLeastNone(argument: string, value: number | null | undefined): number | null {
  if (typeof value === 'number' && value < 0) throw new BadUserInputError(argument, `${argument} must be 0 or more`)
  return value ?? null
}
