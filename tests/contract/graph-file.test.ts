import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { nothingCounted } from '../../src/graph/graph-file.js'
import { countOfNodes, readState, recordState, refuseUnfinishedImport } from '../../src/graph/graph-state.js'
import { openGraph } from '../../src/graph/open.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { importGraph } from '../../src/import/graph.js'
import { storeTable } from '../../src/import/input-output/store-table.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { Random } from '../differential/random.js'
import { region } from '../differential/region.js'
import { edition } from '../edition.js'
import { largeTable } from '../spillover/large-table.js'
import { describeOnBothEngines } from './engines.js'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const embedded = () => openGraph({ engine: 'embedded', path: null })
const file = (name: string) => join(folder, name)
const lines = (name: string) => readFileSync(file(name), 'utf8').trimEnd().split('\n')

describeOnBothEngines('a graph that moves', (open) => {
  it.each([
    ['the seed', (graph: Graph) => bringUpToDate(graph, edition)],
    [
      'a table whose industries hold long lists',
      async (graph: Graph) => {
        await bringUpToDate(graph, edition)
        await storeTable({ graph, edition }, largeTable(300, 7), '2026-01-01T00:00:00Z')
      },
    ],
    ['a random region', (graph: Graph) => graph.transaction((each) => writeElements(each, region(new Random(7))))],
  ])(
    '%s: from Grafeo to Neo4j and back is the same, line by line',
    async (_, fill) => {
      const { embedded: first, neo4j } = await open()
      await fill(first)
      const written = await exportGraph(first, file('first'))
      expect(await importGraph(neo4j, file('first'))).toEqual(written)
      expect(await exportGraph(neo4j, file('second'))).toEqual(written)
      const back = await embedded()
      expect(await importGraph(back, file('second'))).toEqual(written)
      await exportGraph(back, file('third'))
      expect(lines('second')).toEqual(lines('first'))
      expect(lines('third')).toEqual(lines('first'))
      expect(lines('first')).toHaveLength(Object.values(written).reduce((sum, each) => sum + each, 2))
      expect(await readState(back)).toEqual(await readState(first))
      await Promise.all([first.close(), neo4j.close(), back.close()])
    },
    120_000,
  )
})

describe('a file that is imported', () => {
  const header = '{"norrgraph":"graph","format":1,"seed":3}'
  const from = '"source":"source:a","locator":"page 1","recordedAt":"2026-01-01T00:00:00Z"'
  const need = `{"label":"Need","id":"need:a","properties":{${from},"nameSv":"A"}}`
  const tie = `{"type":"MEETS","from":"area:none","to":"need:a","key":"","properties":{${from}}}`

  it.each([
    ['that is none', ['hello'], 'line 1: this is no graph'],
    ['that is another one', ['{"norrgraph":"table"}'], 'line 1: this is no graph'],
    [
      'of a newer version',
      ['{"norrgraph":"graph","format":4,"seed":1}'],
      'line 1: format 4, this Norrgraph reads 3: use a newer version',
    ],
    ['with a label that is none', [header, need.replace('Need', 'Nothing')], 'line 2: label: '],
    ['with a property that no graph holds', [header, need.replace('"A"', '{"a":1}')], 'line 2: properties: nameSv: '],
    ['without a source', [header, need.replace('source"', 'sauce"')], 'line 2: properties: source: '],
    [
      'with a number of a person',
      [header, need.replace('"A"', '"Kalle 811218–9876"')],
      'line 2: nameSv: holds a number',
    ],
    ['with one in an id', [header, need.replace('need:a', 'need:8112189876')], 'line 2: id: holds a number'],
    ['with half a line', [header, need, need.slice(0, 40)], 'line 3: not a line of JSON'],
    ['that was cut off', [header, need], 'line 2: the file ends before its last line'],
    ['that lost a line', [header, need, '{"nodes":2,"relationships":0}'], 'line 3: holds 1 nodes'],
    ['that goes on', [header, '{"nodes":0,"relationships":0}', need], 'line 3: something stands after'],
    [
      'with an end that is not there',
      [header, need, tie, '{"nodes":1,"relationships":1}'],
      'line 2: here or below: .*MEETS',
    ],
  ])('is refused with the line where it is one %s, and leaves nothing', async (_, text, message) => {
    const graph = await embedded()
    writeFileSync(file('broken'), text.join('\n'))
    await expect(importGraph(graph, file('broken'))).rejects.toThrow(new RegExp(`^\\S*broken, ${message}`))
    expect(await graph.read(countOfNodes, {})).toEqual([{ count: 0 }])
    expect(await readState(graph)).toEqual({ seedVersion: 0, importing: false })
    await graph.close()
  })

  it('goes into no graph that holds something', async () => {
    const graph = await embedded()
    writeFileSync(file('sound'), [header, need, '{"nodes":1,"relationships":0}', ''].join('\n'))
    expect(await importGraph(graph, file('sound'))).toEqual({ ...nothingCounted, nodes: 1 })
    expect(await readState(graph)).toEqual({ seedVersion: 3, importing: false })
    await expect(importGraph(graph, file('sound'))).rejects.toThrow(/holds 1 nodes already: .*NORRGRAPH_DATA$/)
    await graph.close()
  })

  it('keeps its ids and keys letter for letter, and its texts in their one form', async () => {
    const graph = await embedded()
    const supplies = tie
      .replace('MEETS', 'HAS_NEED')
      .replace('area:none', 'need:b')
      .replace('"key":""', '"key":"   source:a"')
    const other = need.replace('need:a', 'need:b').replace('"A"', '"Lulea\u030A\u00AD"')
    writeFileSync(file('keyed'), [header, need, other, supplies, '{"nodes":2,"relationships":1}', ''].join('\n'))
    await importGraph(graph, file('keyed'))
    await exportGraph(graph, file('keyed-again'))
    expect(lines('keyed-again').join()).toContain('"key":"   source:a"')
    expect(lines('keyed-again').join()).toContain('"nameSv":"Luleå"')
    await graph.close()
  })

  it('is begun anew where it was broken off, and until then nothing else opens the graph', async () => {
    const graph = await embedded()
    await importGraph(graph, file('sound'))
    await graph.transaction((transaction) => transaction.write(recordState, { importing: true, version: 0 }))
    await expect(refuseUnfinishedImport(graph)).rejects.toMatchObject({ kind: 'UNAVAILABLE' })
    expect(await importGraph(graph, file('sound'))).toEqual({ ...nothingCounted, nodes: 1 })
    await refuseUnfinishedImport(graph)
    await graph.close()
  })
})
