import { byLanguage, type Lang, type Language, wantedFirst } from './language.js'

/** What has a name; sentences and lists put names in order. */
export interface Named {
  readonly id: string
  readonly nameSv: string
  readonly nameEn: string
  readonly sortName: string
}

/** A sentence in both languages. */
export interface Sentence {
  readonly textSv: string
  readonly textEn: string
}

/** A sentence in the language that a field asks for; in the region's first where it says none. */
export function inLanguage(
  said: Sentence,
  { lang }: { readonly lang?: Lang | null },
  { composer }: { readonly composer: { readonly lang: Lang } },
): string {
  const [language] = wantedFirst(lang ?? composer.lang)
  return said[`text${language}`]
}

/** Makes a sentence of what is said in each language. */
export function sentence(say: (language: Language) => string): Sentence {
  return { textSv: say('Sv'), textEn: say('En') }
}

export function named(language: Language, { nameSv, nameEn }: Named): string {
  return language === 'Sv' ? nameSv : nameEn
}

/** A name in quotation marks, which stands within a sentence just as the graph has it. */
export function quoted(language: Language, entity: Named): string {
  return language === 'Sv' ? `”${entity.nameSv}”` : `“${entity.nameEn}”`
}

const lists = byLanguage((locale) => new Intl.ListFormat(locale))
const choices = byLanguage((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }))

/** `a, b and c`. */
export const allOf = (language: Language, parts: Iterable<string>): string => lists[language].format(parts)

/** `a, b or c`. */
export const oneOf = (language: Language, parts: Iterable<string>): string => choices[language].format(parts)

const collators = byLanguage((locale) => new Intl.Collator(locale))

/** In the order that readers of a language look names up in. */
export const inOrder = (language: Language, entities: readonly Named[]): Named[] =>
  entities.toSorted((left, right) => collators[language].compare(named(language, left), named(language, right)))

const plurals = byLanguage((locale) => new Intl.PluralRules(locale))

/** The form of a word that goes with a number. */
export const counted = (language: Language, count: number, one: string, more: string): string =>
  plurals[language].select(count) === 'one' ? one : more

const numberFormats = byLanguage((locale) => new Intl.NumberFormat(locale))
const dayFormats = byLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))

/** A number with the language's own signs for thousands and decimals. */
export function figure(language: Language, value: number): string {
  return numberFormats[language].format(value)
}

/** A day in words, `31 December 2024`. @param day an ISO date. */
export function dayInWords(language: Language, day: string): string {
  return dayFormats[language].format(new Date(day))
}

const rangeWords = {
  Sv: { from: 'minst', to: 'högst' },
  En: { from: 'at least', to: 'at most' },
} as const

/** `at least SEK 2`, `at most SEK 49` or `SEK 2–49`, with the unit given before the first figure. */
export function rangeInWords(language: Language, from: number | null, to: number | null, unit = ''): string {
  const words = rangeWords[language]
  if (from !== null && to !== null) return `${unit}${figure(language, from)}–${figure(language, to)}`
  if (from !== null) return `${words.from} ${unit}${figure(language, from)}`
  return `${words.to} ${unit}${figure(language, to ?? 0)}`
}

const percents = byLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }))

/** A share as a percentage with one decimal at most. */
export const percent = (language: Language, share: number): string => percents[language].format(share)
