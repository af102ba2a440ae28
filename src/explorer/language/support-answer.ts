import type { HelpKind } from '../generated/graphql.js'
import { bilingual } from './language.js'

/** How one turns to an actor, by the best way that a page states: its telephone, its mailbox, its pages, or none. */
export type Way = 'CALL' | 'WRITE' | 'VISIT' | 'SEEK'

/** What one turns to an actor for. */
export type Errand = 'APPLY' | 'TERMS' | 'TAKE_PART' | 'STILL_THERE' | 'ABILITY' | 'WHO_KNOWS'

/** What a next step is made of. */
export interface Step {
  readonly way: Way
  readonly errand: Errand
  readonly actor: string
  /** The telephone or mailbox as people write it; empty where there is none. */
  readonly at: string
  /** Where terms can be read; empty where no page is known. */
  readonly page: string
  /** The offer that is meant; empty where there is none. */
  readonly offer: string
}

const asked = {
  sv: ({ way, actor, at }: Step): string =>
    ({
      CALL: `Ring ${actor}, ${at}, och fråga`,
      WRITE: `Skriv till ${actor}, ${at}, och fråga`,
      VISIT: `Fråga ${actor}`,
      SEEK: `Sök upp ${actor} och fråga`,
    })[way],
  en: ({ way, actor, at }: Step): string =>
    ({
      CALL: `Call ${actor}, ${at}, and ask`,
      WRITE: `Write to ${actor}, ${at}, and ask`,
      VISIT: `Ask ${actor}`,
      SEEK: `Look up ${actor} and ask`,
    })[way],
}

/** A number of things with their word, such as "1 offer" or "12 offers". */
const counted = (count: number, written: string, one: string, many: string): string =>
  `${written} ${count === 1 ? one : many}`

