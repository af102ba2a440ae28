import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Region, region } from './region.js'

/** What the region's folder says, as one value that rooms receive. */
export interface Edition extends Region {
  /** The folder that it was read from. */
  readonly folder: string
}

/**
 * Reads what a region's folder says of the region itself, from `region.yaml`.
 * @throws where there is no such file, or it says something else.
 */
export async function readEdition(folder: string): Promise<Edition> {
  return { ...region.parse(parse(await readFile(join(folder, 'region.yaml'), 'utf8'))), folder }
}
