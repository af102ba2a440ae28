import type { Regionalisation } from '../generated/graphql.js'
import { bilingual, type Format } from './language.js'

/** Words of what of a nation's table is the region's. */
export const regionalTexts = bilingual(
  {
    method: 'Vad som köps i regionen',
    methods: {
      RETENTION: 'en fast andel stannar',
      SLQ: 'lokaliseringskvoter, SLQ',
      CILQ: 'kvoter bransch mot bransch, CILQ',
      FLQ: 'kvoter efter storlek, FLQ',
      AFLQ: 'kvoter efter storlek, AFLQ',
    },
    methodHints: {
      RETENTION: 'Räknar landets tabell som regionens; av nationella branscher stannar en andel.',
      SLQ: 'En bransch som är vanligare här än i landet räcker till alla köp; lämnar mer i regionen än FLQ.',
      CILQ: 'Jämför säljarens bransch med köparens; lämnar mer i regionen än FLQ.',
      FLQ: 'Som CILQ, men en liten region köper mer utifrån. Den som visas bredvid andelen; välj den om du bara väljer en.',
      AFLQ: 'Som FLQ, men branscher som är vanliga här köper mer av varandra. Att föredra när gruvor räknas för sig.',
    },
    delta: 'δ (högre: mindre köps i regionen)',
    householdDelta: 'δ för hushållens köp',
    area: 'Som en ekonomi räknas',
    areas: { TOGETHER: 'länen tillsammans', EACH: 'varje län för sig, utan köp mellan länen' },
    mining: 'Gruvor räknas',
    minings: { MERGED: 'med tillverkning, som i statistiken', APART: 'för sig' },
    employment: 'Sysselsatta enligt',
    usualEmployment: 'de som hör till tabellen, annars regionens egna',
    restsOn: 'Kvoterna vilar på',
    miningFrom: 'gruvor ur',
    employedBy: 'Sysselsatta enligt',
    householdsBuy: (delta: string) => `hushållens δ ${delta}`,
    short: { EACH: 'varje län för sig', APART: 'gruvor för sig' },
    capacityAsked: 'Finns det folk till jobben?',
    capacityFinds: (some: string, all: string, bound: string) =>
      `${some} av ${all} branscher i länen över taket på ${bound}`,
    capacity: 'Jobb som behövs mot sysselsatta, per län och bransch',
    capacityMeans: (bound: string) =>
      `Alla jobb, satsningarnas egna och de som de sätter i gång, mot dem som redan arbetar där. Det visar var det trycker och är ingen prognos: flera års jobb hålls mot ett års sysselsatta. Andelar över ${bound} är utskrivna.`,
    noEmployment: 'Det är inte känt hur många som är sysselsatta, eller så anger tabellen det inte.',
    county: 'Län',
    group: 'Bransch',
    needed: 'Behövs',
    ofTheseDirect: 'varav i satsningarna',
    employed: 'Sysselsatta',
    shareOfEmployed: 'Andel',
    beyond: (bound: string) => `över ${bound}`,
    notKnown: 'inte känt',
    otherIndustries: 'övriga',
    displacementAsked: 'Vad blir kvar om satsningarna anställer från regionens företag?',
    displacementFinds: (net: string) => `${net} jobb kvar`,
    displacementUnasked: 'ange två andelar',
    netBeside: (lost: string, net: string) =>
      `Om ${lost} platser i regionens företag inte tillsätts igen blir ${net} jobb kvar, satsningarnas egna medräknade.`,
    notTaken: (names: string) =>
      `Länken anger också ${names}, som den här sidan inte räknar med: siffrorna nedan är utan.`,
    notTakenNames: {
      establishments: 'satsningar',
      adjust: 'egna jobb för satsningar',
      shocks: 'egna jobb för branscher',
      householdIncome: 'hushållens inkomst',
      incomeTax: 'skatt på lön',
      retention: 'vad som stannar i regionen',
    },
    displacementMeans:
      'Båda andelarna är dina antaganden. De ändrar inte summan ovan; här står vad som blir kvar när platser i mindre företag inte tillsätts igen.',
    displaced: {
      direct: 'Satsningarnas jobb',
      taken: 'Platser som blir lediga',
      lost: 'varav inte tillsätts',
      netDirect: 'Netto av satsningarna',
      spillover: 'Jobb utöver satsningarna',
      net: 'Netto av alla',
    },
    displacedByCounty: 'Vad som blir kvar, per län',
    displacedByGroup: 'Vad som blir kvar, per bransch',
    extractionAsked: 'Vad går förlorat utan en satsning eller bransch?',
    extractionUnasked: 'välj vilken',
    kinds: { WHOLE: 'Allt', COLUMN: 'Bara det den köper', ROW: 'Bara det den säljer' },
    kind: 'Vad som tas ut',
    byKind: 'Jobb som går förlorade, efter vad som tas ut',
    own: 'Egna',
    others: 'Hos andra',
    all: 'Sammanlagt',
    regionalAsked: 'Hur mycket kan regionen själv leverera?',
    regionalFinds: (jobs: string, low: string, high: string) => `${jobs} jobb med lokaliseringskvoter (${low}–${high})`,
    regionalUnknown: 'lokaliseringskvoter per bransch',
    quotientMeans:
      'Över 1 är branschen vanligare här än i landet, under 1 ovanligare. Kvoten räknas på antalet sysselsatta; branscher i samma grupp delar kvot.',
    quotientsBySector: 'Lokaliseringskvot per näringsgren',
    together: 'Länen tillsammans',
    noQuotients: 'Det är inte känt hur många som är sysselsatta i tabellens branscher.',
    multipliersAsked: 'Vad ger ett jobb i varje bransch?',
    multipliersUnasked: 'multiplikatorer och kopplingar',
    multipliersMean:
      'Hela landets, om inte lokaliseringskvoter är valda ovan. Det som stannar efter en fast andel är inte avdraget.',
    multipliers: 'Multiplikatorer per näringsgren',
    perJob: 'Jobb per jobb',
    perMillion: 'Jobb per miljon',
    output: 'Produktion per krona',
    backward: 'Köper av andra (1 = som de flesta)',
    forward: 'Säljer till andra (1 = som de flesta)',
    extractionMeans:
      'För en satsning: det alla sätter i gång, mindre det de andra gör utan den. För en bransch: hela branschen tas ur ekonomin, och inget kommer i stället.',
    without: 'Utan',
    choose: 'Välj',
    ventures: 'Satsningar',
    industries: 'Näringsgrenar',
    goes: (place: string, jobs: string, own: string, others: string) =>
      `I ${place} går ${jobs} jobb förlorade: ${own} egna och ${others} hos andra.`,
    aloneItSetsOff: (jobs: string) =>
      `Ensam skulle den sätta i gång ${jobs} hos andra; siffror för flera går inte att lägga ihop.`,
    goesBySector: 'Jobb som går förlorade, per näringsgren',
    industry: 'Näringsgren',
    jobs: 'Jobb',
    jobsNotKnown: 'Tabellen anger inte hur många som är sysselsatta, så inga jobb kan beräknas.',
    fromSmes: 'Andel som anställs från regionens små och medelstora företag',
    refilled: 'Andel av de platser som då blir lediga som tillsätts igen',
  },
  {
    method: 'What is bought in the region',
    methods: {
      RETENTION: 'a fixed share stays',
      SLQ: 'location quotients, SLQ',
      CILQ: 'quotients, industry by industry, CILQ',
      FLQ: 'quotients by size, FLQ',
      AFLQ: 'quotients by size, AFLQ',
    },
    methodHints: {
      RETENTION: 'Takes the nation’s table for the region’s; of national industries a share stays.',
      SLQ: 'An industry that is more common here than in the nation covers all purchases; leaves more in the region than FLQ.',
      CILQ: 'Holds the seller’s industry against the buyer’s; leaves more in the region than FLQ.',
      FLQ: 'As CILQ, but a small region buys more from outside. The one shown beside the share; choose it if you choose one.',
      AFLQ: 'As FLQ, but industries that are common here buy more of one another. Preferable where mining is counted apart.',
    },
    delta: 'δ (higher: less is bought in the region)',
    householdDelta: 'δ of what households buy',
    area: 'One economy is',
    areas: { TOGETHER: 'the counties together', EACH: 'each county by itself, without sales between them' },
    mining: 'Mining is counted',
    minings: { MERGED: 'with manufacturing, as in the statistics', APART: 'apart' },
    employment: 'Employed by',
    usualEmployment: 'those that go with the table, else the region’s own',
    restsOn: 'The quotients rest on',
    miningFrom: 'mining by',
    employedBy: 'Employed by',
    householdsBuy: (delta: string) => `households’ δ ${delta}`,
    short: { EACH: 'each county by itself', APART: 'mining apart' },
    capacityAsked: 'Are there people for the jobs?',
    capacityFinds: (some: string, all: string, bound: string) =>
      `${some} of ${all} industries in the counties beyond ${bound}`,
    capacity: 'Jobs needed against those employed, by county and industry',
    capacityMeans: (bound: string) =>
      `All jobs, the ventures’ own and those they set off, against those who work there already. It shows where the pressure is and is no forecast: the jobs of several years are held against the employed of one. Shares beyond ${bound} are marked.`,
    noEmployment: 'It is not known how many are employed, or the table does not state it.',
    county: 'County',
    group: 'Industry',
    needed: 'Needed',
    ofTheseDirect: 'of these in the ventures',
    employed: 'Employed',
    shareOfEmployed: 'Share',
    beyond: (bound: string) => `beyond ${bound}`,
    notKnown: 'not known',
    otherIndustries: 'others',
    displacementAsked: 'What is left if ventures hire from the region’s firms?',
    displacementFinds: (net: string) => `${net} jobs left`,
    displacementUnasked: 'give two shares',
    netBeside: (lost: string, net: string) =>
      `If ${lost} places in the region’s firms are not filled again, ${net} jobs are left, the ventures’ own among them.`,
    notTaken: (names: string) =>
      `The link also states ${names}, which this page does not take: the figures below are without.`,
    notTakenNames: {
      establishments: 'ventures',
      adjust: 'numbers of jobs for ventures',
      shocks: 'numbers of jobs for industries',
      householdIncome: 'household income',
      incomeTax: 'tax on wages',
      retention: 'what stays in the region',
    },
    displacementMeans:
      'Both shares are your assumptions. They do not change the total above; here stands what is left when places in smaller firms are not filled again.',
    displaced: {
      direct: 'The ventures’ jobs',
      taken: 'Places that come free',
      lost: 'of these not filled',
      netDirect: 'Net of the ventures',
      spillover: 'Jobs beside the ventures',
      net: 'Net of all',
    },
    displacedByCounty: 'What is left, by county',
    displacedByGroup: 'What is left, by industry',
    extractionAsked: 'What is lost without a venture or an industry?',
    extractionUnasked: 'choose which',
    kinds: { WHOLE: 'All of it', COLUMN: 'Only what it buys', ROW: 'Only what it sells' },
    kind: 'What is taken out',
    byKind: 'Jobs that are lost, by what is taken out',
    own: 'Its own',
    others: 'With others',
    all: 'In all',
    regionalAsked: 'How much can the region itself supply?',
    regionalFinds: (jobs: string, low: string, high: string) => `${jobs} jobs by location quotients (${low}–${high})`,
    regionalUnknown: 'location quotients by industry',
    quotientMeans:
      'Above 1 the industry is more common here than in the nation, below 1 less so. The quotient is of those employed; industries of one group share it.',
    quotientsBySector: 'Location quotient by industry',
    together: 'The counties together',
    noQuotients: 'It is not known how many are employed in the table’s industries.',
    multipliersAsked: 'What does one job in each industry give?',
    multipliersUnasked: 'multipliers and linkages',
    multipliersMean:
      'Of the whole nation, unless location quotients are chosen above. What a fixed share leaves out is not taken off.',
    multipliers: 'Multipliers by industry',
    perJob: 'Jobs for each job',
    perMillion: 'Jobs for each million',
    output: 'Output for each unit',
    backward: 'Buys from others (1 = as most)',
    forward: 'Sells to others (1 = as most)',
    extractionMeans:
      'Of a venture: what all set off, less what the others do without it. Of an industry: all of it is taken out of the economy, and nothing takes its place.',
    without: 'Without',
    choose: 'Choose',
    ventures: 'Ventures',
    industries: 'Industries',
    goes: (place: string, jobs: string, own: string, others: string) =>
      `In ${place} ${jobs} jobs are lost: ${own} of its own and ${others} with others.`,
    aloneItSetsOff: (jobs: string) => `Alone it would set off ${jobs} with others; such figures do not add up.`,
    goesBySector: 'Jobs that are lost, by industry',
    industry: 'Industry',
    jobs: 'Jobs',
    jobsNotKnown: 'The table does not state how many are employed, so that no jobs can be calculated.',
    fromSmes: 'Share hired from the region’s small and medium-sized firms',
    refilled: 'Share of the places that come free there which are filled again',
  },
)

