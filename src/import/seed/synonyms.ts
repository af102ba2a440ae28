import { join } from 'node:path'
import { z } from 'zod'
import { text } from '../../edition/forms.js'
import type { SeedProblem } from '../../edition/problems.js'
import { problemsOf, type Reading, readYaml } from '../../edition/yaml-file.js'
import type { NodeLabel } from '../../graph/vocabulary.js'
import { folded, synonymKey } from '../../text/folded.js'
import type { SeedEntry } from './entry.js'

/** Words that people search by, and what they mean by them. */
const group = z.strictObject({ words: z.array(text).min(1), means: z.array(text).min(1) })

/** What a word of the list may mean. */
const meant: readonly NodeLabel[] = ['Need', 'Initiative', 'SupportActor', 'Method', 'Claim']

/** By id, the words that mean an entry. */
export type Synonyms = ReadonlyMap<string, readonly string[]>

/** Reads the region's list of synonyms. An id that is of none of these kinds, and a word that stands twice, are problems. */
export async function readSynonyms(
  folder: string,
  name: string,
  entries: readonly SeedEntry[],
): Promise<Reading<Synonyms>> {
  const written = await readYaml(folder, join(folder, name), 'is named in seed.yaml and does not exist')
  const { file, value, lineOf, problems: malformed } = written
  const problems: SeedProblem[] = [...malformed]
  const found = new Map<string, string[]>()
  if (malformed.length > 0) return { found, problems }
  const read = z.array(group).safeParse(value)
  if (read.error) problems.push(...problemsOf(read.error, written))
  const labels = new Map(entries.map(({ id, label }) => [id, label]))
  const seen = new Set<string>()
  for (const [index, { words, means }] of (read.data ?? []).entries()) {
    for (const [place, word] of words.entries()) {
      const line = lineOf([index, 'words', place])
      if (folded(word) === '') problems.push({ file, line, reason: `"${word}" has neither letter nor digit` })
      if (seen.has(synonymKey(word))) problems.push({ file, line, reason: `"${word}" stands twice` })
      seen.add(synonymKey(word))
    }
    for (const [place, id] of means.entries()) {
      const label = labels.get(id)
      if (label === undefined || !meant.includes(label)) {
        const reason = `"${id}" is no need, initiative, support actor, method or claim of the seed`
        problems.push({ file, line: lineOf([index, 'means', place]), reason })
      }
      found.set(id, [...(found.get(id) ?? []), ...words])
    }
  }
  return { found, problems }
}
