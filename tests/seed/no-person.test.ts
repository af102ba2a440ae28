import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSeed } from '../../src/import/seed/seed.js'
import { edition } from '../edition.js'
import { placesOfTheName } from '../person-name.js'

const folder = fileURLToPath(new URL('../../seed', import.meta.url))

describe('no person stands in the seed', () => {
  it('by name, in any of its files', async () => {
    const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(yaml|csv|json|md)$/.test(name))
    expect(files.length).toBeGreaterThan(30)
    for (const name of files) {
      expect(placesOfTheName(await readFile(join(folder, name), 'utf8')), name).toEqual([])
    }
  })

  it('by name or personal identity number, in any of its elements', async () => {
    const { nodes, relationships } = (await readSeed(edition)).elements
    const text = JSON.stringify([nodes, relationships])
    expect(placesOfTheName(text)).toEqual([])
    expect(text).not.toMatch(/\b(19|20)?\d{6}[-+]\d{4}\b/)
  })

  it('and the coordinator is a role', async () => {
    const { nodes } = (await readSeed(edition)).elements
    expect(nodes.find(({ id }) => id === 'actor:government-coordinator')?.properties.kind).toBe('GOVERNMENT_ROLE')
  })
})

describe('a name is found', () => {
  const hash = createHash('sha256').update('astrid akesson').digest('hex')
  it.each([
    ['whatever its case and marks', 'Ordförande är ÅSTRID Åkesson.', 2],
    ['over a line break', 'Åstrid\n  Åkesson', 0],
    ['beside other signs', '"namn": "Åstrid","Åkesson"', 1],
  ])('%s', (_, text, place) => {
    expect(placesOfTheName(text, hash)).toEqual([place])
  })

  it('and not where another word stands between', () => {
    expect(placesOfTheName('Åstrid och Åkesson', hash)).toEqual([])
  })
})