/** Decimals of a δ: as many as halves of hundredths have. */
const deltaInWords = (delta: number, format: Format): string =>
  format.number(delta, Number.isInteger(Math.round(delta * 1e6) / 1e4) ? 2 : 3)

/**
 * What the API says of an alternative, such as `FLQ 0.25 households 0 EACH APART`, in words: `FLQ, δ 0.25, mining apart`.
 * @param texts in the reader's language.
 */
export function regionalisationInWords(value: string, texts: (typeof regionalTexts)['sv'], format: Format): string {
  const names: Readonly<Record<string, string>> = { RETENTION: texts.methods.RETENTION, ...texts.short }
  const words = value.split(' ')
  return words
    .flatMap((word, place) => {
      if (word === 'households') return texts.householdsBuy(deltaInWords(Number(words[place + 1]), format))
      if (words[place - 1] === 'households') return []
      return Number.isNaN(Number(word)) ? (names[word] ?? word) : `δ ${deltaInWords(Number(word), format)}`
    })
    .join(', ')
}

type Setting = Pick<Regionalisation, 'method' | 'delta' | 'householdDelta' | 'area' | 'mining'>

/** A setting in the same words. */
export function settingInWords(
  { method, delta, householdDelta, area, mining }: Setting,
  texts: (typeof regionalTexts)['sv'],
  format: Format,
): string {
  const words = [
    method,
    ...(delta === null || delta === 0 ? [] : [delta]),
    ...(householdDelta === null || householdDelta === (delta ?? 0) / 2 ? [] : ['households', householdDelta]),
    ...(area === 'EACH' ? [area] : []),
    ...(mining === 'APART' ? [mining] : []),
  ]
  return regionalisationInWords(words.join(' '), texts, format)
}