export const answerTexts = bilingual(
  {
    canHelp: (count: number, written: string, needs: string, ways: string) =>
      `${counted(count, written, 'aktör', 'aktörer')} kan hjälpa${needs}${ways === '' ? '' : `; ${ways}`}`,
    with: (needs: string) => ` med ${needs}`,
    withSome: (written: string) => ` med minst ett av ${written} behov`,
    missing: (needs: string) => `Här saknas stöd för ${needs}`,
    allMet: 'Det finns stöd för alla valda behov.',
    /** What so many actors of a group do, as it follows their number. */
    do: {
      LOAN: 'lånar ut',
      GUARANTEE: 'ställer garanti',
      EQUITY: 'går in med ägarkapital',
      GRANT: 'ger bidrag',
      CHECK: 'ger check',
      TRAINING: 'utbildar',
      VALIDATION: 'validerar',
      COACHING: 'coachar',
      ADVICE: 'ger råd',
      MENTORING: 'förmedlar mentor',
      MATCHMAKING: 'förmedlar kontakter',
      NETWORK: 'har nätverk',
      INFORMATION: 'informerar',
      INCUBATION: 'har inkubator',
      PREMISES: 'har lokaler',
    } satisfies Record<HelpKind, string>,
    groups: {
      LOAN: 'Lån',
      GUARANTEE: 'Garanti och borgen',
      EQUITY: 'Ägarkapital',
      GRANT: 'Bidrag',
      CHECK: 'Checkar',
      TRAINING: 'Utbildning',
      VALIDATION: 'Validering',
      COACHING: 'Coachning',
      ADVICE: 'Rådgivning',
      MENTORING: 'Mentor',
      MATCHMAKING: 'Kontakter',
      NETWORK: 'Nätverk',
      INFORMATION: 'Information',
      INCUBATION: 'Inkubator',
      PREMISES: 'Lokaler',
      OTHER: 'Annat',
      NO_OFFER: 'Utan känt erbjudande',
      MAY_KNOW: 'Arbetar inom området, vet kanske',
    },
    groupsLabel: 'Hoppa till',
    groupCount: (offers: number, written: string, actors: number, writtenActors: string) =>
      `${counted(offers, written, 'erbjudande', 'erbjudanden')} från ${counted(actors, writtenActors, 'aktör', 'aktörer')}`,
    actorCount: (count: number, written: string) => counted(count, written, 'aktör', 'aktörer'),
    offerCount: (count: number, written: string) => counted(count, written, 'erbjudande', 'erbjudanden'),
    known: {
      IN_FORCE: (written: string) => `${written} pågår`,
      LAST_SEEN: (written: string) => `${written} att fråga om`,
      COMPETENCE: (written: string) => `${written} sågs senast för länge sedan`,
      AREA: (written: string) => `${written} där mer inte är känt`,
    },
    oldLast: 'Står sist: sågs för länge sedan för att räknas med',
    moreOffers: (written: string) => `Visa ${written} till`,
    fewerOffers: 'Visa färre',
    also: (kinds: string) => `också ${kinds}`,
    readMore: 'Läs mer',
    sourceOf: 'Källa',
    nextStep: 'Nästa steg',
    step: (step: Step): string => {
      const { errand, actor, page, offer } = step
      switch (errand) {
        case 'APPLY':
          return page === ''
            ? `Ansök om ${offer} hos ${actor}.`
            : `Läs villkoren på ${page} och ansök om ${offer} hos ${actor}.`
        case 'TERMS':
          return page === '' || step.way === 'CALL' || step.way === 'WRITE'
            ? `${asked.sv(step)} om ni kan få ${offer}.`
            : `Läs villkoren på ${page} och fråga ${actor} om ni kan få ${offer}.`
        case 'TAKE_PART':
          return `${asked.sv(step)} hur ni kan ta del av ${offer}.`
        case 'STILL_THERE':
          return `${asked.sv(step)} om ${offer} finns kvar.`
        case 'ABILITY':
          return `${asked.sv(step)} vad de kan göra för er.`
        case 'WHO_KNOWS':
          return `${asked.sv(step)} om de vet vem som kan hjälpa.`
      }
    },
    notKnown: 'Det här vet vi inte',
    unknownOffers: (count: number, written: string) =>
      count === 1
        ? '1 erbjudande är inte sett på någon sida från de senaste tre åren: fråga om det finns kvar.'
        : `${written} erbjudanden är inte sedda på någon sida från de senaste tre åren: fråga om de finns kvar.`,
    noContactOf: (names: string) => `Ingen kontakt är känd till ${names}.`,
    whatToDo: 'Det här kan ni göra',
    askNearest: (actor: string) => `Fråga ${actor} om de kan hjälpa också här, eller känner någon som kan.`,
    askDoors: 'Knacka på hos dem som står under ”Knacka också på hos”: de känner trakten.',
    seeCoverage: 'Se var mer samma stöd saknas, och pröva en ny insats eller aktör',
    printForMeeting: 'Skriv ut för mötet',
    mail: 'Skicka med e-post',
    mailSubject: (firm: string) => `Stöd för ${firm}`,
    mailLink: 'Hela svaret, med villkor och källor:',
    mailMore: (written: string) => `… och ${written} till.`,
    takeAlong: 'Ta med svaret',
    notes: 'Anteckningar',
    theFirm: 'Företaget',
    ofFirm: 'Ort, bransch och storlek är de som står på företagets sida.',
    otherFirm: 'Beskriv ett annat företag',
    employeesIn: (count: string) => `${count} anställda`,
    turnoverIn: (count: string) => `${count} Mkr`,
    foundedIn: (year: string) => `grundat ${year}`,
    exporting: 'exporterar',
    notExporting: 'exporterar inte',
    toBuyer: (name: string) => `till ${name}`,
    needCount: (written: string) => `${written} behov`,
    whoHelps: 'Vem hjälper det här företaget?',
    needsNotKnown: 'Vad företaget behöver är inte känt: svaret gäller alla behov.',
    needsKnown: (needs: string) => `Svaret gäller vad företaget behöver: ${needs}.`,
    wholeAnswer: 'Hela svaret med villkor och källor',
    firstOf: (shown: string, total: string) => `${shown} av ${total} visas, den som passar bäst först.`,
    whoHelpsNobody: 'Ingen som når företaget är känd.',
    placeNotKnown: 'Var företaget finns är inte känt: alla räknas som skulle nå det någonstans.',
  },
  {
    canHelp: (count: number, written: string, needs: string, ways: string) =>
      `${counted(count, written, 'actor', 'actors')} can help${needs}${ways === '' ? '' : `; ${ways}`}`,
    with: (needs: string) => ` with ${needs}`,
    withSome: (written: string) => ` with at least one of ${written} needs`,
    missing: (needs: string) => `Support is missing here for ${needs}`,
    allMet: 'There is support for every need chosen.',
    do: {
      LOAN: 'lend',
      GUARANTEE: 'guarantee',
      EQUITY: 'take a share',
      GRANT: 'give grants',
      CHECK: 'give checks',
      TRAINING: 'train',
      VALIDATION: 'validate',
      COACHING: 'coach',
      ADVICE: 'advise',
      MENTORING: 'find a mentor',
      MATCHMAKING: 'make contacts',
      NETWORK: 'have a network',
      INFORMATION: 'inform',
      INCUBATION: 'have an incubator',
      PREMISES: 'have premises',
    },
    groups: {
      LOAN: 'Loans',
      GUARANTEE: 'Guarantees',
      EQUITY: 'Equity',
      GRANT: 'Grants',
      CHECK: 'Checks',
      TRAINING: 'Training',
      VALIDATION: 'Validation',
      COACHING: 'Coaching',
      ADVICE: 'Advice',
      MENTORING: 'Mentors',
      MATCHMAKING: 'Contacts',
      NETWORK: 'Networks',
      INFORMATION: 'Information',
      INCUBATION: 'Incubators',
      PREMISES: 'Premises',
      OTHER: 'Other',
      NO_OFFER: 'Without a known offer',
      MAY_KNOW: 'Work in the area, may know',
    },
    groupsLabel: 'Go to',
    groupCount: (offers: number, written: string, actors: number, writtenActors: string) =>
      `${counted(offers, written, 'offer', 'offers')} from ${counted(actors, writtenActors, 'actor', 'actors')}`,
    actorCount: (count: number, written: string) => counted(count, written, 'actor', 'actors'),
    offerCount: (count: number, written: string) => counted(count, written, 'offer', 'offers'),
    known: {
      IN_FORCE: (written: string) => `${written} in force`,
      LAST_SEEN: (written: string) => `${written} to ask about`,
      COMPETENCE: (written: string) => `${written} seen too long ago to count on`,
      AREA: (written: string) => `${written} of which no more is known`,
    },
    oldLast: 'Stands last: seen too long ago to count on',
    moreOffers: (written: string) => `Show ${written} more`,
    fewerOffers: 'Show fewer',
    also: (kinds: string) => `also ${kinds}`,
    readMore: 'Read more',
    sourceOf: 'Source',
    nextStep: 'Next step',
    step: (step: Step): string => {
      const { errand, actor, page, offer } = step
      switch (errand) {
        case 'APPLY':
          return page === ''
            ? `Apply to ${actor} for ${offer}.`
            : `Read the terms at ${page} and apply to ${actor} for ${offer}.`
        case 'TERMS':
          return page === '' || step.way === 'CALL' || step.way === 'WRITE'
            ? `${asked.en(step)} whether you can have ${offer}.`
            : `Read the terms at ${page} and ask ${actor} whether you can have ${offer}.`
        case 'TAKE_PART':
          return `${asked.en(step)} how you can take part in ${offer}.`
        case 'STILL_THERE':
          return `${asked.en(step)} whether ${offer} is still there.`
        case 'ABILITY':
          return `${asked.en(step)} what they can do for you.`
        case 'WHO_KNOWS':
          return `${asked.en(step)} whether they know who can help.`
      }
    },
    notKnown: 'What we do not know',
    unknownOffers: (count: number, written: string) =>
      count === 1
        ? '1 offer is not on any page of the last three years: ask whether it is still there.'
        : `${written} offers are not on any page of the last three years: ask whether they are still there.`,
    noContactOf: (names: string) => `No contact is known to ${names}.`,
    whatToDo: 'What you can do',
    askNearest: (actor: string) => `Ask ${actor} whether they can help here too, or know somebody who can.`,
    askDoors: 'Knock on the doors under “Doors to knock on too”: they know the place.',
    seeCoverage: 'See where else the same support is missing, and try a new initiative or actor',
    printForMeeting: 'Print for the meeting',
    mail: 'Send by e-mail',
    mailSubject: (firm: string) => `Support for ${firm}`,
    mailLink: 'The whole answer, with terms and sources:',
    mailMore: (written: string) => `… and ${written} more.`,
    takeAlong: 'Take the answer along',
    notes: 'Notes',
    theFirm: 'The firm',
    ofFirm: 'Place, sector and size are those on the firm’s page.',
    otherFirm: 'Describe another firm',
    employeesIn: (count: string) => `${count} employees`,
    turnoverIn: (count: string) => `SEK ${count} million`,
    foundedIn: (year: string) => `founded in ${year}`,
    exporting: 'exports',
    notExporting: 'does not export',
    toBuyer: (name: string) => `to ${name}`,
    needCount: (written: string) => `${written} needs`,
    whoHelps: 'Who helps this firm?',
    needsNotKnown: 'What the firm needs is not known: the answer is of all needs.',
    needsKnown: (needs: string) => `The answer is of what the firm needs: ${needs}.`,
    wholeAnswer: 'The whole answer, with terms and sources',
    firstOf: (shown: string, total: string) => `${shown} of ${total} shown, who fits best first.`,
    whoHelpsNobody: 'Nobody who reaches the firm is known.',
    placeNotKnown: 'Where the firm is, is not known: all count who would reach it somewhere.',
  },
)
