import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { readEdition } from '../../src/edition/edition.js'
import { matchingPart } from '../../src/edition/matching-part.js'
import { problemText } from '../../src/startup/problem.js'
import { ownSeed } from '../../src/startup/settings.js'

type Part = z.input<typeof matchingPart>

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'norrgraph-region-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** What a start would say of a `region.yaml` that is the seed's own but for what is put in another's place. */
async function saidOf(changes: readonly (readonly [string | RegExp, string])[]): Promise<string> {
  await cp(join(ownSeed, 'codes'), join(folder, 'codes'), { recursive: true })
  const own = await readFile(join(ownSeed, 'region.yaml'), 'utf8')
  await writeFile(
    join(folder, 'region.yaml'),
    changes.reduce((text, [from, to]) => text.replace(from, to), own),
  )
  return readEdition(folder).then(
    () => 'nothing',
    (error) => problemText(error).replaceAll(/^[^/]*\//gm, ''),
  )
}

describe('a region.yaml is refused with file, line and reason', () => {
  it('and not where nothing is wrong', async () => {
    expect(await saidOf([])).toBe('nothing')
  })

  it('with all that is wrong, a line each', async () => {
    const said = await saidOf([
      [/^languages: .*$/m, 'languages: [XX]'],
      [/^country: .*$/m, 'land: country:SE'],
    ])
    expect(said.split('\n').map((line) => line.replace(/:.*?: /, ': '))).toEqual([
      expect.stringMatching(/^region\.yaml: languages: 0: /),
      expect.stringMatching(/^region\.yaml: country: /),
      expect.stringMatching(/^region\.yaml: unknown key "land"$/),
    ])
    expect(said).toMatch(/^region\.yaml:3: languages/m)
    expect(said).toMatch(/^region\.yaml:4: unknown key "land"/m)
  })

  it('text that is not YAML, and a folder that has no such file', async () => {
    expect(await saidOf([['languages:', 'languages: ["']])).toMatch(/^region\.yaml:\d+: /)
    await rm(join(folder, 'region.yaml'))
    await expect(readEdition(folder)).rejects.toThrow('region.yaml:1: there is no such file')
    await expect(readEdition(join(folder, 'none'))).rejects.toThrow('none/region.yaml:1: there is no such file')
  })
})

describe('weights of matching that would silently go unread are refused', () => {
  it.each<[string, Part, string]>([
    [
      'years that do not rise',
      {
        evidence: {
          lastSeen: [
            { years: 10, weight: 0.6 },
            { years: 6, weight: 0.85 },
          ],
        },
      },
      'evidence.lastSeen',
    ],
    [
      'a kind of help that stands twice for a need',
      { help: { needs: { 'need:finance': [['LOAN'], ['GRANT', 'LOAN']] } } },
      'help.needs.need:finance',
    ],
  ])('%s', (_, part, path) => {
    const { error } = matchingPart.safeParse(part)
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
})
