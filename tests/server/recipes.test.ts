import { execFile, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSchema, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemaText } from '../../src/server/schema-text.js'
import { openSeededApp, type SeededApp } from './seeded-app.js'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = 'examples/clients'
const recipes = readdirSync(join(root, folder)).map((file) => `${folder}/${file}`)
const page = readFileSync(join(root, 'docs/clients.md'), 'utf8')
const text = (file: string) => readFileSync(join(root, file), 'utf8')

describe('docs/clients.md', () => {
  it.each(recipes)('shows %s as it is', (file) => {
    const [, shown] = page.split(`\`${file}\`\n\n`)
    expect(shown?.replace(/^```\w+\n/, '').split('\n```\n')[0]).toBe(text(file).trimEnd())
  })

  it('asks what the schema has', () => {
    const schema = buildSchema(schemaText())
    const documents = [...page.matchAll(/(?:\*\/ `|gql`|""")\s*(query [\s\S]*?)(?:`|""")/g)].map(
      ([, document]) => document,
    )
    expect(documents).toHaveLength(3)
    for (const document of documents) expect(validate(schema, parse(document ?? '')), document).toEqual([])
  })
})

describe('a recipe, run as the page has it,', () => {
  let seeded: SeededApp
  let address: string

  beforeAll(async () => {
    seeded = await openSeededApp()
    address = await seeded.app.listen({ host: '127.0.0.1', port: 0 })
  }, 120_000)
  afterAll(() => seeded.close())

  it.each(['urql.mjs', 'apollo.mjs'])('%s keeps two networks apart', async (file) => {
    const { stdout } = await run('node', [join(root, folder, file), address])
    expect(stdout).toMatch(/^.*degree \d+, tier 0\n.*degree \d+, tier 1\n$/)
  })

  const has = (modules: string) => spawnSync('python3', ['-c', `import ${modules}`]).status === 0

  it.skipIf(!has('networkx'))('read_networkx.py reads one network from both formats, where NetworkX is', async () => {
    const { stdout } = await run('python3', [join(root, folder, 'read_networkx.py'), address])
    expect(stdout).toMatch(/^GraphML: (\d+ nodes, \d+ edges, [\d.]+ jobs .*)\nGEXF: \1\n/)
  })

  it.skipIf(!has('gql, pandas, requests'))('ask_pandas.py adds up jobs, where gql and pandas are', async () => {
    const { stdout } = await run('python3', [join(root, folder, 'ask_pandas.py'), address])
    expect(stdout).toMatch(/\d+ edges, [\d.]+ jobs\n$/)
  })
})
