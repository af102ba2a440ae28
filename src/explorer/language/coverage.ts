import type { SupportEvidence, SupportLevel } from '../generated/graphql.js'
import { bilingual } from './language.js'

/** What stands in a cell for how near support comes, the same in every language. */
export const levelSigns: Readonly<Record<SupportLevel | 'CONDITIONAL', string>> = {
  LOCAL: '●',
  COUNTY: '◕',
  NATIONAL: '◔',
  CONDITIONAL: '○',
  NONE: '–',
}

/** And for how well it is known. */
export const evidenceSigns: Readonly<Record<SupportEvidence, string>> = {
  IN_FORCE: '✓',
  LAST_SEEN: '?',
  COMPETENCE: '~',
  AREA: '…',
}

/** And where the best would be there by what is tried alone. */
export const plannedSign = '+'

/** What a municipality lacks, as numbers are written. */
export interface Lacks {
  readonly missing: string
  readonly needs: string
  readonly conditional: string
  readonly jobs: string
}

/** How many combinations lack support, as numbers are written. */
export interface Lacking {
  readonly missing: string
  readonly cells: string
  readonly jobs: string
}

/** In how many municipalities needs are missing, and how many, as numbers are written. */
export interface LackingOnMap {
  readonly lacking: string
  readonly all: string
  readonly least: string
  readonly most: string
}

/** Who helps in a cell, as numbers are written. */
export interface Helping {
  readonly actors: string
  readonly initiatives: string
  readonly restricted: string
}

const range = ({ least, most }: LackingOnMap) => (least === most ? most : `${least}–${most}`)

