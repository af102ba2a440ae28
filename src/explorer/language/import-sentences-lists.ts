import type { ImportSentence } from './import-sentence.js'

/** What is asked and remarked of a list as a whole, and how it ended. */
export const listSentences: readonly ImportSentence[] = [
  // What is asked before much is lost, or before sizes are believed.
  [/^no longer names (\d+) of (\d+) \S+(?: \((.+)\))?$/, '$1 av de $2 som listan nämnde förut: $3'],
  [/^states no (\S+) at all, which (\d+) (\S+) had(?: \((.+)\))?$/, 'alla uppgifter om $c1, som $2 $i3 hade förut: $4'],
  [
    /^no longer states (\S+) for (\d+) of the (\d+) \S+ that had it(?: \((.+)\))?$/,
    'uppgiften om $c1 för $2 av de $3 som hade den: $4',
  ],
  [
    /^the turnover reads as (.+) SEK million for each employee .+$/,
    'omsättningen blir $1 miljoner kronor per anställd: är kolumnen i tusental?',
  ],
  [
    /^the turnover reads as (.+) SEK for each employee .+$/,
    'omsättningen blir $1 kronor per anställd: är kolumnen i en annan enhet?',
  ],
  [
    /^the turnover of (.+) of (.+) firms reads as more than (.+) SEK million for each employee: .+$/,
    'omsättningen för $1 av $2 företag blir mer än $3 miljoner kronor per anställd: är några rader i tusental?',
  ],
  [
    /^the turnover reads as (.+) SEK million for a firm .+$/,
    'omsättningen blir $1 miljoner kronor per företag: är kolumnen i tusental?',
  ],
  [/^the firms read as employing (.+) each .+$/, 'företagen får $1 anställda vart: är det rätt kolumn?'],
  [/^a firm reads as employing (.+): .+$/, 'ett företag får $1 anställda: är det rätt kolumn?'],
  [
    /^nothing says what the list is called: it is called (.+), as the file is$/i,
    'ingen har sagt vad listan heter: den får heta $1, som filen',
  ],
  // Remarks.
  [
    /^No title is given: the list is called (.+), as the file is\. .+$/,
    'Ingen titel är angiven: listan får heta $1, som filen',
  ],
  [/^No column for the place: .+$/, 'Ingen kolumn för orten: den blir inte känd'],
  [/^No column for the industry: .+$/, 'Ingen kolumn för näringsgrenen: den blir inte känd'],
  [/^No column for the size: .+$/, 'Ingen kolumn för storleken: den blir inte känd'],
  [/^Columns left out: (.+)$/, 'Kolumner som inte läses: $d1'],
  [
    /^The turnover is read as being in another currency than Swedish kronor, which stands beside its header$/,
    'Omsättningen läses som om den är i en annan valuta än kronor, vilket står bredvid rubriken',
  ],
  [
    /^The turnover is read as being in (.+), which stands beside its header$/,
    'Omsättningen läses som $1, vilket står bredvid rubriken',
  ],
  [/^Codes of SNI are read as (.+), as stated$/, 'SNI-koderna läses som $1, som angivet'],
  [
    /^Codes of SNI are read as (.+): (\d+) of (\d+) are of no other edition$/,
    'SNI-koderna läses som $1: $2 av $3 finns inte i någon annan utgåva',
  ],
  [
    /^Codes of SNI are read as (.+); they mean the same in (.+)$/,
    'SNI-koderna läses som $1; de betyder detsamma i $d2',
  ],
  [
    /^The codes of SNI do not tell their edition: (\d+) that the two use for different things are not taken; .+$/,
    'SNI-koderna visar inte vilken utgåva de är ur: $1 som betyder olika saker i de två tas inte med. Säg vilken utgåva det är',
  ],
  [
    /^The codes of SNI are of both (.+): (\d+) that the two use for different things are not taken; .+$/,
    'SNI-koderna är ur både $d1: $2 som betyder olika saker i de två tas inte med. Säg vilken utgåva det är',
  ],
  // Why nothing is brought in.
  [
    /^Nothing was imported: nothing says what list (.+) is\. .+$/,
    'Ingenting lästes in: ingen har sagt vad listan $1 heter',
  ],
  [/^Nothing was imported: (.+) has no row to take(?: \((.+)\))?$/, 'Ingenting lästes in: $1 har ingen rad att ta med'],
  [
    /^Nothing was imported: (\d+) were there, (\d+) are new and (\d+) gone, which does not make the (\d+) that (.+) counts$/,
    'Ingenting lästes in: $1 fanns, $2 är nya och $3 är borta, vilket inte blir de $4 som $5 räknar',
  ],
  [
    /^Nothing was imported: --turnover-unit says another unit than the header (.+)\. Mend .+$/,
    'Ingenting lästes in: omsättningens enhet är en annan än den i rubriken $1. Rätta rubriken, eller ange ingen enhet',
  ],
  [
    /^Nothing was imported: titles or notes name more than one unit, and the header (.+) none\. Write .+$/,
    'Ingenting lästes in: titlar eller anmärkningar nämner mer än en enhet, och rubriken $1 ingen. Skriv enheten i rubriken, som i $1 (tkr)',
  ],
  [
    /^Nothing was imported: --sni-edition says another edition than the header (.+)\. Mend .+$/,
    'Ingenting lästes in: den utgåva av SNI som angavs är en annan än den i rubriken $1. Rätta rubriken, eller ange ingen utgåva',
  ],
  [/^Nothing was imported: --sni-edition takes (.+)$/, 'Ingenting lästes in: utgåvan av SNI ska vara $d1'],
  [
    /^Nothing was imported: this graph holds the synthetic firms of a demo\. .+$/,
    'Ingenting lästes in: registret har de påhittade företagen i en demonstration. Den som sköter servern kan ta bort dem',
  ],
  [
    /^Nothing was imported: in (.+), (the .+|a firm .+) Give --confirm-unusual if that is right$/,
    'Ingenting lästes in: i $1 är något ovanligt: $s2',
  ],
  [
    /^Nothing was imported: (\S.*?) ((?:no longer|states no) .+?)(?:, listed in .+)?\. Give .+$/,
    'Ingenting lästes in: ur $1 skulle försvinna $s2',
  ],
  // How it ended.
  [
    /^The graph has changed since this was shown(?:: this is what it would change now)?$/,
    'Registret har ändrats sedan detta visades: så här skulle det ändras nu',
  ],
  [/^What it stored until then stays, unfinished$/, 'Det som hade lagrats till dess ligger kvar, ofullständigt'],
  [/^Nothing was stored$/, 'Ingenting lagrades'],
  [
    /^(.+); what it stored until then stays, unfinished$/,
    '$s1; det som hade lagrats till dess ligger kvar, ofullständigt',
  ],
  [/^Something went wrong here$/, 'Något gick fel på servern'],
  [/^Nobody confirmed it within a day$/, 'Ingen bekräftade den inom ett dygn'],
  [/^Somebody ended it; nothing was stored$/, 'Någon avbröt; ingenting lagrades'],
  [/^The server ended before anybody confirmed it$/, 'Servern stängdes innan någon hade bekräftat'],
  [/^The server ended$/, 'Servern stängdes'],
  [/^There is no room left on the disk for this file$/, 'Det finns ingen plats kvar på servern för filen'],
]
