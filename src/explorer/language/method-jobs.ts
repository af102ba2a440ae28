import { bilingual } from './language.js'

/** What the page on method says of jobs and of how they are calculated. */
export const methodOfJobs = bilingual(
  {
    direct: {
      title: 'Direkta jobb',
      means:
        'De jobb som satsningarna själva väntas skapa. De räknas i det län som källan anger för satsningen och det år då jobben är nya.',
      calculated: 'De läses ur källorna, satsning för satsning och år för år, och läggs ihop.',
      not: 'Det är väntade jobb när källan skrevs. De säger inte hur många som faktiskt har anställts.',
    },
    spillover: {
      title: 'Spridningseffekter, jobb därutöver',
      means:
        'De jobb som satsningarna sätter i gång hos andra: hos dem som levererar till satsningarna, i alla led, och genom det som de anställda köper. De direkta jobben ingår inte.',
      calculated:
        'De indirekta och de inducerade jobben läggs ihop, efter att det som hamnar utanför regionen har räknats bort.',
      not: 'De säger inte i vilka företag jobben hamnar eller när, och inte att det finns någon att anställa.',
    },
    indirect: {
      title: 'Indirekta jobb',
      means:
        'Jobb hos leverantörer. För att satsningen ska kunna tillverka köper den av andra, som i sin tur köper av andra, och alla dessa led räknas.',
      calculated:
        'Produktionen i varje näringsgren fås ur Leontiefs invers av input–output-tabellen, gånger antalet sysselsatta per krona produktion.',
      not: 'De säger inget om vilka leverantörer som satsningen faktiskt har valt: tabellen känner branscher, inte företag.',
    },
    induced: {
      title: 'Inducerade jobb, genom hushållens köp',
      means:
        'Jobb som kommer av att de som får lön handlar för den: i butiker, på restauranger, hos frisören. I rapporter kallas de ibland konsumtionseffekter.',
      calculated:
        'Hushållen läggs till tabellen som en bransch som köper för sina löner efter skatt, och inversen räknas om.',
      not: 'Alla som anställs räknas som om de inte hade haft någon inkomst förut. Därför är siffran snarare för hög än för låg.',
    },
    'type-i-and-ii': {
      title: 'Typ I och typ II',
      means:
        'Typ I räknar direkta och indirekta jobb. Typ II räknar också de inducerade, det som hushållen sätter i gång när de handlar.',
      calculated: 'Typ II är samma modell med hushållen som en bransch till.',
      not: 'Ingen av dem är den rätta: typ I är försiktig, typ II ett tak om alla löner är nya för regionen.',
    },
    retention: {
      title: 'Andelen som stannar',
      means:
        'Tabellen gäller hela landet. En bransch som bedöms vara lokal behåller alla jobb i regionen; en som bedöms vara nationell behåller en andel, eftersom dess leverantörer finns på många håll.',
      calculated: 'Jobben i de nationella branscherna gånger andelen, plus alla jobb i de lokala.',
      not: 'Andelen är en enda siffra för alla nationella branscher. Den säger inget om var en viss leverantör finns.',
    },
    'after-the-inverse': {
      title: 'På slutsumman eller i varje led',
      means:
        'Andelen som stannar kan räknas på slutsumman: först räknas alla led i hela landet, sedan dras det bort som hamnar utanför. Eller så räknas den i varje led, så att det som köps utifrån inte heller sätter i gång fler köp här.',
      calculated: 'På slutsumman: efter Leontiefs invers. I varje led: koefficienterna skalas ned före inversen.',
      not: 'På slutsumman ger fler jobb. Skillnaden är en fråga om antagande, inte om mätning.',
    },
    'location-quotients': {
      title: 'Lokaliseringskvoter (SLQ, CILQ, FLQ, AFLQ)',
      means:
        'Ett annat sätt att göra landets tabell till regionens. En bransch som är ovanlig i regionen kan inte väntas leverera allt som köps där, och resten kommer utifrån. FLQ tar också hänsyn till att en liten region köper mer utifrån; δ (delta) säger hur mycket.',
      calculated:
        'Branschens andel av regionens sysselsatta delas med dess andel av landets; är kvoten under ett skalas köpen ned med den innan inversen räknas.',
      not: 'Kvoterna vet inte vad företagen faktiskt köper var: de vilar på antalet sysselsatta och på att branscher liknar varandra i hela landet.',
    },
    interval: {
      title: 'Hur osäkert det är: intervallet',
      means:
        'Samma beräkning görs om många gånger med antaganden som slumpas inom rimliga gränser. Intervallet visar var nio av tio försök hamnar, och medianen det mittersta.',
      calculated:
        'Skatt, andel som stannar (eller δ), tabellens koefficienter och jobb per krona dras på nytt i varje försök; ρ (rho) säger hur långt fel i koefficienterna går åt samma håll.',
      not: 'Det rymmer inte att satsningarna själva blir av eller inte, och inte de fel som modellen har i alla försök.',
    },
    capacity: {
      title: 'Finns det folk till jobben',
      means:
        'De jobb som behövs, satsningarnas egna och de som de sätter i gång, mot dem som redan arbetar i länet eller branschen. Där andelen är hög kan det bli svårt att hitta personal.',
      calculated: 'Jobben för alla år tillsammans delas med antalet sysselsatta ett år.',
      not: 'Det är ingen prognos: inflyttning, arbetslöshet, pendling och omställning ingår inte.',
    },
    displacement: {
      title: 'Undanträngning',
      means:
        'Den som anställs av en satsning kan komma från ett mindre företag i regionen, som då står utan. Platser som inte tillsätts igen är jobb som försvinner.',
      calculated:
        'Två andelar som du själv antar, hur många som kommer från regionens företag och hur många platser som tillsätts igen, ger en kedja av lediga platser.',
      not: 'Andelarna är inte uppmätta. Summan av spridningseffekterna ändras inte; undanträngningen visas bredvid.',
    },
    extraction: {
      title: 'Vad som går förlorat utan en satsning eller bransch',
      means:
        'Hur mycket som försvinner om en satsning inte blir av, eller om en hel bransch tas ur ekonomin och inget kommer i stället.',
      calculated: 'Allt räknas två gånger, med och utan, och skillnaden är det som går förlorat.',
      not: 'I verkligheten kommer något annat i stället, och priser ändras. Siffrorna för flera satsningar går inte att lägga ihop.',
    },
    run: {
      title: 'Körning',
      means:
        'En beräkning som har sparats med alla sina antaganden, så att den kan öppnas igen, jämföras och citeras. Samma fråga på samma underlag ger samma körning.',
      calculated: 'Tabell, satsningar, antaganden och regler bildar tillsammans körningens beteckning.',
      not: 'En sparad körning ändras inte när underlaget gör det: då står det vad som har ändrats sedan dess.',
    },
  },
  {
    direct: {
      title: 'Direct jobs',
      means:
        'The jobs that the ventures themselves are expected to create. They are counted in the county that the source states for the venture, and in the year in which they are new.',
      calculated: 'They are read from the sources, venture by venture and year by year, and added up.',
      not: 'They were expected when the source was written. They do not say how many have been hired.',
    },
    spillover: {
      title: 'Spillover, the jobs beside them',
      means:
        'The jobs that the ventures set off elsewhere: with those who supply them, in all rounds, and through what the employed buy. The direct jobs are not part of it.',
      calculated: 'Indirect and induced jobs are added up, after what falls outside the region has been taken off.',
      not: 'They do not say in which firms the jobs fall, or when, nor that there is anybody to hire.',
    },
    indirect: {
      title: 'Indirect jobs',
      means:
        'Jobs with suppliers. To produce, a venture buys from others, who buy from others in turn, and all of these rounds count.',
      calculated:
        'Each industry’s output comes from the Leontief inverse of the input–output table, times its employed for each unit of output.',
      not: 'They say nothing of which suppliers a venture has chosen: the table knows industries, not firms.',
    },
    induced: {
      title: 'Induced jobs, through households’ purchases',
      means:
        'Jobs that come of what people buy for the wages they earn: in shops, in restaurants, at the hairdresser’s. Reports sometimes call them effects of consumption.',
      calculated:
        'Households join the table as an industry that buys for its wages after tax, and the inverse is calculated anew.',
      not: 'Everybody hired is taken to have had no income before, so the figure is rather too high than too low.',
    },
    'type-i-and-ii': {
      title: 'Type I and type II',
      means:
        'Type I counts direct and indirect jobs. Type II counts the induced ones too, what households set off when they spend.',
      calculated: 'Type II is the same model with households as one industry more.',
      not: 'Neither is the right one: type I is cautious, type II a ceiling if all wages are new to the region.',
    },
    retention: {
      title: 'The share that stays',
      means:
        'The table is of the whole country. An industry judged local keeps all of its jobs in the region; one judged national keeps a share, since its suppliers are in many places.',
      calculated: 'Jobs in the national industries times the share, and all jobs in the local ones.',
      not: 'The share is one figure for all national industries. It says nothing of where a given supplier is.',
    },
    'after-the-inverse': {
      title: 'On the total, or in each round',
      means:
        'The share that stays can be applied to the total: all rounds are calculated for the whole country, and then what falls outside is taken off. Or it is applied in each round, so that what is bought from outside sets off no further purchases here.',
      calculated: 'On the total: after the Leontief inverse. In each round: coefficients are scaled before it.',
      not: 'On the total gives more jobs. Which one holds is a matter of assumption, not of measurement.',
    },
    'location-quotients': {
      title: 'Location quotients (SLQ, CILQ, FLQ, AFLQ)',
      means:
        'Another way to make the nation’s table the region’s. An industry that is rare in the region cannot be expected to supply all that is bought there, and the rest comes from outside. FLQ also has it that a small region buys more from outside; δ (delta) says how much.',
      calculated:
        'The industry’s share of the region’s employed over its share of the nation’s; where the quotient is below one, purchases are scaled by it before the inverse.',
      not: 'Quotients do not know what firms buy where: they rest on numbers of employed, and on industries being alike in the whole country.',
    },
    interval: {
      title: 'How uncertain it is: the interval',
      means:
        'The same calculation is made many times with assumptions drawn within reasonable bounds. The interval shows where nine of ten draws lie, and the median the one in the middle.',
      calculated:
        'Tax, the share that stays (or δ), the table’s coefficients and jobs for each unit of output are drawn anew each time; ρ (rho) says how far errors of coefficients go together.',
      not: 'It does not hold whether the ventures come about at all, nor the errors that the model makes in every draw.',
    },
    capacity: {
      title: 'Whether there are people for the jobs',
      means:
        'The jobs that are needed, the ventures’ own and those that they set off, against those who already work in the county or industry. Where the share is high, staff may be hard to find.',
      calculated: 'The jobs of all years together over the employed of one year.',
      not: 'It is no forecast: people who move in, are out of work, commute or change trade are not in it.',
    },
    displacement: {
      title: 'Displacement',
      means:
        'Whoever a venture hires may come from a smaller firm of the region, which is then left without. Places that are not filled again are jobs lost.',
      calculated:
        'Two shares that you assume yourself, how many come from the region’s firms and how many places are filled again, give a chain of vacancies.',
      not: 'The shares are not measured. The spillover stays what it is; displacement is shown beside it.',
    },
    extraction: {
      title: 'What goes without a venture or an industry',
      means:
        'How much is lost if a venture does not come about, or if a whole industry is taken out of the economy and nothing takes its place.',
      calculated: 'All is calculated twice, with and without, and the difference is what is lost.',
      not: 'In reality something takes its place, and prices change. Figures of several ventures cannot be added up.',
    },
    run: {
      title: 'Run',
      means:
        'A calculation that is stored with all of its assumptions, so that it can be opened again, compared and cited. The same question of the same grounds gives the same run.',
      calculated: 'Table, ventures, assumptions and rules together make the run’s name in the graph.',
      not: 'A stored run does not change when its grounds do: it then says what has changed since.',
    },
  },
)
