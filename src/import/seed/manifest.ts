import { join } from 'node:path'
import { z } from 'zod'
import { text } from '../../edition/forms.js'
import { SeedError } from '../../edition/problems.js'
import { type Reading, readYamlOf } from '../../edition/yaml-file.js'
import { employmentDeclaration } from './employment.js'
import { tableDeclaration } from './tables.js'

const manifest = z.strictObject({
  /** Rises whenever the data files change what the graph holds. */
  version: z.int().min(1),
  /** The edition's own time, ISO, so that every graph that is seeded with it holds the same. */
  recordedAt: z.iso.datetime(),
  /** The times of the editions before it, by which what they wrote is known. */
  earlier: z.array(z.iso.datetime()).default([]),
  tables: z.array(tableDeclaration),
  /** Files of comma-separated values that say who supplies whom, a supply a row. */
  supplies: z.array(text).default([]),
  /** How many are employed in the region and its country. */
  employment: z.array(employmentDeclaration).default([]),
  /** A file of words that people search by, and what they mean. */
  synonyms: z.string().optional(),
})

/** What a seed says of itself. */
export type Manifest = z.output<typeof manifest>

/** What `seed.yaml` says; null where it cannot be made out. */
export const surveyManifest = (folder: string): Promise<Reading<Manifest | null>> =>
  readYamlOf(folder, join(folder, 'seed.yaml'), manifest)

/**
 * Reads `seed.yaml`, which tells whether a graph holds this edition already without reading the rest.
 * @throws SeedError
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const { found, problems } = await surveyManifest(folder)
  if (found === null) throw new SeedError(problems)
  return found
}
