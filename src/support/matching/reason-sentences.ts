import { sizeClassId } from '../../classification/size-class.js'
import type { InBoth, Language } from '../../language/language.js'
import { allOf, type Named, named, oneOf, quoted, type Sentence, sentence } from '../../language/wording.js'
import type { Initiative } from '../facts/actors.js'
import type { NamedPlace } from '../facts/limits.js'
import { type JudgedLimit, nearest } from '../facts/reach.js'
import { helpNames, seenWords } from './rule-sentences.js'
import { toBeChecked } from './term-sentences.js'
import type { WayFollowed } from './way-rules.js'

/**
 * Why an actor can help an SME, with "if" for what is not known of the SME.
 * @param served the nearest place that the actor names and that holds the SME, which is said where the way names none that
 * is known to.
 */
export function reasonSentence(served: NamedPlace | null, followed: WayFollowed): Sentence {
  const { verdict, through } = followed.judged.limits.places
  const nearby = nearest(through)
  const where = verdict === 'MET' ? (nearby ?? served) : (served ?? nearby)
  return sentence((language) => `${help[language](where, followed)}${ifClause(language, followed)}.`)
}

const help: Readonly<Record<Language, (where: NamedPlace | null, followed: WayFollowed) => string>> = {
  Sv(where, { way: { actor, initiative, viaBuyer }, to: { need, area, meeting, evidence } }) {
    const place = viaBuyer ? 'åt företag i hela regionen' : where ? `i ${where.nameSv}` : 'i hela landet'
    const offer = initiative && `${offers.Sv[standingOf(initiative)]} ${quoted('Sv', initiative)}`
    if (area) {
      const field = `inom ${quoted('Sv', area)}, där behovet ${quoted('Sv', need)} hör hemma`
      return initiative ? `${actor.nameSv} ${offer} ${place} ${field}` : `${actor.nameSv} verkar ${place} ${field}`
    }
    const beside = meeting?.strength === 'SIDE' ? ', vid sidan av annat' : ''
    if (!initiative) {
      const whom = viaBuyer ? 'företag i hela regionen' : `företag ${place}`
      return `${actor.nameSv} hjälper ${whom} med ${quoted('Sv', need)}${beside}`
    }
    const seen = evidence === 'IN_FORCE' ? '' : ` (senast sett ${seenWords(initiative.lastSeen).Sv})`
    return `${actor.nameSv} ${offer} ${place}: ${kindsOf('Sv', initiative.help)} för ${quoted('Sv', need)}${beside}${seen}`
  },
  En(where, { way: { actor, initiative, viaBuyer }, to: { need, area, meeting, evidence } }) {
    const place = viaBuyer ? 'to firms of the whole region' : where ? `in ${where.nameEn}` : 'in the whole country'
    const offer = initiative && `${offers.En[standingOf(initiative)]} ${quoted('En', initiative)}`
    if (area) {
      const field = `in ${quoted('En', area)}, to which the need ${quoted('En', need)} belongs`
      return initiative ? `${actor.nameEn} ${offer} ${place} ${field}` : `${actor.nameEn} works ${place} ${field}`
    }
    const beside = meeting?.strength === 'SIDE' ? ', beside other things' : ''
    if (!initiative) {
      const whom = viaBuyer ? 'firms of the whole region' : `firms ${place}`
      return `${actor.nameEn} helps ${whom} with ${quoted('En', need)}${beside}`
    }
    const seen = evidence === 'IN_FORCE' ? '' : ` (last seen ${seenWords(initiative.lastSeen).En})`
    return `${actor.nameEn} ${offer} ${place}: ${kindsOf('En', initiative.help)} for ${quoted('En', need)}${beside}${seen}`
  },
}

const offers = {
  Sv: { PROPOSED: 'föreslås erbjuda', ONCE: 'erbjöd', NOW: 'erbjuder' },
  En: { PROPOSED: 'is proposed to offer', ONCE: 'offered', NOW: 'offers' },
} as const

/** What was last seen so long ago that it is no more than competence is told as what was. */
function standingOf({ status, evidence }: Initiative): keyof typeof offers.Sv {
  if (status === 'PROPOSED') return 'PROPOSED'
  return evidence === 'COMPETENCE' ? 'ONCE' : 'NOW'
}

const kindsOf = (language: Language, kinds: readonly (keyof typeof helpNames)[]): string =>
  kinds.length === 0
    ? { Sv: 'hjälp', En: 'help' }[language]
    : allOf(
        language,
        kinds.map((kind) => helpNames[kind][language]),
      )

function ifClause(language: Language, { judged: { limits, terms } }: WayFollowed): string {
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

/** More sectors than this are counted, for nobody reads them. */
const SECTORS_NAMED = 7

function sectorsInWords(sectors: readonly Named[]): InBoth {
  if (sectors.length > SECTORS_NAMED) {
    return {
      Sv: `verkar inom någon av de ${sectors.length} branscher som det gäller`,
      En: `work in one of the ${sectors.length} sectors that it is for`,
    }
  }
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
