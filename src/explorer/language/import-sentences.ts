import type { Language } from './language.js'

/** What the server says of a list, and in which language that is. */
export interface SaidOfList {
  readonly text: string
  readonly lang: Language
}

/** Sentences of the import, each whole; what stands in a group is of the file and stays. Options of the command line are left out. */
const sentences: readonly (readonly [RegExp, string])[] = [
  // Why a row or cell is not taken.
  [/^is the supplier itself$/, 'är leverantören själv'],
  [/^takes (.+)$/, 'ska vara något av: $1'],
  [/^an earlier row is about the same$/, 'en tidigare rad gäller samma'],
  [/^another row says something else of the same(?:: lines (.+))?$/, 'en annan rad säger något annat om samma: rad $1'],
  [/^has (\d+) fields, (\d+) are asked for$/, 'har $1 fält; det ska vara $2'],
  [/^has (\d+) cells; the header has (\d+).*$/, 'har $1 celler; rubrikraden har $2'],
  [/^is before since$/, 'ligger före början'],
  [
    /^the number can be a person's: sole traders are left out$/,
    'numret kan vara en persons: enskilda näringsidkare tas inte med',
  ],
  [
    /^Excel has taken it for a number and lost digits: format the column as text$/,
    'Excel har läst det som ett tal och tappat siffror: gör kolumnen till text',
  ],
  [/^an organisation number of ten digits is asked for$/, 'det ska vara ett organisationsnummer med tio siffror'],
  [
    /^has two readings, and no other number of the column shows which(?:: (.+))?$/,
    'kan läsas på två sätt, och inget annat tal i kolumnen visar vilket: $1',
  ],
  [
    /^has two readings: a number, or the day that Excel makes of a span such as 5-9(?:: (.+))?$/,
    'kan läsas på två sätt: ett tal, eller den dag som Excel gör av ett spann som 5-9: $1',
  ],
  [
    /^has two readings: other numbers of the column have three decimals(?:: (.+))?$/,
    'kan läsas på två sätt: andra tal i kolumnen har tre decimaler: $1',
  ],
  [/^holds a number with a unit that is not known$/, 'har ett tal med en okänd enhet'],
  [/^holds an amount with a unit that is not known$/, 'har ett belopp med en okänd enhet'],
  [/^is a date with two readings(?:: (.+))?$/, 'är ett datum som kan läsas på två sätt: $1'],
  [/^is a day that no calendar has$/, 'är en dag som inte finns'],
  [/^is a span that ends before it begins$/, 'är ett spann som slutar innan det börjar'],
  [/^is a span, not an amount$/, 'är ett spann, inte ett belopp'],
  [/^is before 1900$/, 'ligger före 1900'],
  [/^is below zero$/, 'är mindre än noll'],
  [/^is empty$/, 'är tom'],
  [/^is in another currency than Swedish kronor$/, 'är i en annan valuta än kronor'],
  [/^is in the future$/, 'ligger i framtiden'],
  [/^is longer than 300 signs$/, 'är längre än 300 tecken'],
  [/^is more than any firm employs$/, 'är fler än något företag har anställda'],
  [
    /^is more than any firm turns over: is its unit another\?$/,
    'är mer än något företag omsätter: är enheten en annan?',
  ],
  [/^is not a whole number$/, 'är inget heltal'],
  [/^is not exact$/, 'är inte exakt'],
  [/^names a county, not a municipality$/, 'är ett län, ingen kommun'],
  [/^names another unit than its column(?:: (.+) or (.+))?$/, 'har en annan enhet än sin kolumn: $1 eller $2'],
  [/^names two places$/, 'nämner två orter'],
  [/^no municipality has this code or name$/, 'ingen kommun har den koden eller det namnet'],
  [
    /^of this post town it is not known which municipality it lies in$/,
    'det är inte känt i vilken kommun postorten ligger',
  ],
  [/^the last digit does not fit the nine before it$/, 'sista siffran stämmer inte med de nio före'],
  [
    /^the name fits more than one: give the organisation number or id(?:: (.+))?$/,
    'namnet passar flera: skriv organisationsnumret i stället',
  ],
  [/^is a post town and no municipality: .+$/, 'är en postort, ingen kommun: läs kolumnen som postort'],
  [/^the graph holds no such firm: import it first$/, 'företaget finns inte i registret: läs in det först'],
  [/^the graph holds nothing of that number or id$/, 'ingenting i registret har det numret'],
  // What is asked before much is lost, or before sizes are believed.
  [/^no longer names (\d+) of (\d+) \S+(?: \((.+)\))?$/, '$1 av de $2 som listan nämnde förut: $3'],
  [/^states no (\S+) at all, which (\d+) \S+ had.*$/, 'alla uppgifter i kolumnen $1, som $2 hade förut'],
  [
    /^no longer states (\S+) for (\d+) of the (\d+) \S+ that had it.*$/,
    'uppgiften i kolumnen $1 för $2 av de $3 som hade den',
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
  // Why a file is not read.
  [
    /^no row of the first twenty names a column (.+?)(?:; .+)?$/,
    'ingen av de första tjugo raderna har en kolumn för $1',
  ],
  [
    /^two columns are called (.+): rename one of them in the file$/,
    'två kolumner heter $1: byt namn på en av dem i filen',
  ],
  [/^(.+) can both be (\S+): leave out .+$/, '$1 kan båda vara $2: säg vilken som gäller'],
  [/^each line is one cell: .+$/, 'varje rad är en enda cell: ta bort citattecknen runt raderna, eller raden sep='],
  [/^holds no line$/, 'har inga rader'],
  [/^there is no such file$/, 'filen finns inte'],
  [/^is packed: unpack it first$/, 'är packad: packa upp den först'],
  [/^is longer than (\d+) bytes.*$/, 'är längre än någon rad i en tabell kan vara'],
  [
    /^is UTF-8 that was taken for Windows-1252 and saved again .+$/,
    'har fått sina bokstäver förvanskade (Ã¤ där ä ska stå): gå tillbaka till filen före',
  ],
  [
    /^(?:is not UTF-8|reads as|has a byte that is neither UTF-8).*$/,
    'har bokstäver i en teckenkodning som inte går att läsa säkert: spara filen på nytt som CSV (UTF-8)',
  ],
  [
    /^its columns are parted by semicolons or tabs; .+$/,
    'har kolumner skilda av semikolon eller tabbar; det ska vara komma mellan kolumnerna',
  ],
  [/^holds the number of a person.*$/, 'har ett nummer som kan vara en persons'],
]

/** What a message says before it says why: the file, and where in it. */
const placed = /^(?<file>[^,:\n]+?)(?:, line (?<line>\d+))?: (?<reason>[\s\S]+)$/

/**
 * What the server says of a list, in the reader's language as far as its words are known; else as it is said.
 * @param text a sentence of the API, in English.
 */
export function saidOfList(text: string, language: Language): SaidOfList {
  if (language === 'en') return { text, lang: 'en' }
  const words = sentenceIn(text)
  if (words !== null) return { text: words, lang: 'sv' }
  const { file = '', line, reason = '' } = placed.exec(text)?.groups ?? {}
  const why = sentenceIn(reason)
  if (why === null) return { text, lang: 'en' }
  return { text: `${file}${line === undefined ? '' : `, rad ${line}`}: ${why}`, lang: 'sv' }
}

/** A sentence in Swedish; null where its words are not known. "It" and the full stop of a whole sentence stay out. */
function sentenceIn(text: string): string | null {
  const bare = text.replace(/^It /, '').replace(/\.$/, '')
  for (const [form, words] of sentences) {
    const found = form.exec(bare)
    if (found) return filled(words, found)
  }
  return null
}

/** Words with what the sentence has in their places; what it has not is left out, with the colon before it. */
const filled = (words: string, found: RegExpExecArray): string =>
  words
    .replace(/: (?:rad )?\$(\d)$/, (whole, place: string) => (found[Number(place)] === undefined ? '' : whole))
    .replace(/\$(\d)/g, (_, place: string) => found[Number(place)] ?? '')
