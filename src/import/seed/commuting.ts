import { z } from 'zod'
import { text } from '../../edition/forms.js'
import type { Reading } from '../../edition/yaml-file.js'
import { readRows } from './rows.js'

/** What `seed.yaml` says of commuting between counties: a file of `home,work,workers`, by the counties' codes. */
export const commutingDeclaration = z.strictObject({ file: text, source: text, locator: text })
type CommutingDeclaration = z.output<typeof commutingDeclaration>

const commutingRow = z.object({
  home: text,
  work: text,
  workers: z.string().regex(/^\d+$/, 'is not a whole number').transform(Number),
})

/** Where those who work in a county live: two lists of the same length, as the graph holds them. */
export interface WorkersHomes {
  readonly workersLiveIn: readonly string[]
  readonly workers: readonly number[]
}

/** Where those who work in each county live, by the code of the county of work, in the order of the file. */
export async function readCommuting(
  folder: string,
  declaration: CommutingDeclaration,
): Promise<Reading<ReadonlyMap<string, WorkersHomes>>> {
  const { found: rows, problems } = await readRows(folder, declaration.file, (row) => commutingRow.safeParse(row))
  const found = new Map<string, { workersLiveIn: string[]; workers: number[] }>()
  for (const { value } of rows) {
    const { home, work, workers } = value
    const homes = found.get(work) ?? { workersLiveIn: [], workers: [] }
    homes.workersLiveIn.push(`county:${home}`)
    homes.workers.push(workers)
    found.set(work, homes)
  }
  return { found, problems }
}
