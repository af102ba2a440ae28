import type { Entry } from 'yauzl'
import { partText } from './packed-file.js'
import { placeOf } from './places.js'

/** By row, counted from 1, the columns in which a merged cell begins there, and the last row that it covers. */
export type MergedCells = ReadonlyMap<number, readonly { readonly column: number; readonly until: number }[]>

/** What stands behind the rows of a sheet is not longer, and holds what was merged. */
const MOST_BEHIND = 16_777_216

/** Reads which cells of a sheet are merged over more than one row; they stand behind its rows. @throws ImportError */
export async function readMergedCells(path: string, part: Entry): Promise<MergedCells> {
  const merged = new Map<number, { column: number; until: number }[]>()
  let behind = ''
  let isBehind = false
  for await (const text of partText(path, part)) {
    behind += text
    if (!isBehind) {
      const end = behind.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\/>/)
      isBehind = end >= 0
      behind = behind.slice(isBehind ? end : -64)
    }
    if (behind.length > MOST_BEHIND) break
  }
  for (const [, first = '', last = ''] of behind.matchAll(/mergeCell [^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const [from, to] = [placeOf(first), placeOf(last)]
    if (from === null || to === null || from.row === to.row) continue
    merged.set(from.row, [...(merged.get(from.row) ?? []), { column: from.column, until: to.row }])
  }
  return merged
}
