import { join } from 'node:path'
import type { z } from 'zod'
import type { Classification, Classifications, classificationPart } from './classification.js'
import { codesFile, SectorCodes } from './sector-codes.js'
import { type Reading, readYamlOf } from './yaml-file.js'

/** The folder of the files of codes. */
export const CODES = 'codes'

type Part = z.output<typeof classificationPart>

/** Classifications with the codes of their files; null where one cannot be made out. */
export async function surveyCodes(
  folder: string,
  parts: readonly [Part, ...Part[]],
): Promise<Reading<Classifications | null>> {
  const [first, ...others] = await Promise.all(parts.map((part) => withCodes(folder, part)))
  if (first === undefined) return { found: null, problems: [] }
  const problems = [first, ...others].flatMap((each) => each.problems)
  const found = others.flatMap((each) => each.found ?? [])
  return { found: first.found === null || problems.length > 0 ? null : [first.found, ...found], problems }
}

async function withCodes(folder: string, part: Part): Promise<Reading<Classification | null>> {
  const path = join(folder, CODES, `${part.id}.yaml`)
  const { found, problems } = await readYamlOf(folder, path, codesFile, 'the codes of a classification are missing')
  return { found: found && { ...part, codes: new SectorCodes(found) }, problems }
}
