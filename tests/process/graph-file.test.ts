import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from './program.js'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const dataIn = (name: string) => ({ NORRGRAPH_DATA: join(folder, name) })
const file = (name: string) => join(folder, name)

it('takes a graph out, brings it into an empty one, and takes the same out again', async () => {
  const written = await run('cli.js', ['export', 'graph', file('first')], dataIn('one'))
  expect(written).toEqual({
    code: 0,
    output: expect.stringMatching(
      /^Wrote \d+ nodes and \d+ relationships to .*first\.\n(The register of \d+ changes .*\n)?$/,
    ),
    errors: '',
  })
  const read = await run('cli.js', ['import', 'graph', file('first')], dataIn('two'))
  expect(read).toEqual({ code: 0, output: expect.stringMatching(/^Imported \d+ nodes/), errors: '' })
  await run('cli.js', ['export', 'graph', file('second')], dataIn('two'))
  expect(readFileSync(file('second'), 'utf8')).toBe(readFileSync(file('first'), 'utf8'))
})

it('says in one line why it brings no file into a graph that holds something', async () => {
  expect(await run('cli.js', ['import', 'graph', file('first')], dataIn('one'))).toEqual({
    code: 1,
    output: '',
    errors: expect.stringMatching(/^\S*first: the graph holds \d+ nodes already: .*NORRGRAPH_DATA\n$/),
  })
  expect(await run('cli.js', ['import', 'graph', file('none')], dataIn('three'))).toEqual({
    code: 1,
    output: '',
    errors: expect.stringMatching(/^\S*none: cannot be read: .*\n$/),
  })
})