export const coverageTexts = bilingual(
  {
    heading: 'Täckning',
    form: 'Vad som räknas',
    county: 'Län',
    asOf: 'Dag',
    shades: {
      LOCAL: 'Någon som vänder sig till kommunen',
      COUNTY: 'Någon som vänder sig till länet',
      NATIONAL: 'Någon som vänder sig till hela landet',
      CONDITIONAL: 'Bara stöd med villkor',
      NONE: 'Här saknas stöd',
    },
    plannedShades: {
      LOCAL: 'Någon skulle vända sig till kommunen',
      COUNTY: 'Någon skulle vända sig till länet',
      NATIONAL: 'Någon skulle vända sig till hela landet',
      NONE: 'Här saknas stöd',
    } satisfies Record<SupportLevel, string>,
    plannedEvidence: 'planerat: finns först om det som prövas blir av',
    today: 'I dag',
    conditions: (count: string) => `Inget stöd som är öppet för alla företag; ${count} har villkor`,
    place: 'Kommun',
    need: 'Behov',
    level: 'Närmaste stöd',
    evidence: 'Räkna med',
    known: 'vad som är känt',
    least: {
      IN_FORCE: 'bara erbjudanden som pågår',
      LAST_SEEN: 'också erbjudanden som setts förr',
      AREA: 'också dem som kanske vet',
    },
    best: 'Underlag',
    bestEvidence: {
      IN_FORCE: 'erbjudande som pågår',
      LAST_SEEN: 'erbjudande som setts förr: fråga om det finns kvar',
      COMPETENCE: 'någon som kan det; inget erbjudande som gäller alla',
      AREA: 'någon som arbetar inom området och kanske vet',
    },
    noEvidence: 'inget',
    withLess: 'Om mindre säkra uppgifter räknas med finns det någon att fråga.',
    countLess: 'Räkna med dem som kanske vet',
    actors: 'Aktörer',
    initiatives: 'Insatser',
    restricted: 'Dessutom med villkor',
    gaps: 'Luckor',
    onlyConditional: 'Bara stöd med villkor',
    jobs: 'Jobb som berörs',
    jobsOfNeed: 'Jobb på spel',
    firms: 'Små och medelstora företag i grafen',
    helping: 'Öppet för alla företag',
    helpingCounts: ({ actors, initiatives, restricted }: Helping) =>
      `${actors} ${actors === '1' ? 'aktör' : 'aktörer'} och ${initiatives} ${initiatives === '1' ? 'insats' : 'insatser'}; dessutom ${restricted} med villkor`,
    helpingToday: (counts: string) => `(i dag ${counts})`,
    finding: ({ missing, cells, jobs }: Lacking) =>
      missing === '0'
        ? 'Det finns stöd för alla behov i alla kommuner'
        : `I ${missing} av ${cells} kombinationer av kommun och behov saknas stöd; ${jobs} jobb berörs`,
    nowhere: (needs: string) => `Ingen kommun har stöd för ${needs}; därför berörs jobben i alla kommuner.`,
    conditional: (count: string) =>
      `I ytterligare ${count} finns bara stöd med villkor, som inte är öppet för alla företag.`,
    assumes: (allocation: string) =>
      `Jobb: satsningarnas indirekta och inducerade jobb som små och medelstora företag i kommunen kan få, räknade en gång per kommun. Fördelning: ${allocation}.`,
    assumedJobs: 'Jobb',
    ofVentures: ': satsningarnas ',
    indirect: 'indirekta',
    and: ' och ',
    induced: 'inducerade',
    ofFirms: ' jobb som små och medelstora företag i kommunen kan få, räknade en gång per kommun.',
    allocation: 'Fördelning',
    source: 'Aktörernas och insatsernas sidor i registret, regionens körning av spridningseffekter',
    order: 'Ordna efter',
    orders: { name: 'namn', jobs: 'flest jobb som berörs', gaps: 'flest luckor' },
    lacking: 'Saknas:',
    nothingLacking: 'Stöd finns för alla behov',
    placeLacks: ({ missing, needs, conditional, jobs }: Lacks) =>
      `${missing === '0' ? `Stöd finns för alla ${needs} behov` : `Stöd saknas för ${missing} av ${needs} behov; ${jobs} jobb berörs`}${conditional === '0' ? '' : `. För ${conditional} finns bara stöd med villkor`}.`,
    fewConditions: (count: string) => `Bara stöd med villkor (${count})`,
    served: (count: string) => `Behov som det finns stöd för (${count})`,
    allNeeds: (place: string) => `Alla behov i ${place}`,
    cell: (place: string, need: string, level: string, known: string | null) =>
      `${place}, ${need}: ${level}${known === null ? '' : `; ${known}`}`,
    pick: 'Välj en ruta, eller en kommun på kartan, så visas vilka som hjälper där.',
    helpers: 'De som hjälper här',
    would: 'Skulle hjälpa efter ändringen',
    wouldNot: 'Det som prövas når inte hit med det här behovet.',
    now: 'Hjälper i dag',
    wouldGo: 'skulle försvinna',
    noOffer: 'inget bestämt erbjudande',
    couldDo: 'skulle kunna det här, inget bestämt erbjudande',
    mayKnow: 'skulle arbeta inom området och kanske veta',
    wouldReach: {
      LOCAL: 'för alla företag, vänder sig till kommunen',
      COUNTY: 'för alla företag, vänder sig till länet',
      NATIONAL: 'för alla företag, vänder sig till hela landet',
      NONE: 'bara för en del företag',
    } satisfies Record<SupportLevel, string>,
    moreHelpers: (count: string) => `Visa ${count} till`,
    noHelpers: 'Ingen som hjälper små och medelstora företag här med det behovet är känd.',
    restrictedNote: 'De som har villkor på näringsgren, storlek eller annat finns också i listan.',
    nearest: 'Närmast som hjälper på annat håll:',
    support: 'Öppna i Hitta stöd',
    planned: 'planerat',
    supportToday: '(som det är i dag)',
    empty: 'Ingen kommun att visa. Prova ett annat län eller en annan dag.',
    keys: 'Piltangenterna flyttar mellan rutorna.',
    colour: 'Färg efter',
    byJobs: 'jobb som berörs',
    byGaps: 'luckor',
    unitGaps: 'Behov där stöd saknas',
    mapOfJobs: (place: string, jobs: string, all: string) => `Flest jobb berörs i ${place}: ${jobs} av ${all}`,
    mapOfGaps: (counts: LackingOnMap) =>
      counts.lacking === '0'
        ? 'Ingen kommun saknar stöd för något behov'
        : `${counts.lacking} av ${counts.all} kommuner saknar stöd för ${range(counts)} behov`,
    onMap: (place: string, gaps: string, jobs: string) =>
      `${place}: stöd saknas för ${gaps} behov, ${jobs} jobb berörs`,
    shared: 'Kommuner som saknar samma sak',
    sharedLead:
      'De som tillsammans kunde få någon som hjälper alla sina företag med behoven, också där det i dag bara finns stöd med villkor. De som saknar mest tillsammans står först.',
    sharedAfter: 'Så som det blir efter det som prövas.',
    sharedAll: (count: string) => `Alla ${count} kommuner`,
    sharedAllBut: (names: string) => `Alla kommuner utom ${names}`,
    sharedNone: 'Inga kommuner delar en lucka.',
    sharedShown: (shown: string, all: string) => `De ${shown} med flest jobb visas, av ${all} grupper.`,
    elsewhere: 'Hjälper på annat håll',
  },
  {
    heading: 'Coverage',
    form: 'What counts',
    county: 'County',
    asOf: 'Day',
    shades: {
      LOCAL: 'Somebody for the municipality',
      COUNTY: 'Somebody for the county',
      NATIONAL: 'Somebody for the whole country',
      CONDITIONAL: 'Only support with conditions',
      NONE: 'Support is missing here',
    },
    plannedShades: {
      LOCAL: 'Somebody would be there for the municipality',
      COUNTY: 'Somebody would be there for the county',
      NATIONAL: 'Somebody would be there for the whole country',
      NONE: 'Support is missing here',
    },
    plannedEvidence: 'planned: there only if what is tried comes about',
    today: 'Today',
    conditions: (count: string) =>
      `No support that is open to every firm; ${count} ${count === '1' ? 'has' : 'have'} conditions`,
    place: 'Municipality',
    need: 'Need',
    level: 'Nearest support',
    evidence: 'Count',
    known: 'what is known',
    least: {
      IN_FORCE: 'only offers in force',
      LAST_SEEN: 'offers seen earlier too',
      AREA: 'those who may know too',
    },
    best: 'Basis',
    bestEvidence: {
      IN_FORCE: 'an offer in force',
      LAST_SEEN: 'an offer seen earlier: ask whether it is still there',
      COMPETENCE: 'somebody who knows this; no offer that is open to all',
      AREA: 'somebody who works in the area and may know',
    },
    noEvidence: 'none',
    withLess: 'Where less certain things count, there is somebody to ask.',
    countLess: 'Count those who may know',
    actors: 'Actors',
    initiatives: 'Initiatives',
    restricted: 'Further ones with conditions',
    gaps: 'Gaps',
    onlyConditional: 'Only support with conditions',
    jobs: 'Jobs affected',
    jobsOfNeed: 'Jobs at stake',
    firms: 'Small and medium-sized firms in the graph',
    helping: 'Open to every firm',
    helpingCounts: ({ actors, initiatives, restricted }: Helping) =>
      `${actors} ${actors === '1' ? 'actor' : 'actors'} and ${initiatives} ${initiatives === '1' ? 'initiative' : 'initiatives'}; ${restricted} more with conditions`,
    helpingToday: (counts: string) => `(today ${counts})`,
    finding: ({ missing, cells, jobs }: Lacking) =>
      missing === '0'
        ? 'There is support for every need in every municipality'
        : `In ${missing} of ${cells} combinations of municipality and need support is missing; ${jobs} jobs are affected`,
    nowhere: (needs: string) => `No municipality has support for ${needs}, so the jobs of all are affected.`,
    conditional: (count: string) =>
      `In another ${count} there is only support with conditions, which is not open to every firm.`,
    assumes: (allocation: string) =>
      `Jobs: the ventures’ indirect and induced jobs that small and medium-sized firms of the municipality could have, counted once a municipality. Allocation: ${allocation}.`,
    assumedJobs: 'Jobs',
    ofVentures: ': the ventures’ ',
    indirect: 'indirect',
    and: ' and ',
    induced: 'induced',
    ofFirms: ' jobs that small and medium-sized firms of the municipality could have, counted once a municipality.',
    allocation: 'Allocation',
    source: 'Pages of the actors and initiatives in the register, the region’s spillover run',
    order: 'Order by',
    orders: { name: 'name', jobs: 'most jobs affected', gaps: 'most gaps' },
    lacking: 'Missing:',
    nothingLacking: 'There is support for every need',
    placeLacks: ({ missing, needs, conditional, jobs }: Lacks) =>
      `${missing === '0' ? `There is support for all ${needs} needs` : `Support is missing for ${missing} of ${needs} needs; ${jobs} jobs are affected`}${conditional === '0' ? '' : `. For ${conditional} there is only support with conditions`}.`,
    fewConditions: (count: string) => `Only support with conditions (${count})`,
    served: (count: string) => `Needs with support (${count})`,
    allNeeds: (place: string) => `All needs in ${place}`,
    cell: (place: string, need: string, level: string, known: string | null) =>
      `${place}, ${need}: ${level}${known === null ? '' : `; ${known}`}`,
    pick: 'Choose a cell, or a municipality on the map, to see who helps there.',
    helpers: 'Who helps here',
    would: 'Would help after the change',
    wouldNot: 'What is tried does not get here with this need.',
    now: 'Help today',
    wouldGo: 'would go',
    noOffer: 'no particular offer',
    couldDo: 'would know this, no particular offer',
    mayKnow: 'would work in the area and might know',
    wouldReach: {
      LOCAL: 'for every firm, there for the municipality',
      COUNTY: 'for every firm, there for the county',
      NATIONAL: 'for every firm, there for the whole country',
      NONE: 'for some firms only',
    },
    moreHelpers: (count: string) => `Show ${count} more`,
    noHelpers: 'Nobody is known who helps small and medium-sized firms here with this need.',
    restrictedNote: 'Those with conditions on sector, size or else are in the list too.',
    nearest: 'Nearest who helps with it elsewhere:',
    support: 'Open in Find support',
    planned: 'planned',
    supportToday: '(as it is today)',
    empty: 'No municipality to show. Try another county or another day.',
    keys: 'The arrow keys move between the cells.',
    colour: 'Colour by',
    byJobs: 'jobs affected',
    byGaps: 'gaps',
    unitGaps: 'Needs for which support is missing',
    mapOfJobs: (place: string, jobs: string, all: string) => `Most jobs are affected in ${place}: ${jobs} of ${all}`,
    mapOfGaps: (counts: LackingOnMap) =>
      counts.lacking === '0'
        ? 'No municipality lacks support for any need'
        : `${counts.lacking} of ${counts.all} municipalities lack support for ${range(counts)} needs`,
    onMap: (place: string, gaps: string, jobs: string) =>
      `${place}: support is missing for ${gaps} needs, ${jobs} jobs are affected`,
    shared: 'Municipalities that lack the same',
    sharedLead:
      'Those that together could get somebody who helps all of their firms with the needs, also where today there is only support with conditions. Those that lack most together come first.',
    sharedAfter: 'As it would be after what is tried.',
    sharedAll: (count: string) => `All ${count} municipalities`,
    sharedAllBut: (names: string) => `All municipalities but ${names}`,
    sharedNone: 'No municipalities share a gap.',
    sharedShown: (shown: string, all: string) => `The ${shown} with most jobs are shown, of ${all} groups.`,
    elsewhere: 'Help elsewhere',
  },
)
