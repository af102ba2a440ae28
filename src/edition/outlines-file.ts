import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outlines, outlines } from './outlines.js'
import { type Reading, readYamlIfThere } from './yaml-file.js'

/** A region's outlines; null where it has none, or they cannot be made out. */
export async function surveyOutlines(folder: string): Promise<Reading<Outlines | null>> {
  const name = join('places', 'outlines.geojson')
  const path = join(folder, name)
  if (!existsSync(path)) return { found: null, problems: [] }
  const read = outlines.safeParse(parsed(await readFile(path, 'utf8')))
  if (read.success) return { found: read.data, problems: [] }
  // JSON is YAML too, which tells the lines of what is wrong, and takes far longer to read.
  return await readYamlIfThere(folder, name, outlines, null)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
