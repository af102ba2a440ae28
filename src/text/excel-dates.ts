const months = 'jan feb mar apr maj may jun jul aug sep sept okt oct nov dec'.split(' ')
const month = `(?:${months.join('|')})[a-z]*\\.?`
const dateOfExcel = new RegExp(
  `^(?:\\d{1,2}[-. /]${month}|${month}[-. /]\\d{1,2}|\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{1,2}[-.]${month}[-.]\\d{2,4})$`,
  'i',
)

/** Whether a plain cell is what Excel makes of a span such as 5-9 or 10-19, or of a code such as 25.11: `05-sep`. */
export const isDateOfExcel = (plain: string): boolean => dateOfExcel.test(plain)

const DAY = 86_400_000
const serialOf = (year: number, monthOfYear: number, day: number): number =>
  (Date.UTC(year, monthOfYear - 1, day) - Date.UTC(1899, 11, 30)) / DAY

/** Days that 1-4, 5-9 and 10-19 become: read as day and month, or month and day, of any year, and month and year. */
const serialsOfSpans: ReadonlySet<number> = new Set([
  ...Array.from({ length: 51 }, (_, index) => 2000 + index).flatMap((year) =>
    [
      [4, 1],
      [1, 4],
      [9, 5],
      [5, 9],
      [10, 19],
    ].map(([monthOfYear = 1, day = 1]) => serialOf(year, monthOfYear, day)),
  ),
  serialOf(2019, 10, 1),
])

/** Whether a number of employees is the number of a day that Excel makes of the spans that size classes have. */
export const isSerialOfSpan = (value: number): boolean => serialsOfSpans.has(value)

/** A day of Excel by its number, ISO. */
export const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY).toISOString().slice(0, 10)
