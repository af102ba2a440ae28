import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { localEditor } from '../../src/accounts/viewer.js'
import { fillWithDemo, removeDemo } from '../../src/demo/demo.js'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { importGraph } from '../../src/import/graph.js'
import { publishDraft } from '../../src/writing/publishing/publish-draft.js'
import { edition } from '../edition.js'
import { describeOnEachEngine } from './engines.js'

const changed = 'firm:demo-000007'
const untouched = 'firm:demo-000008'

const numberOf = query<{ id: string }>()(
  'how often something is there',
  z.object({ entities: z.number(), formers: z.number() }),
  `CALL () { MATCH (node:Entity {id: $id}) RETURN count(node) AS entities }
   CALL () { MATCH (node:Former {id: $id}) RETURN count(node) AS formers }
   RETURN entities, formers`,
)
const leftOver = query<{ id: string }>()(
  'what a former entity is related to',
  z.object({ count: z.number() }),
  'MATCH (node:Former {id: $id})-[tie]-(:Entity) RETURN count(tie) AS count',
)
const revisions = query<{ id: string }>()(
  'revisions of changes',
  z.object({ revision: z.number() }),
  `MATCH (node {id: $id})<-[changed:CHANGED]-(change:Change)
   RETURN changed.revision AS revision ORDER BY change.number`,
)

describeOnEachEngine('synthetic firms that somebody changed', (_, __, openSeeded) => {
  let graph: Graph
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
    graph = await openSeeded()
    await fillWithDemo({ graph, edition }, { firms: 20, seed: 1, force: true })
    await change(1, 77)
  }, 180_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await graph.close()
  })

  const change = (revision: number, employees: number) =>
    publishDraft(
      { graph, edition, viewer: localEditor },
      {
        ...{ operation: 'UPDATE', label: 'Firm', id: changed, revision, values: { employees }, emptied: [], ties: [] },
        ...{ endsOn: null, source: null, locator: null, asOf: null, reason: null },
      },
    )
  const numbers = async (id: string) => (await graph.read(numberOf, { id }))[0]
  const written = async (id: string) => (await graph.read(revisions, { id })).map(({ revision }) => revision)

  it('are no entities any more once they are taken away, but their history stays; others are gone', async () => {
    expect(await removeDemo(graph)).toBe(20)
    expect(await numbers(changed)).toEqual({ entities: 0, formers: 1 })
    expect(await numbers(untouched)).toEqual({ entities: 0, formers: 0 })
    expect(await graph.read(leftOver, { id: changed })).toEqual([{ count: 0 }])
    expect(await written(changed)).toEqual([2])
    expect(await removeDemo(graph)).toBe(0)
  })

  it('are those of the demo again where it is written anew, and can be changed on', async () => {
    await fillWithDemo({ graph, edition }, { firms: 20, seed: 1, force: true })
    expect(await numbers(changed)).toEqual({ entities: 1, formers: 0 })
    await change(3, 78)
    expect(await written(changed)).toEqual([2, 4])
  })

  it('go along in a file, whether they are entities or were', async () => {
    const back = await openGraph({ engine: 'embedded', path: null })
    await removeDemo(graph)
    const [first, second] = [join(folder, 'first'), join(folder, 'second')]
    const counts = await exportGraph(graph, first)
    // Two of the firm, and the edition of the region's folder.
    expect(counts).toMatchObject({ formers: 1, nows: 0, changes: 3 })
    expect(await importGraph(back, first)).toEqual(counts)
    expect(await exportGraph(back, second)).toEqual(counts)
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'))
    await back.close()
  })
})
