import { bilingual } from './language.js'

/** What a change comes to, as numbers are written. */
export interface ComesTo {
  readonly subject: string
  readonly filled: string
  readonly reached: string
  readonly opened: string
  readonly lost: string
}

/** How many combinations of a municipality and a need lack support, as numbers are written. */
export interface Uncovered {
  /** Those where nothing is open to every firm. */
  readonly uncovered: string
  readonly cells: string
  /** Of these, those where nothing is open to some firms either. */
  readonly missing: string
}

export const coverageTexts = bilingual(
  {
    heading: 'Täckning',
    lead: 'Varje kommun mot varje behov: hur nära stödet finns, och hur många jobb som står på spel.',
    county: 'Län',
    asOf: 'Dag',
    colour: 'Färg efter',
    byLevel: 'hur nära stödet finns',
    byJobs: 'jobb på spel',
    levels: {
      LOCAL: 'Någon som nämner kommunen',
      COUNTY: 'Någon för länet',
      NATIONAL: 'Någon för hela landet',
      NONE: 'Inget stöd som är öppet för alla företag',
    },
    missing: 'Här saknas stöd',
    conditional: 'Inget stöd som är öppet för alla företag; en del har villkor',
    conditions: (count: string) => `Inget stöd som är öppet för alla företag; ${count} har villkor`,
    seeWho: 'Se vem som kan hjälpa',
    signs: { LOCAL: '●', COUNTY: '◕', NATIONAL: '◔', CONDITIONAL: '○', NONE: '–' },
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
    withLess: 'Räknas mindre säkra uppgifter med finns det någon att fråga.',
    countLess: 'Räkna med dem som kanske vet',
    actors: 'Aktörer',
    initiatives: 'Insatser',
    restricted: 'Därtill med villkor',
    jobs: 'Jobb på spel',
    firms: 'Små och medelstora företag i grafen',
    table: 'Täckning, kommun mot behov',
    cell: (place: string, need: string, level: string, jobs: string) =>
      `${place}, ${need}: ${level}, ${jobs} jobb på spel`,
    pick: 'Välj en ruta så visas vilka som hjälper där.',
    helpers: 'De som hjälper här',
    noHelpers: 'Ingen som hjälper små och medelstora företag här med det behovet är känd.',
    restrictedNote: 'De som har villkor på näringsgren, storlek eller annat finns också i listan.',
    nearest: 'Närmast som möter behovet på annat håll:',
    support: 'Öppna i Hitta stöd',
    empty: 'Ingen kommun att visa. Prova ett annat län eller en annan dag.',
    keys: 'Piltangenterna flyttar mellan rutorna.',
    allocation: 'Så räknas jobben',
    uncovered: ({ uncovered, cells, missing }: Uncovered) =>
      `I ${uncovered} av ${cells} kombinationer av kommun och behov finns inget stöd som är öppet för alla företag${missing === '0' ? '' : `; i ${missing} av dem inte heller något med villkor: där saknas stöd`}.`,
    whatIf: 'Pröva en ny insats eller aktör',
    proposed: 'Föreslagna insatser som genomförs',
    newActor: 'En ny aktör',
    actorName: 'Namn',
    actorServes: 'Verkar i',
    actorMeets: 'Hjälper med',
    actorHelp: 'Med',
    noHelp: 'det den kan, inget bestämt erbjudande',
    actorProvides: 'Eller bara stöd inom området (räknas med dem som kanske vet)',
    comesTo: ({ subject, filled, reached, opened, lost }: ComesTo) =>
      `${subject} ${filled === '0' ? 'fyller ingen lucka' : `fyller ${filled} ${filled === '1' ? 'lucka' : 'luckor'}; ${reached} jobb nås`}${opened === '0' ? '' : `, och ${opened} ${opened === '1' ? 'lucka' : 'luckor'} öppnas; ${lost} jobb tappas`}.`,
    actorAt: (name: string, places: string) => `${name} i ${places}`,
    changed: (count: string) => `${count} ${count === '1' ? 'ruta' : 'rutor'} ändras:`,
    unchanged: 'Ingen ruta ändras. Den som lägger till något behöver nå kommunen och möta behovet.',
    change: (place: string, need: string, from: string, to: string) => `${place}, ${need}: ${from} → ${to}`,
    changing: 'Rutnätet visar läget efter ändringen.',
    needsBoth: 'En ny aktör behöver namn, plats och minst ett behov eller stödområde.',
    shared: 'Kommuner som saknar samma sak',
    sharedLead: 'De som tillsammans kunde få någon som möter behoven för alla sina företag.',
    sharedNone: 'Inga kommuner delar en lucka.',
    elsewhere: 'Möter det på annat håll',
  },
  {
    heading: 'Coverage',
    lead: 'Each municipality against each need: from how near support comes, and how many jobs are at stake.',
    county: 'County',
    asOf: 'Day',
    colour: 'Colour by',
    byLevel: 'how near support is',
    byJobs: 'jobs at stake',
    levels: {
      LOCAL: 'Somebody who names the municipality',
      COUNTY: 'Somebody for the county',
      NATIONAL: 'Somebody for the whole country',
      NONE: 'No support that is open to every firm',
    },
    missing: 'Support is missing here',
    conditional: 'No support that is open to every firm; some has conditions',
    conditions: (count: string) =>
      `No support that is open to every firm; ${count} ${count === '1' ? 'has' : 'have'} conditions`,
    seeWho: 'See who can help',
    signs: { LOCAL: '●', COUNTY: '◕', NATIONAL: '◔', CONDITIONAL: '○', NONE: '–' },
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
    jobs: 'Jobs at stake',
    firms: 'Small and medium-sized firms in the graph',
    table: 'Coverage, municipality against need',
    cell: (place: string, need: string, level: string, jobs: string) =>
      `${place}, ${need}: ${level}, ${jobs} jobs at stake`,
    pick: 'Choose a cell to see who helps there.',
    helpers: 'Who helps here',
    noHelpers: 'Nobody is known who helps small and medium-sized firms here with this need.',
    restrictedNote: 'Those with conditions on sector, size or else are in the list too.',
    nearest: 'Nearest who meets the need elsewhere:',
    support: 'Open in Find support',
    empty: 'No cells. Try another county or another day.',
    keys: 'The arrow keys move between the cells.',
    allocation: 'How the jobs are counted',
    uncovered: ({ uncovered, cells, missing }: Uncovered) =>
      `In ${uncovered} of ${cells} combinations of municipality and need there is no support that is open to every firm${missing === '0' ? '' : `; in ${missing} of them none with conditions either: there, support is missing`}.`,
    whatIf: 'Try a new initiative or actor',
    proposed: 'Proposed initiatives that come about',
    newActor: 'A new actor',
    actorName: 'Name',
    actorServes: 'Works in',
    actorMeets: 'Helps with',
    actorHelp: 'By',
    noHelp: 'what it knows, no particular offer',
    actorProvides: 'Or only works in the area (counts among those who may know)',
    comesTo: ({ subject, filled, reached, opened, lost }: ComesTo) =>
      `${subject} ${filled === '0' ? 'fills no gap' : `fills ${filled} ${filled === '1' ? 'gap' : 'gaps'}; ${reached} jobs are reached`}${opened === '0' ? '' : `, and ${opened} ${opened === '1' ? 'gap opens' : 'gaps open'}; ${lost} jobs are lost`}.`,
    actorAt: (name: string, places: string) => `${name} in ${places}`,
    changed: (count: string) => `${count} ${count === '1' ? 'cell changes' : 'cells change'}:`,
    unchanged: 'No cell changes. What is added has to reach the municipality and meet the need.',
    change: (place: string, need: string, from: string, to: string) => `${place}, ${need}: ${from} → ${to}`,
    changing: 'The grid shows how it would be after the change.',
    needsBoth: 'A new actor needs a name, a place and at least one need or support area.',
    shared: 'Municipalities that lack the same',
    sharedLead: 'Those that together could get somebody who meets the needs for all of their firms.',
    sharedNone: 'No municipalities share a gap.',
    elsewhere: 'Meet it elsewhere',
  },
)
