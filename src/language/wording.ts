/** The languages of names and sentences, as properties end. */
export const languages = ['Sv', 'En'] as const
export type Language = (typeof languages)[number]

/** The same words in both languages. */
export type InBoth = Readonly<Record<Language, string>>

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

/** A sentence in the language that a request asks for. */
export function inLanguage({ textSv, textEn }: Sentence, { lang }: { lang?: 'SV' | 'EN' | null }): string {
  return lang === 'EN' ? textEn : textSv
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

export const and: InBoth = { Sv: 'och', En: 'and' }
export const or: InBoth = { Sv: 'eller', En: 'or' }

/** `a, b and c`, with the conjunction given. */
export function listed(parts: readonly string[], conjunction: string): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`
}

const numberFormats: Readonly<Record<Language, Intl.NumberFormat>> = {
  Sv: new Intl.NumberFormat('sv-SE'),
  En: new Intl.NumberFormat('en-GB'),
}

const dayFormats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  Sv: new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }),
  En: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

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
