import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { JobOwner } from '../../src/jobs/job-owner.js'
import { Jobs } from '../../src/jobs/jobs.js'
import { edition } from '../edition.js'
import { listOf } from '../firm-list.js'
import { describeOnEachEngine } from './engines.js'
import { Importing } from './importing.js'

const silence = query<{ host: string }>()(
  'test: a server that is not heard of',
  z.object({ count: z.number() }),
  `MATCH (owner:JobOwner) WHERE owner.host = $host
   SET owner.seen = '2020-01-01T00:00:00.000Z' RETURN count(owner) AS count`,
)

describeOnEachEngine('two servers on one graph', (_, __, openSeeded) => {
  let graph: Graph
  let [one, other]: Importing[] = []
  const serverOn = (host: string) =>
    Importing.open(graph, new Jobs({ graph, edition }, { owner: new JobOwner(host, 1) }))
  beforeAll(async () => {
    graph = await openSeeded()
    ;[one, other] = [await serverOn('one'), await serverOn('other')]
  }, 180_000)
  afterAll(async () => {
    await one?.close()
    await other?.close()
    await graph.close()
  })

  it('leave each other’s jobs alone, until one is not heard of any more', async () => {
    if (!one || !other) throw new Error('there are two servers')
    const { id } = await one.compared(listOf([[1, 'Ett AB']]), { title: 'Of one' })
    const second = await other.compared(listOf([[2, 'Två AB']]), { title: 'Of the other' })
    expect((await one.job(id)).status).toBe('READY')
    expect((await other.confirm(id)).errors).toMatchObject([
      { message: expect.stringContaining('another server'), extensions: { code: 'CONFLICT' } },
    ])
    await graph.transaction((transaction) => transaction.writeUnshown(silence, { host: 'one' }))
    await other.compared(listOf([[3, 'Tre AB']]), { title: 'A third' })
    expect(await other.job(id)).toMatchObject({ status: 'BROKEN_OFF', isUnfinished: false })
    expect((await other.job(second.id)).status).toBe('READY')
  })

  it('break their jobs off when they end', async () => {
    const third = await serverOn('third')
    const { id } = await third.compared(listOf([[4, 'Fyra AB']]), { title: 'Left' })
    await third.close()
    expect(await other?.job(id)).toMatchObject({ status: 'BROKEN_OFF' })
  })
})
