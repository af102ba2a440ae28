import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEdition } from '../../src/edition/edition.js'
import { problemText } from '../../src/startup/problem.js'
import { ownSeed } from '../../src/startup/settings.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'norrgraph-region-'))
  await cp(join(ownSeed, 'region.yaml'), join(folder, 'region.yaml'))
  await cp(join(ownSeed, 'codes'), join(folder, 'codes'), { recursive: true })
  await mkdir(join(folder, 'places'))
})
afterEach(() => rm(folder, { recursive: true }))

/** What a start would say of a region with this file. */
async function saidOf(file: string, text: string): Promise<string> {
  await writeFile(join(folder, file), text)
  return readEdition(folder).then(
    () => 'nothing',
    (error) => problemText(error).replaceAll(/^[^/]*\//gm, ''),
  )
}

const square = '[[[18, 65], [19, 65], [19, 66], [18, 65]]]'
const outlines = (id: string, coordinates: string) => `{
  "type": "FeatureCollection",
  "features": [
    {
      "type": "Feature",
      "id": "${id}",
      "geometry": { "type": "Polygon", "coordinates": ${coordinates} }
    }
  ]
}`

describe('what the pages show of a region', () => {
  it('may be left out', async () => {
    const { explorer, outlines: drawn } = await readEdition(folder)
    expect(explorer).toEqual({ words: {}, locators: {}, examples: {}, method: {}, drawSeed: 1, tabs: [] })
    expect(drawn).toBeNull()
  })

  it('may be in one language, and in some words of it', async () => {
    expect(await saidOf('explorer.yaml', 'words:\n  EN:\n    lead: Two ventures\n')).toBe('nothing')
    expect((await readEdition(folder)).explorer.words).toEqual({ EN: { lead: 'Two ventures' } })
  })

  it.each([
    ['a word that is none of its', 'words:\n  EN:\n    led: Two\n', 'explorer.yaml:3: unknown key "led"'],
    ['a stated figure that has no place', 'words:\n  EN:\n    statedValue: stated\n', 'explorer.yaml:3: words: EN'],
    ['a tab that asks nothing', 'tabs:\n  - question: What?\n', 'explorer.yaml:2: tabs: 0: operation'],
    ['what is not YAML', 'words: ["', 'explorer.yaml:1: '],
  ])('refuses %s, with its line', async (_, text, said) => {
    expect(await saidOf('explorer.yaml', text)).toContain(said)
  })

  it('may say in Swedish what its notes say, of places in `explorer.yaml` too', async () => {
    expect(await saidOf('explorer.yaml', 'locators:\n  the north: norr\n  the south: söder\n')).toBe('nothing')
    expect(await saidOf('wordings.yaml', 'locators:\n  the south: söderut\nsupplies:\n  secret: hemligt\n')).toBe(
      'nothing',
    )
    expect((await readEdition(folder)).wordings).toEqual({
      locators: { 'the north': 'norr', 'the south': 'söderut' },
      supplies: { secret: 'hemligt' },
      sources: {},
    })
    expect(await saidOf('wordings.yaml', 'places:\n  the south: söderut\n')).toContain(
      'wordings.yaml:1: unknown key "places"',
    )
  })

  it.each([
    ['an area of no municipality', outlines('county:25', square), 'outlines.geojson:6: features: 0: id'],
    ['places that are not on earth', outlines('municipality:2580', '[[[18, 95], [1, 2], [3, 4], [18, 95]]]'), ':7: '],
    ['lines instead of areas', outlines('municipality:2580', square).replace('Polygon', 'LineString'), ':7: '],
    ['what is not JSON', '{"type": ', 'outlines.geojson:1: '],
  ])('refuses outlines with %s, with their line', async (_, text, said) => {
    expect(await saidOf('places/outlines.geojson', text)).toContain(said)
    expect(await saidOf('places/outlines.geojson', outlines('municipality:2580', square))).toBe('nothing')
  })
})
