import type { HelpKind } from '../../classification/help-kind.js'
import type { NeedStrength } from '../../classification/need-strength.js'
import type { Reservation } from '../../classification/reservation.js'
import type { InBoth } from '../../language/language.js'
import { counted, figure, type Named, named, quoted, type Sentence, sentence } from '../../language/wording.js'
import type { SupportEvidence } from '../facts/evidence.js'
import type { Seen } from '../facts/initiative-status.js'
import type { Level } from '../facts/limits.js'
import type { Way } from '../facts/ways.js'

const both = (Sv: string, En: string): Sentence => ({ textSv: Sv, textEn: En })

/** How a kind of help is called within a sentence. */
export const helpNames: Readonly<Record<HelpKind, InBoth>> = {
  LOAN: { Sv: 'ett lån', En: 'a loan' },
  GUARANTEE: { Sv: 'en garanti', En: 'a guarantee' },
  EQUITY: { Sv: 'ägarkapital', En: 'equity' },
  GRANT: { Sv: 'ett bidrag', En: 'a grant' },
  CHECK: { Sv: 'en check', En: 'a check' },
  TRAINING: { Sv: 'en utbildning', En: 'training' },
  VALIDATION: { Sv: 'validering', En: 'validation' },
  COACHING: { Sv: 'coachning', En: 'coaching' },
  ADVICE: { Sv: 'rådgivning', En: 'advice' },
  MENTORING: { Sv: 'en mentor', En: 'a mentor' },
  MATCHMAKING: { Sv: 'kontaktförmedling', En: 'matchmaking' },
  NETWORK: { Sv: 'ett nätverk', En: 'a network' },
  INFORMATION: { Sv: 'information', En: 'information' },
  INCUBATION: { Sv: 'en inkubator', En: 'an incubator' },
  PREMISES: { Sv: 'lokaler', En: 'premises' },
}

/** Whether the need is what the initiative, or else the actor itself, is there for. */
export function strengthWords({ actor, initiative }: Way, strength: NeedStrength): Sentence {
  return sentence((language) => {
    const whose = initiative ? quoted(language, initiative) : named(language, actor)
    const words =
      strength === 'CORE'
        ? { Sv: `Det här är vad ${whose} är till för.`, En: `This is what ${whose} is there for.` }
        : { Sv: `${whose} hjälper med detta vid sidan av annat.`, En: `${whose} helps with this beside other things.` }
    return words[language]
  })
}

/** Which kind of help it is; null where that is not known. */
export const helpWords = (kind: HelpKind | null, need: Named): Sentence =>
  kind === null
    ? both('Det framgår inte vilket slags hjälp det är.', 'What kind of help it is does not appear.')
    : sentence((language) =>
        language === 'Sv'
          ? `Hjälpen för behovet ${quoted('Sv', need)} är ${helpNames[kind].Sv}.`
          : `The help for the need ${quoted('En', need)} is ${helpNames[kind].En}.`,
      )

/** What is known of a way being there, as a sentence. */
export function evidenceWords({ actor, initiative }: Way, evidence: SupportEvidence): Sentence {
  if (!initiative) {
    return sentence((language) =>
      language === 'Sv'
        ? `Det gäller vad ${named('Sv', actor)} kan i allmänhet, inte ett bestämt erbjudande.`
        : `It is what ${named('En', actor)} can help with in general, not a particular offer.`,
    )
  }
  if (evidence === 'IN_FORCE') {
    return initiative.status === 'PROPOSED'
      ? both('Föreslås, och tas här som om det fanns.', 'It is proposed, and taken as if it were there.')
      : both('Erbjudandet pågår.', 'The offer is in force.')
  }
  const seen = seenWords(initiative.lastSeen)
  return sentence((language) =>
    language === 'Sv'
      ? `Senast sett ${seen.Sv}: fråga om det finns kvar.`
      : `Last seen ${seen.En}: ask whether it is still there.`,
  )
}

/** When and where an initiative was last seen, as it follows "last seen". */
export function seenWords({ year, undatedPage }: Seen): InBoth {
  if (year === null) return { Sv: 'på en sida utan årtal', En: 'on a page without a year' }
  if (undatedPage === null) return { Sv: `${year}`, En: `in ${year}` }
  return {
    Sv: `på en sida utan årtal; den nyaste med årtal är från ${year}`,
    En: `on a page without a year; the newest with one is of ${year}`,
  }
}

