import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Language } from '../language/language.js'
import type { Column } from './data-table.js'
import { type Frame, framed, framedAnew } from './framed.js'
import type { Draw } from './room.js'

/** As lines, or as dots. */
export type PictureKind = 'svg' | 'png'

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

/**
 * Saves a drawing in its frame, as lines or as dots.
 * @param drawing stands in the page.
 */
export const saveFramed = (kind: PictureKind, file: string, drawing: SVGSVGElement, frame: Frame): Promise<void> =>
  saveDrawn(kind, file, framed(drawing, frame))

/**
 * Saves a chart in its frame, drawn for it anew.
 * @param place an element of the page, in which it stands while it is read.
 */
export const saveAnew = (
  kind: PictureKind,
  file: string,
  draw: Draw,
  { place, frame }: { readonly place: Element; readonly frame: Frame },
): Promise<void> => saveDrawn(kind, file, framedAnew(draw, frame, place))

async function saveDrawn(kind: PictureKind, file: string, picture: SVGSVGElement): Promise<void> {
  const text = new XMLSerializer().serializeToString(picture)
  const lines = new Blob([text], { type: 'image/svg+xml' })
  if (kind === 'svg') return save(`${file}.svg`, lines)
  const image = new Image()
  image.src = URL.createObjectURL(lines)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.width.baseVal.value * DOTS
  canvas.height = picture.height.baseVal.value * DOTS
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  canvas.toBlob((blob) => blob && save(`${file}.png`, blob), 'image/png')
}

/** Saves in its frame a drawing that is not shown: it stands in `place` while its size and colours are read. */
export async function saveUnshown(
  kind: PictureKind,
  file: string,
  drawing: SVGSVGElement,
  { place, frame }: { readonly place: Element; readonly frame: Frame },
): Promise<void> {
  drawing.style.position = 'absolute'
  place.append(drawing)
  try {
    await saveFramed(kind, file, drawing, frame)
  } finally {
    drawing.remove()
  }
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}
