import type { Format } from '../../language/language.js'
import type { supplierTexts } from '../../language/suppliers.js'
import type { Facets, FirmsAnswer } from './firms-answer.js'
import type { FirmsQuestion } from './supply-question.js'

/** What was found, as a sentence: how many could supply what, how near, and how many of them are known to fulfil what is asked. */
export function findingOf(
  { totalCount, facets }: Pick<FirmsAnswer, 'totalCount' | 'facets'>,
  { filter, withinKm }: FirmsQuestion,
  venture: string,
  texts: (typeof supplierTexts)['sv'],
  { count, list }: Pick<Format, 'count' | 'list'>,
): string {
  const chosen = facets.categories.filter(({ category }) => filter.categories?.includes(category.id))
  const what =
    chosen.length === 0 ? texts.toVenture(venture) : list(chosen.map(({ category }) => inSentence(category.name)))
  const near = withinKm === null ? '' : texts.near(count(withinKm))
  const asked = [...(filter.fulfils ?? []), ...(filter.mayFulfil ?? [])]
  const names = facets.requirements
    .filter(({ requirement }) => asked.includes(requirement.id))
    .map(({ requirement }) => inSentence(requirement.name))
  const could = texts.could(totalCount, count(totalCount), what, near)
  if (names.length > 0)
    return `${could} ${filter.fulfils ? texts.andFulfil(list(names)) : texts.andMayFulfil(list(names))}`
  const best = facets.requirements.toSorted((left, right) => right.fulfilling - left.fulfilling)[0]
  if (totalCount === 0 || !best) return could
  if (best.fulfilling === 0) return `${could}; ${texts.noneKnown}`
  return `${could}; ${texts.ofThem(best.fulfilling, count(best.fulfilling), inSentence(best.requirement.name))}`
}

/** What of the filter the finding does not say, in words. */
export function chosenWords(
  { municipalities }: Facets,
  { filter }: FirmsQuestion,
  texts: (typeof supplierTexts)['sv'],
  { count }: Pick<Format, 'count'>,
): string[] {
  const { minEmployees, maxEmployees, text, mayFulfil } = filter
  return [
    ...(filter.sizeClasses ?? []).map((size) => texts.sizes[size]),
    ...(typeof minEmployees === 'number' ? [texts.atLeast(count(minEmployees))] : []),
    ...(typeof maxEmployees === 'number' ? [texts.atMost(count(maxEmployees))] : []),
    ...(filter.bases ?? []).map((basis) => texts.bases[basis]),
    ...(filter.municipalities ?? []).flatMap(
      (id) => municipalities.find(({ municipality }) => municipality?.id === id)?.municipality?.name ?? [],
    ),
    ...(text ? [`”${text}”`] : []),
    ...(mayFulfil ? [inSentence(texts.alsoNotKnown)] : []),
  ]
}

/** A name within a sentence: without its capital, unless it is an abbreviation. */
export const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
