import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { createAccount, removeAccount } from '../../src/accounts/accounts.js'
import { localEditor, type Viewer } from '../../src/accounts/viewer.js'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { today } from '../../src/kernel/day.js'
import { deleteSpilloverRun, storeSpillover } from '../../src/spillover/runs/stored-runs.js'
import { edition } from '../edition.js'
import { describeOnSeededGraph } from './engines.js'

const as = (name: string, role: Viewer['role'] = 'READER'): Viewer => ({
  ...{ name, displayName: name, role, actsFor: [], hasAccount: true },
})
const [anna, bo] = [as('anna-who-stores'), as('bo-who-stores-too', 'CONTRIBUTOR')]
const input = { establishments: ['establishment:lkab'] }

const owners = query<Record<never, never>>()(
  'whose runs are in tests',
  z.object({ run: z.string(), account: z.string() }),
  'MATCH (owner:RunOwner) RETURN owner.id AS run, owner.account AS account',
)

describeOnSeededGraph('a stored run', (given) => {
  const store = (viewer: Viewer, graph: Graph = given.graph) =>
    storeSpillover({ graph, edition }, input, 'En körning', viewer)
  const drop = (run: string, viewer: Viewer) => deleteSpilloverRun({ graph: given.graph, edition }, run, viewer)
  const refused = { name: 'ForbiddenError', message: expect.stringMatching(/EDITOR to delete runs that others stored/) }

  it('is deleted by who stored it first, and by editors', async () => {
    const run = await store(anna)
    expect(await store(bo)).toBe(run)
    expect(await given.graph.read(owners, {})).toEqual([{ run, account: anna.name }])
    await expect(drop(run, bo)).rejects.toMatchObject(refused)
    expect(await drop(run, anna)).toBe(run)
    expect(await given.graph.read(owners, {})).toEqual([])
    await expect(drop(run, anna)).rejects.toMatchObject({ name: 'NotFoundError' })
    await store(bo)
    await drop(run, as('eva', 'EDITOR'))
    await store(localEditor)
    await expect(drop(run, as('local'))).rejects.toMatchObject(refused)
    await drop(run, localEditor)
  })

  it('is whose it was where two store it at once, and the region’s stays', async () => {
    const [run] = await Promise.all([store(anna), store(bo)])
    const [owner] = await given.graph.read(owners, {})
    const [own, other] = owner?.account === anna.name ? [anna, bo] : [bo, anna]
    await expect(drop(run, other)).rejects.toMatchObject(refused)
    await drop(run, own)
    const standing = await storeSpillover({ graph: given.graph, edition }, {}, 'Samma', anna)
    expect(standing).toBe(edition.spillover.run.id)
    for (const viewer of [anna, localEditor]) {
      await expect(drop(standing, viewer)).rejects.toMatchObject({ name: 'BadUserInputError' })
    }
  })

  it('says to nobody whose it is, and is nobody’s once the account is taken out', async () => {
    await createAccount(given.graph, { name: anna.name, role: 'READER' }, today())
    const run = await store(anna)
    const file = join(tmpdir(), `norrgraph-owners-${process.pid}.jsonl`)
    await exportGraph(given.graph, file)
    const exported = await readFile(file, 'utf8')
    await rm(file)
    expect(exported).toContain(run)
    expect(exported).not.toContain(anna.name)
    const all = '{ spilloverRuns(first: 10) { nodes { id name provenance { source { title } locator recordedAt } } } }'
    expect(JSON.stringify(await given.api.data(all))).not.toContain(anna.name)
    await removeAccount(given.graph, anna.name)
    await expect(drop(run, anna)).rejects.toMatchObject(refused)
  })
})
