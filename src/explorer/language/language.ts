import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { DatePrecision, Lang } from '../generated/graphql.js'

export type Language = 'sv' | 'en'

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { sv: 'Svenska', en: 'English' }

/** A language of the API as the pages name it. */
export const toLanguage = (lang: Lang): Language => (lang === 'SV' ? 'sv' : 'en')

/** The same texts in two languages. */
export interface Bilingual<Texts> {
  readonly sv: Texts
  readonly en: Texts
}

/** Declares texts; the English ones have to have the shape of the Swedish. */
export const bilingual = <Texts>(sv: Texts, en: NoInfer<Texts>): Bilingual<Texts> => ({ sv, en })

export const LanguageContext = createContext<Language>('sv')

export const useLanguage = (): Language => useContext(LanguageContext)

/** The texts of a view in the reader's language. */
export const useTexts = <Texts>(texts: Bilingual<Texts>): Texts => texts[useLanguage()]

/** The reader's language as the API names it. */
export const useLang = (): Lang => (useLanguage() === 'sv' ? 'SV' : 'EN')

/** How numbers and days read in a language. */
export interface Format {
  /** A whole number, with the language's groups of digits. */
  count(value: number): string
  /** A number of jobs, or another quantity, with this many decimals (one if left out). */
  number(value: number, decimals?: number): string
  /** A difference, with its sign. */
  change(value: number, decimals?: number): string
  percent(share: number, decimals?: number): string
  /** An ISO day in words, as exactly as it is known (to the day if left out). */
  day(iso: string, precision?: DatePrecision | null): string
  /** A moment in words, by the reader's own clock. */
  moment(iso: string): string
  /** Names, with the language's word before the last. */
  list(names: readonly string[]): string
  /** Which of two names comes first: below zero the left one. */
  inOrder(left: string, right: string): number
}

const formats = new Map<Language, Format>()

/** A moment in words; a text that is none stands as it is, since no page may fail for it. */
function inWords(format: Intl.DateTimeFormat, iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : format.format(date)
}

function formatOf(language: Language): Format {
  const known = formats.get(language)
  if (known) return known
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB'
  const decimals = new Map<number, Intl.NumberFormat>()
  const withDecimals = (digits: number) => {
    const format =
      decimals.get(digits) ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    decimals.set(digits, format)
    return format
  }
  const signed = (digits: number) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'exceptZero',
    })
  const dates = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
  const days: Readonly<Record<DatePrecision, Intl.DateTimeFormat>> = {
    DAY: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    MONTH: dates({ month: 'long', year: 'numeric' }),
    YEAR: dates({ year: 'numeric' }),
  }
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const lists = new Intl.ListFormat(locale)
  const format: Format = {
    count: (value) => withDecimals(0).format(value),
    number: (value, digits = 1) => withDecimals(digits).format(value),
    change: (value, digits = 1) => signed(digits).format(value),
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
    day: (iso, precision) => inWords(days[precision ?? 'DAY'], iso),
    moment: (iso) => inWords(moments, iso),
    list: (names) => lists.format(names),
    inOrder: new Intl.Collator(locale).compare,
  }
  formats.set(language, format)
  return format
}

export const useFormat = (): Format => formatOf(useLanguage())
