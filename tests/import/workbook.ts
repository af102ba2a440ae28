import { strToU8, zipSync } from 'fflate'

/** A cell: a text, a number, one that is shown in a format, or one that a formula gave. */
export type Cell =
  | string
  | number
  | null
  | { readonly value: number; readonly format: string }
  | { readonly formula: string; readonly gave: string | number }

/** What a workbook has beside its cells. */
interface Further {
  /** Names of sheets that are hidden. */
  readonly hidden?: readonly string[]
  /** Cells that are merged, in every sheet, such as `A2:A4`. */
  readonly merged?: readonly string[]
  readonly since1904?: boolean
  /** Whether texts stand beside the sheets, as Excel writes them, or within. */
  readonly shared?: boolean
}

/** A small .xlsx workbook; sheets as rows of cells. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  { hidden = [], merged = [], since1904 = false, shared = false }: Further = {},
): Uint8Array {
  const names = Object.keys(sheets)
  const formats = [
    ...new Set(
      Object.values(sheets)
        .flat(2)
        .flatMap((cell) => (cell !== null && typeof cell === 'object' && 'format' in cell ? [cell.format] : [])),
    ),
  ]
  const texts: string[] = []
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
    </Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="${since1904 ? 1 : 0}"/><sheets>${names
        .map(
          (name, index) =>
            `<sheet name="${name}" sheetId="${index + 1}" ${hidden.includes(name) ? 'state="hidden" ' : ''}r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(formats),
  }
  names.forEach((name, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheets[name] ?? [], {
      formats,
      merged,
      texts: shared ? texts : null,
    })
  })
  files['xl/sharedStrings.xml'] = `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
}

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const stylesXml = (formats: readonly string[]): string =>
  `<styleSheet><numFmts>${formats
    .map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(format)}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
    .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
    .join('')}</cellXfs></styleSheet>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

interface Around {
  readonly formats: readonly string[]
  readonly merged: readonly string[]
  readonly texts: string[] | null
}

const sheetXml = (rows: readonly (readonly Cell[])[], around: Around): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column, around)).join('')}</row>`,
    )
    .join(
      '',
    )}</sheetData><mergeCells>${around.merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`

function cellXml(cell: Cell, row: number, column: number, { formats, texts }: Around): string {
  if (cell === null) return ''
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))
  const at = `${letters}${String.fromCharCode(65 + (column % 26))}${row + 1}`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'string') {
    if (texts === null) return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`
  }
  if ('format' in cell) return `<c r="${at}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.value}</v></c>`
  const type = typeof cell.gave === 'string' ? ' t="str"' : ''
  return `<c r="${at}"${type}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.gave))}</v></c>`
}
