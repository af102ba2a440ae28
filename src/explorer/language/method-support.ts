import { bilingual } from './language.js'

/** What the page on method says of support, of suppliers and of how firms are described. */
export const methodOfSupport = bilingual(
  {
    coverage: {
      title: 'Täckning',
      means:
        'Om det finns stöd för ett behov i en kommun. Bara stöd som vilket mindre företag som helst på orten kan använda räknas: det som är till för en viss bransch, storlek eller har andra villkor redovisas för sig.',
      calculated:
        'För varje kommun och behov söks alla aktörer och insatser som når dit och möter behovet, med minst det underlag som krävs.',
      not: 'Den säger inte om stödet räcker till, håller god kvalitet eller används.',
    },
    level: {
      title: 'Nivå: hur nära stödet finns',
      means:
        'Lokalt betyder att en aktör uttryckligen vänder sig till kommunen, i länet att den vänder sig till länet, nationellt att den vänder sig till hela landet. Saknas betyder att ingen gör det.',
      calculated: 'Den närmaste nivån av dem som möter behovet gäller.',
      not: 'En nivå är inget avstånd: en aktör kan ha hela länet som område och sitta i kommunen.',
    },
    evidence: {
      title: 'Underlag: hur säkert det är att stödet finns',
      means:
        'Säkrast är ett erbjudande som pågår. Därnäst ett som har setts men inte bekräftats på länge: fråga om det finns kvar. Sedan en aktör som kan området men inte har något känt erbjudande, och sist en som bara arbetar inom området.',
      calculated: 'Det avgörs av vad sidor och aktörer har uppgett, och av hur gammal den nyaste uppgiften är.',
      not: 'Att inget är känt betyder inte att inget finns. Säg gärna till om något saknas.',
    },
    match: {
      title: 'Matchning',
      means:
        'Hur väl en aktör passar det företag och de behov som har angetts, i procent. Den som finns till för behovet, med rätt slag av hjälp och säkert underlag, kommer först.',
      calculated:
        'För varje behov vägs ihop hur mycket aktören finns till för det, vilket slag av hjälp det är, hur säkert underlaget är och vilka villkor som återstår att kontrollera; närhet lägger till lite.',
      not: 'Procenten är en ordning, ingen sannolikhet att få hjälp. Vikterna är bedömningar.',
    },
    'jobs-at-stake': {
      title: 'Jobb på spel',
      means:
        'Hur många av spridningseffektens jobb som mindre företag i kommunen skulle kunna få, och som hålls tillbaka om behovet inte möts.',
      calculated:
        'Länets jobb i industri och tjänster gånger andelen som arbetar i små och medelstora företag, gånger hur utbrett behovet är i kommunen, gånger kommunens andel av länets folkmängd.',
      not: 'Samma jobb står bakom flera behov i en kommun, så siffrorna går inte att lägga ihop över behov. De är en storleksordning, ingen prognos.',
    },
    allocation: {
      title: 'Fördelning på kommuner',
      means: 'Beräkningen säger hur många jobb som hamnar i länet. För att visa kommuner delas de ut efter folkmängd.',
      calculated: 'Länets jobb gånger kommunens andel av länets folkmängd.',
      not: 'Den tar ingen hänsyn till var satsningen ligger inom länet, och inte till pendling mellan kommuner.',
    },
    'supplier-score': {
      title: 'Hur väl en leverantör passar',
      means:
        'En poäng som ordnar företag som kan leverera till en satsning. Tyngst väger hur det är känt att företaget kan leverera, sedan hur många av köparens krav det uppfyller, och sist hur nära det ligger.',
      calculated: 'De tre delarna läggs ihop; delarna visas vid varje företag.',
      not: 'Den säger inget om pris, kvalitet eller ledig kapacitet.',
    },
    basis: {
      title: 'Underlag för en leverantör',
      means:
        'Hur det är känt att företaget kan leverera. Det kan leverera redan till satsningen, det kan själv ha sagt att det kan, eller så passar bara dess näringsgren.',
      calculated: 'Det säkraste som någon källa anger gäller.',
      not: 'Att näringsgrenen passar är en gissning: alla företag i en bransch gör inte allt.',
    },
    'as-the-crow-flies': {
      title: 'Fågelvägen',
      means: 'Avstånd mäts fågelvägen mellan kommunerna, inte längs vägen.',
      calculated:
        'Storcirkeln i kilometer. Från en satsning till dem som kan leverera, och mellan företagen i en grupp, mäts den mellan kommunernas tätorter: centralorten i vardera. Där ingen är känd, och till den närmaste aktören som kan hjälpa, mäts den från en punkt nära mitten av kommunens yta.',
      not: 'Resan är oftast längre, och tar inte lika lång tid överallt. Företagets egen adress används inte.',
    },
    consortium: {
      title: 'Grupp som kan leverera tillsammans',
      means:
        'Små och medelstora företag som tillsammans täcker allt som efterfrågas och har tillräckligt många anställda, och där ingen kan undvaras.',
      calculated:
        'Grupper söks bland de företag som passar bäst; få företag, nära varandra och med uppfyllda krav kommer först.',
      not: 'Den säger inte att företagen vill samarbeta, eller att de har tid.',
    },
    sni: {
      title: 'Näringsgren (SNI)',
      means:
        'En standard för att dela in näringsgrenar, som följer EU:s NACE: en bokstav för avdelningen och siffror för allt finare nivåer. Företag, satsningar och stöd ordnas efter den.',
      calculated: 'Företagets kod tas som registret anger den; satsningarnas är bedömda.',
      not: 'Ett företag som gör flera saker kan ha flera koder, och den första säger inte allt.',
    },
    'size-class': {
      title: 'Storleksklass',
      means:
        'Litet, medelstort eller stort företag efter antal anställda och omsättning. Okänd betyder att varken det ena eller det andra är känt.',
      calculated: 'Företaget hör till den minsta klass vars gränser det håller för både anställda och omsättning.',
      not: 'Ägare räknas inte in: ett litet företag kan höra till en stor koncern.',
    },
  },
  {
    coverage: {
      title: 'Coverage',
      means:
        'Whether there is support for a need in a municipality. Only support that any smaller firm of the place can use counts: what is for a given industry or size, or has other terms, is shown apart.',
      calculated:
        'For each municipality and need, all actors and initiatives are looked for that reach it and meet the need, with at least the evidence asked for.',
      not: 'It does not say whether the support is enough, is good, or is used.',
    },
    level: {
      title: 'Level: from how near support comes',
      means:
        'Local means that an actor names the municipality, in the county that it names the county, national that it is for the whole country. Missing means that nobody does.',
      calculated: 'The nearest level of those who meet the need holds.',
      not: 'A level is no distance: an actor may be for the whole county and sit in the municipality.',
    },
    evidence: {
      title: 'Evidence: how well it is known that the support is there',
      means:
        'Best known is an offer in force. Next one that was seen and has not been confirmed for long: ask whether it is still there. Then an actor that knows the field and has no known offer, and last one that merely works in the field.',
      calculated: 'It is told from what pages and actors have stated, and from how old the newest of it is.',
      not: 'That nothing is known does not mean that nothing is there. Do say where something is missing.',
    },
    match: {
      title: 'Match',
      means:
        'How well an actor fits the firm and the needs that were stated, in percent. Whoever is there for the need, with the right kind of help and good evidence, comes first.',
      calculated:
        'For each need it weighs how far the actor is there for it, what kind of help it is, how good the evidence is and which terms are still to check; nearness adds a little.',
      not: 'The percentage is an order and no chance of getting help. The weights are judgements.',
    },
    'jobs-at-stake': {
      title: 'Jobs at stake',
      means:
        'How many jobs of the spillover smaller firms of the municipality could have, and are held back where the need is not met.',
      calculated:
        'The county’s jobs in industry and services, times the share that works in small and medium-sized firms, times how widely the need is felt in the municipality, times its share of the county’s population.',
      not: 'The same jobs stand behind several needs of a municipality, so figures cannot be added up over needs. They are an order of magnitude and no forecast.',
    },
    allocation: {
      title: 'Sharing out among municipalities',
      means:
        'The calculation tells how many jobs fall in the county. To show municipalities, they are shared out by population.',
      calculated: 'The county’s jobs times the municipality’s share of the county’s population.',
      not: 'It does not heed where in the county the venture lies, nor who commutes between municipalities.',
    },
    'supplier-score': {
      title: 'How well a supplier fits',
      means:
        'A score that orders firms that could supply a venture. What weighs most is how it is known that the firm can supply, then how many of the buyer’s requirements it fulfils, and last how near it lies.',
      calculated: 'The three parts are added up; they are shown for each firm.',
      not: 'It says nothing of price, quality or free capacity.',
    },
    basis: {
      title: 'What a supplier is known by',
      means:
        'How it is known that the firm could supply. It may supply the venture already, may have said itself that it can, or merely be of a fitting sector.',
      calculated: 'The surest that any source states holds.',
      not: 'A fitting sector is a guess: not every firm of an industry does everything.',
    },
    'as-the-crow-flies': {
      title: 'As the crow flies',
      means: 'Distances are measured in a straight line between municipalities, not along roads.',
      calculated:
        'The great circle in kilometres. From a venture to those that could supply it, and between the firms of a group, it is measured between the main towns of the municipalities. Where none is known, and to the nearest actor that could help, it is measured from a point near the middle of the municipality’s area.',
      not: 'The way is usually longer, and does not take the same time everywhere. The firm’s own address is not used.',
    },
    consortium: {
      title: 'A group that can supply together',
      means:
        'Small and medium-sized firms that together cover all that is wanted and employ enough people, and of which none can be left out.',
      calculated:
        'Groups are looked for among the firms that fit best; few firms, near one another and with requirements fulfilled come first.',
      not: 'It does not say that the firms want to work together, or have the time.',
    },
    sni: {
      title: 'Sector (SNI)',
      means:
        'The classification of economic activities, which follows the EU’s NACE: a letter for the section and digits for ever finer levels. Firms, ventures and support are ordered by it.',
      calculated: 'A firm’s code is taken as its register states it; those of ventures are judged.',
      not: 'A firm that does several things may have several codes, and the first does not tell all.',
    },
    'size-class': {
      title: 'Size class',
      means: 'A small, medium-sized or large firm by employees and turnover. Unknown means that neither is known.',
      calculated: 'The firm is of the smallest class whose limits it keeps for both employees and turnover.',
      not: 'Owners are not counted in: a small firm may be part of a large group.',
    },
  },
)
