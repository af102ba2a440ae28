const CSV = 'save it as .xlsx or as CSV (UTF-8)'
const UNPACK = 'is packed: unpack it first'
const PICTURE = 'is a picture: ask whoever made it for the table behind it'
const OLD = `is a workbook of the old form (.xls): open it and ${CSV}`

/** What a file is by its first bytes, hexadecimal, and what to do with it. */
const binary: readonly (readonly [begin: string, is: string])[] = [
  ['d0cf11e0', `is a workbook of the old form (.xls), or has a password: take that away, open it and ${CSV}`],
  ...['0900', '0902', '0904', '0908'].map((begin) => [begin, OLD] as const),
  ['1f8b', 'is packed (gzip): unpack it first'],
  ...['425a68', 'fd377a585a', '377abcaf', '52617221', '28b52ffd'].map((begin) => [begin, UNPACK] as const),
  ['24464c32', 'is a file of SPSS (.sav): save it there as CSV'],
  ['24464c33', 'is a file of SPSS (.zsav): save it there as CSV'],
  ['50415231', 'is a Parquet file: save it as CSV (UTF-8)'],
  ['53514c69746520666f726d61742033', 'is a database (SQLite): save its table as CSV (UTF-8)'],
  ...['89504e47', 'ffd8ff', '47494638'].map((begin) => [begin, PICTURE] as const),
]

/** The same by how its text begins. */
const textual: readonly (readonly [begin: RegExp, is: string])[] = [
  [/^%PDF/, 'is a PDF: ask whoever made it for the table behind it, as .xlsx or CSV'],
  [/^<stata_dta>/, 'is a file of Stata (.dta): save it there as CSV'],
  [/^\{\\rtf/, 'is a text document (RTF): save its table as CSV (UTF-8)'],
  [/^<\?xml[\s\S]*<(?:\w+:)?Workbook/, `is a workbook as XML (Excel 2003): open it in Excel and ${CSV}`],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|table|meta|style)\b/i,
    `is a web page (HTML), whatever its name says: open it in Excel and ${CSV}`,
  ],
  [/^MIME-Version:/i, `is a web page (MHTML): open it in Excel and ${CSV}`],
  [/^<(?:\?xml|!doctype|[a-z][\w:-]*[\s>])/i, `is XML: ${CSV}`],
  [/^(?:\{\s*["}]|\[\s*[[{"\]])/, 'is JSON: save its rows as CSV (UTF-8)'],
]

/** Whether a file begins as a packed folder does, which a workbook (.xlsx) is. */
export const isPacked = (begin: Buffer): boolean => /^504b(?:0304|0506)/.test(begin.toString('hex', 0, 4))

/** What a file is that is no text and no workbook, and what to do with it; null where nothing speaks against text. */
export function notATable(begin: Buffer): string | null {
  const bytes = begin.toString('hex')
  if (/^(?:fffe0000|0000feff)/.test(bytes)) return 'is in UTF-32: save it as CSV (UTF-8)'
  if (isPacked(begin) || /^(?:fffe|feff)/.test(bytes)) return null
  const known = binary.find(([mark]) => bytes.startsWith(mark))
  if (known) return known[1]
  const text = begin
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  const written = textual.find(([mark]) => mark.test(text))
  if (written) return written[1]
  if (!begin.includes(0)) return null
  return looksWide(begin) ? 'is in UTF-16 without the mark that says so: save it as CSV (UTF-8)' : `is no text: ${CSV}`
}

/** Whether every second byte is 0 in most of the text, as Latin letters are in UTF-16. */
function looksWide(begin: Buffer): boolean {
  const bytes = begin.subarray(0, 512)
  const zeros = [0, 1].map((odd) => bytes.filter((byte, index) => index % 2 === odd && byte === 0).length)
  return Math.max(...zeros) > bytes.length / 4 && Math.min(...zeros) < bytes.length / 16
}
