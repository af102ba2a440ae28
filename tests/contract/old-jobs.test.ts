import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { jobsById, progressOfJobs } from '../../src/jobs/job-queries.js'
import { changeJob, keepJob } from '../../src/jobs/job-store.js'
import { forgetOldJobs } from '../../src/jobs/old-jobs.js'
import { describeOnEachEngine } from './engines.js'

const DAY = 86_400_000
const brought = {
  kind: 'FIRMS',
  author: 'anna',
  file: 'list.csv',
  title: 'Ours',
  update: false,
  owner: 'server',
} as const

describeOnEachEngine('jobs of long ago', (_, __, openSeeded) => {
  let graph: Graph
  beforeAll(async () => {
    graph = await openSeeded()
  }, 180_000)
  afterAll(() => graph.close())

  it('are forgotten after 90 days once they have ended, and those that wait are not', async () => {
    const now = Date.parse('2026-06-30T12:00:00.000Z')
    const daysAgo = (days: number) => new Date(now - days * DAY).toISOString()
    for (const [id, days] of [
      ['job:ended', 91],
      ['job:lately', 89],
      ['job:waiting', 91],
    ] as const) {
      await keepJob(graph, { ...brought, id, at: daysAgo(days) })
      if (id !== 'job:waiting') await changeJob(graph, id, { status: 'DONE' })
    }
    await forgetOldJobs(graph, now)
    const jobs = ['job:ended', 'job:lately', 'job:waiting']
    const kept = await graph.read(jobsById, { jobs })
    const progress = await graph.read(progressOfJobs, { jobs })
    expect([kept, progress].map((rows) => rows.map(({ id }) => id).toSorted())).toEqual([
      ['job:lately', 'job:waiting'],
      ['job:lately', 'job:waiting'],
    ])
  })
})
