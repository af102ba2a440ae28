import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machineFacts } from './machine.js'
import { messageOf } from './message-of.js'
import { checkoutBefore } from './norrgraph.js'
import { registerGraphs } from './register-graphs.js'
import { writeSection } from './results-file.js'
import { calculation } from './sections/calculation.js'
import { costs } from './sections/costs.js'
import { door } from './sections/door.js'
import { draws } from './sections/draws.js'
import { explorer } from './sections/explorer.js'
import { importing } from './sections/import.js'
import { kept } from './sections/kept.js'
import { loop } from './sections/loop.js'
import { besideNumpy } from './sections/numpy.js'
import { peer } from './sections/peer.js'
import { publishing } from './sections/publishing.js'
import { register } from './sections/register.js'
import { seed } from './sections/seed.js'
import { start } from './sections/start.js'
import { storedRunLoop } from './sections/stored-run-loop.js'
import { suppliers } from './sections/suppliers.js'
import { support } from './sections/support.js'
import { writing } from './sections/writing.js'

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
  'costs-embedded': (firms = 20_000) => costs(graphs, 'embedded', firms),
  'costs-neo4j': (firms = 20_000) => costs(graphs, 'neo4j', firms),
  'import-embedded': (rows = 50_000) => importing(folder, 'embedded', rows),
  'import-neo4j': (rows = 50_000) => importing(folder, 'neo4j', rows),
  calculation,
  door: (firms = 20_000) => door(graphs, firms),
  draws,
  explorer,
  loop: (firms = 20_000) => loop(folder, firms),
  'kept-embedded': (firms = 20_000) => kept(folder, 'embedded', firms),
  'kept-neo4j': (firms = 20_000) => kept(folder, 'neo4j', firms),
  numpy: () => besideNumpy(folder),
  'publishing-embedded': (firms = 20_000) => publishing(folder, 'embedded', firms),
  'publishing-neo4j': (firms = 20_000) => publishing(folder, 'neo4j', firms),
  'stored-run-loop': () => storedRunLoop(folder),
  'suppliers-embedded': (firms = 10_000) => suppliers(graphs, 'embedded', firms),
  'suppliers-neo4j': (firms = 10_000) => suppliers(graphs, 'neo4j', firms),
  'support-embedded': (firms = 20_000) => support(folder, 'embedded', firms),
  'support-neo4j': (firms = 20_000) => support(folder, 'neo4j', firms),
  start: () => start(folder),
  'writing-embedded': (firms = 100_000) => writing(graphs, 'embedded', firms),
  'writing-neo4j': (firms = 100_000) => writing(graphs, 'neo4j', firms),
}

const heading = `# What operations cost

Made by \`npm run bench\`, a section at a time; never edited by hand. A section says when it was measured, and of what.

${manner}`

try {
  const firms = values.firms === undefined ? undefined : Number(values.firms)
  for (const name of chosenSections()) {
    const text = await measured(name, firms)
    // One of another size than usual is only looked at.
    if (firms === undefined) writeSection(Object.keys(sections), heading, name, text)
    console.log(text)
  }
} finally {
  await graphs.release()
  await rm(folder, { recursive: true, force: true })
}

/** All but `large`, or those that `--only` names, such as `register` or `register-neo4j`. */
function chosenSections(): string[] {
  const { only, large } = values
  const names = Object.keys(sections)
  if (only === undefined) return names.filter((name) => name !== 'large' || large)
  const chosen = names.filter((name) => name === only || name.startsWith(`${only}-`))
  if (chosen.length === 0) throw new Error(`--only takes register, import, ${names.join(', ')}`)
  return chosen
}

/** A section's text; one that fails says so, and what else is measured is not lost. */
async function measured(name: string, firms: number | undefined): Promise<string> {
  const facts = `_${machineFacts(checkoutBefore()).join('; ')}._`
  try {
    const [title = '', ...blocks] = (await sections[name]?.(firms)) ?? []
    return [title, facts, ...blocks].join('\n\n')
  } catch (error) {
    process.exitCode = 1
    return [`## ${name}`, facts, `Not measured: ${messageOf(error)}.`].join('\n\n')
  }
}
