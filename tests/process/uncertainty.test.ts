import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type Program, readyAddress, run, start } from './program.js'

const environment = { NORRGRAPH_DATA: ':memory:', PORT: '0' }
let server: Program
let url: string

beforeAll(async () => {
  server = start('main.js', [], environment)
  url = await readyAddress(server)
}, 60_000)
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
})

const drawing = (draws: number) =>
  JSON.stringify({
    query: `{ spillover(input: {}) { uncertainty(draws: ${draws}, seed: 1) { rejected total { median } } } }`,
  })

const ask = async (body: string): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json()
}

/** Asks for more draws than are made in the meantime, and returns what leaves without the answer. */
function askAndLeave(): () => void {
  const headers = { 'content-type': 'application/json' }
  const leaving = request(`${url}/graphql`, { method: 'POST', headers })
  leaving.on('error', () => {})
  leaving.end(drawing(100_000))
  return () => leaving.destroy()
}

it('answers others while it draws, and serves the next draws when a client leaves', async () => {
  const leave = askAndLeave()
  for (let asked = 0; asked < 20; asked++) {
    expect(await ask(JSON.stringify({ query: '{ node(id: "actor:iuc-norr") { id } }' }))).toEqual({
      data: { node: { id: 'actor:iuc-norr' } },
    })
  }
  leave()
  const answer = z
    .object({ data: z.object({ spillover: z.object({ uncertainty: z.object({ rejected: z.number() }) }) }) })
    .parse(await ask(drawing(100)))
  expect(answer.data.spillover.uncertainty.rejected).toBe(0)
})

it('refuses draws that are under way when it is asked to end', async () => {
  const ending = start('main.js', [], environment)
  const address = await readyAddress(ending)
  const headers = { 'content-type': 'application/json' }
  const answer = fetch(`${address}/graphql`, { method: 'POST', headers, body: drawing(100_000) })
  setTimeout(() => ending.child.kill('SIGTERM'), 1_000)
  expect(await (await answer).json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] })
  expect(await ending.ended).toBe(0)
})

it('prints between which values the spillover lies, the same as a server says', async () => {
  const args = ['spillover', '--draws', '200', '--seed', '7']
  const own = await run('cli.js', args, environment)
  expect(own.code).toBe(0)
  expect(own.output).toMatch(/^Spillover in 200 draws +5 % +median +95 %$/m)
  expect(own.output).toMatch(/^Total at a correlation of 1 +[\d,.]+ +[\d,.]+ +[\d,.]+$/m)
  expect(own.output).toMatch(
    /^In 90 cases of 100 .* \(correlation 0\.25\)\. It leaves out whether the ventures come about/m,
  )
  expect(own.output).toMatch(/^incomeTax \(uniform\) +0\.250 +0\.400$/m)
  const asked = await run('cli.js', [...args, '--url', url], environment)
  expect(asked.output).toBe(own.output)
})
