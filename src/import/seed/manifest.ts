import { join } from 'node:path'
import { z } from 'zod'
import { readYaml } from './files.js'
import { SeedError } from './problems.js'
import { tableDeclaration } from './tables.js'

const manifest = z.strictObject({
  /** Rises whenever the data files change what the graph holds. */
  version: z.int().min(1),
  /** The edition's own time, ISO, so that every graph that is seeded with it holds the same. */
  recordedAt: z.iso.datetime(),
  /** The times of the editions before it, by which what they wrote is known. */
  earlier: z.array(z.iso.datetime()).default([]),
  tables: z.array(tableDeclaration),
  /** A file of words that people search by, and what they mean. */
  synonyms: z.string().optional(),
})

/** What a seed says of itself. */
export type Manifest = z.output<typeof manifest>

/**
 * Reads `seed.yaml`, which tells whether a graph holds this edition already without reading the rest.
 * @throws SeedError
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const written = await readYaml(folder, join(folder, 'seed.yaml'))
  if (written.problems.length > 0) throw new SeedError(written.problems)
  const read = manifest.safeParse(written.value)
  if (read.success) return read.data
  throw new SeedError(
    read.error.issues.map(({ path, message }) => ({
      file: written.file,
      line: written.lineOf(path),
      reason: [...path, message].join(': '),
    })),
  )
}
