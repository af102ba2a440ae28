import { z } from 'zod'
import { text } from '../../edition/forms.js'
import type { SeedProblem } from '../../edition/problems.js'
import type { Reading } from '../../edition/yaml-file.js'
import { folded } from '../../text/folded.js'
import { readRows } from './rows.js'

/** What `seed.yaml` says of post towns that bear another name than their municipality: a file of `town,municipality`. */
export const postTownsDeclaration = z.strictObject({ file: text, source: text, locator: text })
type PostTownsDeclaration = z.output<typeof postTownsDeclaration>

const postTownRow = z.strictObject({
  town: text,
  municipality: z.string().regex(/^\d{4}$/, 'is no code of four digits'),
})

/** Post towns by the code of the municipality that they lie in; one that stands twice is a problem. */
export async function readPostTowns(
  folder: string,
  declaration: PostTownsDeclaration,
): Promise<Reading<ReadonlyMap<string, readonly string[]>>> {
  const { found: rows, problems } = await readRows(folder, declaration.file, (row) => postTownRow.safeParse(row))
  const found = new Map<string, string[]>()
  const seen = new Set<string>()
  const repeated: SeedProblem[] = []
  for (const { file, line, value } of rows) {
    if (seen.has(folded(value.town))) repeated.push({ file, line, reason: `${value.town} stands twice` })
    seen.add(folded(value.town))
    found.set(value.municipality, [...(found.get(value.municipality) ?? []), value.town])
  }
  return { found, problems: [...problems, ...repeated] }
}