/** @param open how many terms are to be checked. */
export const termsWords = (open: number): Sentence =>
  sentence((language) =>
    language === 'Sv'
      ? `${figure('Sv', open)} villkor återstår att kontrollera.`
      : `${figure('En', open)} ${counted('En', open, 'term remains', 'terms remain')} to be checked.`,
  )

/** What is to be known of an initiative before a firm counts on it. */
export const reservationWords: Readonly<Record<Reservation, Sentence>> = {
  CHOSEN_BEFOREHAND: both('De flesta projekten är utvalda på förhand.', 'Most projects are chosen beforehand.'),
  PROJECTS_NOT_FIRMS: both('Söks av projekt, inte av enskilda företag.', 'Projects apply for it, not single firms.'),
  EMPLOYEE_APPLIES: both('Det är den anställda som söker.', 'It is the employee who applies.'),
  EXISTENCE_UNKNOWN: both('Det är inte känt om det finns kvar.', 'Whether it still exists is not known.'),
}

/** How it stands to security for what is lent. */
export const securityWords = {
  replaces: both(
    'Hjälper där fastigheter inte ger banken säkerhet.',
    'It helps where property gives the bank no security.',
  ),
  publicLender: both(
    'En offentlig långivare som räknar med säkerhet eller medfinansiering.',
    'A public lender that counts on security or co-financing.',
  ),
  bank: both('En bank vill ha säkerhet.', 'A bank wants security.'),
} as const

/** How likely a firm exports of which that is not known. */
export const exportWords = {
  likely: both(
    'Bara om ni exporterar eller levererar till exportörer: troligt i er bransch.',
    'Only if you export or supply exporters: likely in your sector.',
  ),
  unlikely: both(
    'Bara om ni exporterar eller levererar till exportörer: inte troligt med det som är känt.',
    'Only if you export or supply exporters: not likely from what is known.',
  ),
} as const

/** Of what is too large for a firm of a few people. */
export const largeScaleWords = both(
  'Storleken på stödet passar sällan ett företag med så få anställda eller så liten omsättning.',
  'The size of it seldom suits a firm of so few people or so little turnover.',
)

/** By how many people the firm is. */
export const incubatorWords = {
  small: both('Inkubatorer är till för unga, små företag.', 'Incubators are for young, small firms.'),
  larger: both(
    'Inkubatorer är till för unga företag med få anställda.',
    'Incubators are for young firms of a few people.',
  ),
  unknown: both(
    'Inkubatorer är till för unga företag med få anställda; hur många ni är framgår inte.',
    'Incubators are for young firms of a few people; how many you are is not known.',
  ),
} as const

/** How the place of a buyer counts. */
export const buyerWords = {
  elsewhere: both(
    'Vägen går genom köparens ort, och ni finns på annat håll.',
    'The way goes by the place of the buyer, and you are elsewhere.',
  ),
  withoutSite: both('Köparen har ingen anläggning på platsen.', 'The buyer has no site in the place.'),
} as const

/** Of trades that are learned at work. */
export const universityWords = both(
  'Yrken i er bransch lärs oftast på arbetsplatsen.',
  'The trades of your sector are mostly learned at work.',
)

/** Of a way of which no more is known than its area. */
export const areaWords = (area: Named): Sentence =>
  sentence((language) =>
    language === 'Sv' ? `Aktören verkar inom ${quoted('Sv', area)}.` : `The actor works in ${quoted('En', area)}.`,
  )

/** @param needs how many of the other needs asked are met too. */
export const otherNeedsWords = (needs: number): Sentence =>
  sentence((language) =>
    language === 'Sv'
      ? `Hjälper också med ${figure('Sv', needs)} av de andra behoven.`
      : `It also helps with ${figure('En', needs)} of the other needs.`,
  )

/** From how near it comes. */
export const nearnessWords: Readonly<Record<Level, Sentence>> = {
  LOCAL: both('Finns för er kommun.', 'It is for your municipality.'),
  COUNTY: both('Finns för ert län.', 'It is for your county.'),
  NATIONAL: both(
    'Finns för hela landet eller nås på annat håll.',
    'It is for the whole country, or reached elsewhere.',
  ),
}
