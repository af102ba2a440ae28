import type { ImportSentence } from './import-sentence.js'

const save = 'spara den som .xlsx eller CSV (UTF-8)'
const saveTable = 'spara tabellen som .xlsx eller CSV (UTF-8)'

/** Why a file is not read. */
export const fileSentences: readonly ImportSentence[] = [
  [/^no row of the first twenty names a column ([^;]+)$/, 'ingen av de första tjugo raderna har en kolumn för $d1'],
  [/^did you mean (\S+) by (.+)\? Then give .+$/, 'är det $c1 som står i kolumnen $2? Välj det då under kolumnerna'],
  [
    /^two columns are called (.+): rename one of them in the file$/,
    'två kolumner heter $1: byt namn på en av dem i filen',
  ],
  [/^(.+) can both be (\S+): leave out .+$/, '$d1 kan båda vara $c2: säg vilken som gäller'],
  [
    /^--columns names (.+), which is no column of the file; it has (.+)$/,
    'kolumnen $1 finns inte i filen, som har: $2',
  ],
  [/^--columns names (.+), which is none of (.+)$/, '$1 är ingen av de kolumner som läses'],
  [/^each line is one cell: .+$/, 'varje rad är en enda cell: ta bort citattecknen runt raderna, eller raden sep='],
  [/^of the sheets, (.+) is read, not (.+): --sheet names another$/i, 'av bladen läses $1, inte $2'],
  [/^has no sheet (.+); it has (.+)$/, 'har inget blad som heter $1; bladen är $2'],
  [/^is a workbook without a sheet$/, 'är en arbetsbok utan blad'],
  [/^is a text, which has no sheets$/, 'är en textfil, och den har inga blad'],
  [/^holds no line$/, 'har inga rader'],
  [/^there is no such file$/, 'filen finns inte'],
  [/^is a folder$/, 'är en mapp'],
  [/^may not be read$/, 'får inte läsas'],
  [/^is packed(?: \((\w+)\))?: unpack it first$/, 'är packad: packa upp den först'],
  [/^is longer than (\d+) bytes.*$/, 'är längre än någon rad i en tabell kan vara'],
  [
    /^is larger than (\d+) MB when unpacked: save its table as CSV \(UTF-8\)$/,
    `är större än $1 MB uppackad: ${saveTable}`,
  ],
  [/^holds more text than a workbook of firms does: .+$/, `har mer text än en lista över företag har: ${saveTable}`],
  [/^is not a complete \.xlsx workbook$/, 'är ingen hel arbetsbok (.xlsx)'],
  [/^is a picture: .+$/, 'är en bild: be den som gjort den om tabellen bakom'],
  [/^is a PDF: .+$/, 'är en PDF: be den som gjort den om tabellen bakom, som .xlsx eller CSV'],
  [
    /^is a workbook of the old form \(\.xls\), or has a password: .+$/,
    `är en arbetsbok av det gamla slaget (.xls) eller har ett lösenord: ta bort lösenordet, öppna den och ${save}`,
  ],
  [
    /^is a workbook of the old form \(\.xls\): .+$/,
    `är en arbetsbok av det gamla slaget (.xls): öppna den och ${save}`,
  ],
  [/^is a workbook as XML \(Excel 2003\): .+$/, `är en arbetsbok som XML (Excel 2003): öppna den i Excel och ${save}`],
  [/^is a binary workbook \(\.xlsb\): .+$/, `är en binär arbetsbok (.xlsb): öppna den och ${save}`],
  [/^is an OpenDocument file \(\.ods\): .+$/, `är en OpenDocument-fil (.ods): öppna den och ${save}`],
  [/^is a table of Numbers: .+$/, 'är en tabell från Numbers: exportera den därifrån som .xlsx eller CSV'],
  [/^is a text document \((.+)\): .+$/, `är ett textdokument ($1): ${saveTable}`],
  [/^is a presentation \((.+)\): .+$/, `är en presentation ($1): ${saveTable}`],
  [/^is a file of (SPSS|Stata) \((.+)\): .+$/, 'är en fil från $1 ($2): spara den därifrån som CSV'],
  [/^is a Parquet file: .+$/, 'är en Parquet-fil: spara den som CSV (UTF-8)'],
  [/^is a database \(SQLite\): .+$/, 'är en databas (SQLite): spara tabellen som CSV (UTF-8)'],
  [/^is a web page \((HTML|MHTML)\).*: .+$/, `är en webbsida ($1): öppna den i Excel och ${save}`],
  [/^is XML: .+$/, `är XML: ${save}`],
  [/^is JSON: .+$/, 'är JSON: spara raderna som CSV (UTF-8)'],
  [/^is in UTF-32: .+$/, 'är i UTF-32: spara den som CSV (UTF-8)'],
  [
    /^is in UTF-16 without the mark that says so: .+$/,
    'är i UTF-16 utan märket som säger det: spara den som CSV (UTF-8)',
  ],
  [/^is no text: .+$/, `är ingen text: ${save}`],
  [
    /^is UTF-8 that was taken for Windows-1252 and saved again .+$/,
    'har fått sina bokstäver förvanskade (Ã¤ där ä ska stå): gå tillbaka till filen före',
  ],
  [
    /^is Mac Roman that was taken for Windows-1252 .+$/,
    'har fått sina bokstäver förvanskade (Œ och Š där å och ä ska stå): gå tillbaka till filen före',
  ],
  [
    /^a letter was lost before the file came here .+$/,
    'en bokstav har gått förlorad innan filen kom hit (� står i dess ställe)',
  ],
  [
    /^(?:is not UTF-8|reads as|has a byte that is neither UTF-8).*$/,
    'har bokstäver i en teckenkodning som inte går att läsa säkert: spara filen på nytt som CSV (UTF-8)',
  ],
  [
    /^its columns are parted by semicolons or tabs; .+$/,
    'har kolumner skilda av semikolon eller tabbar; det ska vara komma mellan kolumnerna',
  ],
  [
    /^the line does not begin with (.+): this is no bolagsverket_bulkfil$/,
    'raden börjar inte med $1: det är inte Bolagsverkets bulkfil',
  ],
  [
    /^the first line names no field (.+): this is no scb_bulkfil$/,
    'första raden har inget fält $1: det är inte SCB:s bulkfil',
  ],
  [/^its (title|publisher|edition) may have at most (\d+) characters$/, '$c1 får ha högst $2 tecken'],
  [/^its (title|publisher|edition) (holds .+)$/, '$c1 $s2'],
]
