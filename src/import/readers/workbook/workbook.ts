import { posix } from 'node:path'
import { ImportError } from '../../import-error.js'
import { xmlReader } from './elements.js'
import { type NumberFormat, readFormats } from './number-formats.js'
import { notAWorkbook, type Parts, partsOf, partText } from './packed-file.js'
import { readSharedTexts } from './shared-texts.js'

/** A sheet of a workbook. */
export interface SheetPart {
  readonly name: string
  readonly part: string
  readonly isHidden: boolean
}

/** A workbook, as far as all of its sheets need it. */
export interface Workbook {
  readonly path: string
  readonly parts: Parts
  readonly sheets: readonly SheetPart[]
  readonly formats: readonly NumberFormat[]
  readonly shared: readonly string[]
  /** Whether days are counted from 1904. */
  readonly since1904: boolean
}

/** Opens an .xlsx workbook. @throws ImportError where it is none, not complete, or too large */
export async function openWorkbook(path: string): Promise<Workbook> {
  const parts = await partsOf(path)
  const otherwise = notAWorkbook(parts)
  if (otherwise !== null) throw new ImportError(path, null, otherwise)
  try {
    return await readWorkbook(path, parts)
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(path, null, 'is not a complete .xlsx workbook', { cause: error })
  }
}

async function readWorkbook(path: string, parts: Parts): Promise<Workbook> {
  const main =
    (await related(path, parts, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const relations = await related(path, parts, main)
  const sheets: SheetPart[] = []
  let since1904 = false
  await readPart(path, parts, main, (name, attribute) => {
    if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
    if (name !== 'sheet') return
    const relation = relations.find(({ id }) => id === attribute('id'))
    if (relation?.type !== 'worksheet') return
    const isHidden = (attribute('state') ?? 'visible') !== 'visible'
    sheets.push({ name: attribute('name') ?? '', part: relation.target, isHidden })
  })
  const styles = relations.find(({ type }) => type === 'styles')?.target
  const texts = relations.find(({ type }) => type === 'sharedStrings')?.target
  return {
    ...{ path, parts, sheets, since1904 },
    formats: styles === undefined || !parts.has(styles) ? [] : readFormats(await wholePart(path, parts, styles)),
    shared: await readSharedTexts(path, parts.get(texts ?? '')),
  }
}

interface Relation {
  readonly id: string
  /** The last word of its type. */
  readonly type: string
  readonly target: string
}

/** What a part names as related to it; of the whole file where it has no name. */
async function related(path: string, parts: Parts, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part)
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations: Relation[] = []
  if (!parts.has(file)) return relations
  await readPart(path, parts, file, (name, attribute) => {
    if (name !== 'Relationship') return
    const target = attribute('Target') ?? ''
    relations.push({
      id: attribute('Id') ?? '',
      type: posix.basename(attribute('Type') ?? ''),
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    })
  })
  return relations
}

/** Parts beside the sheets and their texts are small. */
const MOST_WHOLE = 33_554_432

async function wholePart(path: string, parts: Parts, name: string): Promise<string> {
  const part = parts.get(name)
  if (part === undefined || part.uncompressedSize > MOST_WHOLE) throw new Error(`no ${name}`)
  let whole = ''
  for await (const text of partText(path, part)) whole += text
  return whole
}

async function readPart(
  path: string,
  parts: Parts,
  name: string,
  begin: (name: string, attribute: (name: string) => string | undefined) => void,
): Promise<void> {
  const reader = xmlReader({ begin })
  reader.write(await wholePart(path, parts, name))
  reader.close()
}

/**
 * The sheet of a name, whatever its case; the first that is not hidden where none is named.
 * @throws ImportError that names the sheets there are
 */
export function sheetOf({ path, sheets }: Workbook, name: string | null): SheetPart {
  const sheet =
    name === null
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : (sheets.find((each) => each.name === name) ??
        sheets.find((each) => each.name.trim().toLowerCase() === name.trim().toLowerCase()))
  if (sheet !== undefined) return sheet
  if (name === null) throw new ImportError(path, null, 'is a workbook without a sheet')
  throw new ImportError(path, null, `has no sheet ${name}; it has ${sheets.map((each) => each.name).join(', ')}`)
}
