import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

const brought = z.object({ id: z.string() })
const state = z.object({
  data: z.object({ importJob: z.object({ status: z.string(), message: z.string().nullable() }) }),
})

/** Brings a list in as a program would, and waits until it is stored. @param address of the server. */
export async function bringList(address: string, kind: string, content: string): Promise<void> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('title', 'Påhittad lista')
  form.set('file', new Blob([content], { type: 'text/csv' }), 'lista.csv')
  const reply = await fetch(`${address}/imports`, { method: 'POST', body: form })
  const { id } = brought.parse(await reply.json())
  await reached(address, id, 'READY')
  await ask(address, 'mutation ($job: ID!) { confirmImport(input: { job: $job }) { job { id } } }', { job: id })
  await reached(address, id, 'DONE')
}

async function reached(address: string, job: string, wanted: string): Promise<void> {
  for (;;) {
    const answer = await ask(address, 'query ($job: ID!) { importJob(id: $job) { status message } }', { job })
    const { status, message } = state.parse(answer).data.importJob
    if (status === wanted) return
    if (['FAILED', 'CANCELLED', 'DONE'].includes(status)) throw new Error(`${status}: ${message}`)
    await wait(50)
  }
}

async function ask(address: string, query: string, variables: Record<string, string>): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
  return reply.json()
}
