import { useLanguage } from './language.js'

/** Words that an English text has sooner or later, and that a Swedish one has in names alone. */
const english =
  /(?<![\p{L}\d-])(?:the|of|and|with|is|are|was|were|which|that|this|from|than|who|has|have|its|their|or|by|to|at|not)(?![\p{L}\d-])/iu

/** Words that a Swedish text has sooner or later. */
const swedish =
  /(?<![\p{L}\d-])(?:och|att|av|till|för|från|med|som|är|på|ett|en|den|det|de|om|där|vid|hos|mot)(?![\p{L}\d-])/iu

/**
 * Which language a title or a note is in that a source or a person has written, where that is not the page's: a screen
 * reader reads it aright then. Undefined where it is the page's, or where its words do not tell.
 */
export function useLangOf(): (text: string) => 'en' | undefined {
  const language = useLanguage()
  return (text) => (language === 'sv' && english.test(text) && !swedish.test(text) ? 'en' : undefined)
}
