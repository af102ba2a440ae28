import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { JobFolder } from '../../src/jobs/job-folder.js'
import { Jobs } from '../../src/jobs/jobs.js'
import { createApp } from '../../src/server/app.js'
import { localSettings } from '../contract/api.js'
import { formOf } from '../contract/importing.js'
import { edition } from '../edition.js'
import { listOf } from '../firm-list.js'
import { openSeededGraph } from '../seed/seeded-graph.js'
import { sendRaw } from './raw-request.js'

let graph: Graph
let app: Awaited<ReturnType<typeof createApp>>
let port: number
let folder: string
beforeAll(async () => {
  graph = await openSeededGraph()
  folder = await mkdtemp(join(tmpdir(), 'norrgraph-test-'))
  const holder = { graph, edition }
  const waits = { headers: 400, request: 500, file: 60_000, look: 50, betweenRequests: 200, silence: 60_000 }
  const jobs = new Jobs(holder, { folder: new JobFolder(folder) })
  app = await createApp(holder, localSettings, pino({ level: 'silent' }), { waits, jobs })
  app.get('/slow', async () => {
    await wait(1_000)
    return { slow: true }
  })
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
}, 120_000)
afterAll(async () => {
  await app.close()
  await graph.close()
  await rm(folder, { recursive: true, force: true })
})

const form = formOf([
  { name: 'kind', value: 'firms' },
  { name: 'file', value: listOf([[1, 'Ett AB']]), file: 'list.csv' },
])
const head = (length: number, more = '') =>
  [
    'POST /imports HTTP/1.1',
    'Host: localhost',
    `Content-Type: ${form.headers['content-type']}`,
    `Content-Length: ${length}`,
    `Connection: close${more}`,
    '\r\n',
  ].join('\r\n')

const filesThere = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'))

it('a file has more time than other requests', async () => {
  const length = Buffer.byteLength(form.payload)
  const answer = await new Promise<string>((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', async () => {
      socket.write(head(length) + form.payload.slice(0, 100))
      await wait(1_200)
      socket.write(form.payload.slice(100))
    })
    socket.on('data', (data) => {
      text += String(data)
    })
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 202/)
  expect(answer).toMatch(/location: \/imports\/job:/i)
})

it('whoever may bring none has no more time, and is refused before the file is there', async () => {
  const answer = await sendRaw(port, [head(1_000_000, '\r\nVia: 1.1 proxy')])
  expect(answer?.status).toBe(401)
})

it('a file that is said to be too large is refused before any of it is there', async () => {
  expect((await sendRaw(port, [head(2_000_000_000)]))?.status).toBe(413)
})

it('of a file whose sender goes away nothing is left', async () => {
  const before = filesThere()
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', async () => {
      socket.write(head(1_000_000) + form.payload.slice(0, 200))
      await wait(200)
      socket.destroy()
    })
    socket.on('close', () => resolve())
  })
  await wait(300)
  expect(filesThere()).toEqual(before)
})

it('an answer may take longer than a request may take to arrive', async () => {
  const answer = await sendRaw(port, ['GET /slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'])
  expect(answer?.status).toBe(200)
})
