import { sizeClassId } from '../../classification/size-class.js'
import type { InBoth, Language } from '../../language/language.js'
import { allOf, type Named, named, oneOf, quoted, type Sentence, sentence } from '../../language/wording.js'
import type { Initiative, SupportActor, SupportArea } from '../facts/actors.js'
import type { NamedPlace } from '../facts/limits.js'
import type { JudgedLimit, JudgedLimits } from '../facts/reach.js'
import type { JudgedTerm } from '../facts/terms.js'
import { toBeChecked } from './term-sentences.js'

/** What a reason says: who helps, from where, through what, with which need. */
export interface ReasonFacts {
  readonly actor: SupportActor
  /** The nearest place that the actor names and that holds the SME. */
  readonly served: NamedPlace | null
  /** The nearest that this way names, which is said where the actor names none. */
  readonly covered: NamedPlace | null
  readonly initiative: Initiative | null
  readonly area: SupportArea
  readonly need: Named
  readonly limits: JudgedLimits
  readonly terms: readonly JudgedTerm[]
}

/** Why this actor can help this SME, with "if" for what is not known of the SME. */
export function reasonSentence(facts: ReasonFacts): Sentence {
  return sentence((language) => `${help[language](facts)}${ifClause(language, facts)}.`)
}

const help: Readonly<Record<Language, (facts: ReasonFacts) => string>> = {
  Sv({ actor, served, covered, initiative, area, need }) {
    const met = `inom ${quoted('Sv', area)}, som möter behovet ${quoted('Sv', need)}`
    const works = `${actor.nameSv} verkar i ${served ? served.nameSv : 'hela landet'}`
    if (!initiative) return `${works} och ger stöd ${met}`
    const offer = `${initiative.status === 'PROPOSED' ? 'föreslås erbjuda' : 'erbjuder'} ${quoted('Sv', initiative)}`
    if (!served && covered) return `${actor.nameSv} ${offer} i ${covered.nameSv}: stöd ${met}`
    return `${works} och ${offer}: stöd ${met}`
  },
  En({ actor, served, covered, initiative, area, need }) {
    const met = `in ${quoted('En', area)}, which meets the need ${quoted('En', need)}`
    const works = `${actor.nameEn} serves ${served ? served.nameEn : 'the whole country'}`
    if (!initiative) return `${works} and gives support ${met}`
    const offer = `${initiative.status === 'PROPOSED' ? 'is proposed to offer' : 'offers'} ${quoted('En', initiative)}`
    if (!served && covered) return `${actor.nameEn} ${offer} in ${covered.nameEn}: support ${met}`
    return `${works} and ${offer}: support ${met}`
  },
}

function ifClause(language: Language, { limits, terms }: ReasonFacts): string {
  const conditions = [
    ...whereUnknown(limits.places, placesInWords),
    ...(isOfAnySize(limits.sizes) ? [] : whereUnknown(limits.sizes, sizesInWords)),
    ...whereUnknown(limits.sectors, sectorsInWords),
    ...terms.map(toBeChecked).filter((words) => words !== null),
  ]
  if (conditions.length === 0) return ''
  const ifYou: InBoth = { Sv: 'om ni', En: 'if you' }
  return `, ${ifYou[language]} ${allOf(
    language,
    conditions.map((words) => words[language]),
  )}`
}

function whereUnknown({ verdict, through }: JudgedLimit, words: (named: readonly Named[]) => InBoth): InBoth[] {
  return verdict === 'UNKNOWN' ? [words(through)] : []
}

function placesInWords(places: readonly Named[]): InBoth {
  return { Sv: `finns i ${anyOf('Sv', places, named)}`, En: `are in ${anyOf('En', places, named)}` }
}

function sectorsInWords(sectors: readonly Named[]): InBoth {
  return { Sv: `verkar inom ${anyOf('Sv', sectors, quoted)}`, En: `work in ${anyOf('En', sectors, quoted)}` }
}

/** How a firm of each size class is called in a sentence, the smallest first. */
const sizeWords: ReadonlyMap<string, InBoth> = new Map([
  [sizeClassId('SMALL'), { Sv: 'litet', En: 'small' }],
  [sizeClassId('MEDIUM'), { Sv: 'medelstort', En: 'medium-sized' }],
  [sizeClassId('LARGE'), { Sv: 'stort', En: 'large' }],
])

/** Whether every size class is named, so that none needs to be checked. */
const isOfAnySize = ({ through }: JudgedLimit): boolean =>
  [...sizeWords.keys()].every((size) => through.some(({ id }) => id === size))

function sizesInWords(sizes: readonly Named[]): InBoth {
  const order = [...sizeWords.keys()]
  const ordered = sizes.toSorted((left, right) => order.indexOf(left.id) - order.indexOf(right.id))
  return { Sv: `är ett ${anyOf('Sv', ordered, sizeWord)} företag`, En: `are a ${anyOf('En', ordered, sizeWord)} firm` }
}

function sizeWord(language: Language, size: Named): string {
  return sizeWords.get(size.id)?.[language] ?? named(language, size)
}

const anyOf = (
  language: Language,
  entities: readonly Named[],
  word: (language: Language, entity: Named) => string,
): string =>
  oneOf(
    language,
    entities.map((entity) => word(language, entity)),
  )
