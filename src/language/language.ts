/** The languages that names and sentences can be asked in. */
export const languages = ['SV', 'EN'] as const
export type Lang = (typeof languages)[number]

/** The same languages as properties end, and as words stand by language. */
export type Language = 'Sv' | 'En'

/** The same words in both languages. */
export type InBoth = Readonly<Record<Language, string>>

/** How each language counts, lists and orders. */
export const locales: InBoth = { Sv: 'sv-SE', En: 'en-GB' }

/** The language that is asked for, then the other, which stands in where it has nothing to say. */
export const wantedFirst = (lang: Lang): readonly [Language, Language] => (lang === 'EN' ? ['En', 'Sv'] : ['Sv', 'En'])

/** Something for each language, made of its locale when it is first used: what orders and counts takes time to make. */
export function byLanguage<Made>(make: (locale: string) => Made): Readonly<Record<Language, Made>> {
  const made = new Map<Language, Made>()
  const of = (language: Language): Made => {
    const kept = made.get(language) ?? make(locales[language])
    made.set(language, kept)
    return kept
  }
  return {
    get Sv() {
      return of('Sv')
    },
    get En() {
      return of('En')
    },
  }
}
