import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { withCheckDigit } from '#built/text/check-digit.js'

/** A made-up firm, as a list has it and as it stands in the graph. */
export interface ListedFirm {
  readonly number: string
  readonly name: string
  readonly municipality: string
  /** Five digits, and the division that they lie in. */
  readonly sni: string
  readonly sector: string
  readonly employees: number
  readonly turnover: number
}

const words = ['Norr', 'Syd', 'Berg', 'Fors', 'Älv', 'Svets', 'Bygg', 'Maskin', 'Teknik', 'Åkeri', 'Plåt', 'Skog']
/** The municipalities that they are in. */
export const listedIn = ['2580', '2581', '2582', '2584', '2482', '2480', '2523', '2514']
const industries = [
  ['25110', 'C25'],
  ['41200', 'F41'],
  ['49410', 'H49'],
  ['28990', 'C28'],
  ['43210', 'F43'],
  ['62010', 'J62'],
  ['02100', 'A02'],
  ['33120', 'C33'],
] as const

/** The firm of a row; the same for the same index. */
export function listedFirm(index: number): ListedFirm {
  const [sni, sector] = industries[Math.floor(index / 8) % industries.length] ?? industries[0]
  const word = (step: number) => words[Math.floor(index / step) % words.length]
  return {
    number: withCheckDigit(String(556_000_000 + index)),
    name: `${word(1)} & ${word(words.length)} i Norr ${index} AB`,
    municipality: listedIn[index % listedIn.length] ?? '2580',
    ...{ sni, sector, employees: index % 240, turnover: (index % 900) / 2 },
  }
}

/** Writes a list of so many firms, of which each says what `listed` says of a row. */
export async function writeFirmsFile(path: string, rows: number, listed = listedFirm): Promise<void> {
  const file = createWriteStream(path)
  file.write('organisationsnummer;namn;kommun;sni;anställda;omsättning (MSEK);per\n')
  for (let index = 0; index < rows; index += 1) {
    const { number, name, municipality, sni, employees, turnover } = listed(index)
    const line = `${[number, name, municipality, sni, employees, String(turnover).replace('.', ','), 2025].join(';')}\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}
