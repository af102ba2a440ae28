import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machineFacts } from './machine.js'
import { messageOf } from './message-of.js'
import { registerGraphs } from './register-graphs.js'
import { calculation } from './sections/calculation.js'
import { draws } from './sections/draws.js'
import { explorer } from './sections/explorer.js'
import { peer } from './sections/peer.js'
import { register } from './sections/register.js'
import { seed } from './sections/seed.js'

const manner = `Each operation was asked over HTTP on 127.0.0.1 by one client with one open connection, in turn with what it
is held against, in a process of its own (A B A B …, after a warm-up), so that the ratio of the two medians is of one
state of the machine; before that, both had to give the same facts.`

// So that what was started is ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const { values } = parseArgs({
  options: { only: { type: 'string' }, firms: { type: 'string' }, large: { type: 'boolean', default: false } },
})
const folder = await mkdtemp(join(tmpdir(), 'norrgraph-bench-'))
const graphs = registerGraphs(folder)

/** Each section by its name, in the order of the file, given how many firms a register has unless it is told. */
const sections: Readonly<Record<string, (firms?: number) => Promise<string[]>>> = {
  seed: () => seed(folder),
  'register-embedded': (firms = 100_000) => register(graphs, 'embedded', firms),
  'register-neo4j': (firms = 100_000) => register(graphs, 'neo4j', firms),
  peer: (firms = 100_000) => peer(graphs, firms),
  large: (firms = 1_000_000) => register(graphs, 'neo4j', firms),
  calculation,
  draws,
  explorer,
}

try {
  if (values.only === undefined) await writeResults()
  else await printSections(values.only)
} finally {
  await graphs.release()
  await rm(folder, { recursive: true, force: true })
}

/** `npm run bench -- --only register --firms 5000` prints the sections of that name and leaves the file alone. */
async function printSections(only: string): Promise<void> {
  const chosen = Object.entries(sections).filter(([name]) => name === only || name.startsWith(`${only}-`))
  if (chosen.length === 0) throw new Error(`--only takes register, ${Object.keys(sections).join(', ')}`)
  const firms = values.firms === undefined ? undefined : Number(values.firms)
  for (const [, section] of chosen) console.log((await section(firms)).join('\n\n'))
}

/** `npm run bench` makes the file; with `--large` also on a million firms. */
async function writeResults(): Promise<void> {
  const results = ['# What operations cost', 'Made by `npm run bench`; never edited by hand.']
  results.push(
    machineFacts()
      .map((fact) => `- ${fact}`)
      .join('\n'),
    manner,
  )
  for (const [name, section] of Object.entries(sections)) {
    if (name === 'large' && !values.large) continue
    try {
      results.push(...(await section()))
    } catch (error) {
      // What else was measured is not lost.
      process.exitCode = 1
      results.push(`## ${name}`, `Not measured: ${messageOf(error)}.`)
    }
  }
  const text = `${results.join('\n\n')}\n`
  await writeFile(join(import.meta.dirname, 'results.md'), text)
  console.log(text)
}
