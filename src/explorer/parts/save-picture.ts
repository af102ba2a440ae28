import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Language } from '../language/language.js'
import type { Column } from './data-table.js'

/** How many dots of a PNG a unit of the drawing takes, so that it can be printed. */
const DOTS = 2

/** Digits of a fraction that mean something to a reader. */
const DIGITS = 6

/**
 * Saves rows as a file that spreadsheets of the reader's language open; a cell that one would take for a formula begins
 * with an apostrophe.
 */
export function saveCsv<Row>(
  file: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: Language,
): void {
  const [delimiter, point] = language === 'sv' ? [';', ','] : [',', '.']
  const number = (value: number) =>
    String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS))).replace('.', point)
  const records = rows.map((row) => columns.map(({ value }) => value(row)))
  const text = stringify([columns.map(({ title }) => title), ...records], {
    ...{ escape_formulas: true, bom: true, delimiter, record_delimiter: 'windows' },
    cast: { number },
  })
  save(`${file}.csv`, new Blob([text], { type: 'text/csv' }))
}

/** Saves a drawing with its colours and type as they are shown. */
export function saveSvg(file: string, drawing: SVGSVGElement): void {
  save(`${file}.svg`, svgOf(drawing))
}

/** Saves a drawing as dots. */
export async function savePng(file: string, drawing: SVGSVGElement): Promise<void> {
  const { width, height } = drawing.getBoundingClientRect()
  const image = new Image()
  image.src = URL.createObjectURL(svgOf(drawing))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * DOTS
  canvas.height = height * DOTS
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  canvas.toBlob((blob) => blob && save(`${file}.png`, blob), 'image/png')
}

/** Saves a drawing that is not shown: it stands in `place` while its size and colours are read. */
export async function saveUnshown(
  save: typeof saveSvg | typeof savePng,
  file: string,
  drawing: SVGSVGElement,
  place: Element,
): Promise<void> {
  drawing.style.position = 'absolute'
  place.append(drawing)
  await save(file, drawing)
  drawing.remove()
}

/** What a drawing takes from the page's style sheets, which a file does not have. */
const styleNames = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'color',
]

function svgOf(drawing: SVGSVGElement): Blob {
  const copy = drawing.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('a copy of a drawing is a drawing')
  const { width, height } = drawing.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const shown = [drawing, ...drawing.querySelectorAll('*')]
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = shown[index]
    if (!original) continue
    const style = getComputedStyle(original)
    const text = styleNames.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';')
    element.setAttribute('style', text)
  }
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  background.setAttribute('width', '100%')
  background.setAttribute('height', '100%')
  background.setAttribute('style', `fill:${getComputedStyle(document.body).backgroundColor}`)
  copy.prepend(background)
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' })
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}
