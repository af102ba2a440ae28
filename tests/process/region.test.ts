import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampliaFolder } from '../second-region/examplia.js'
import { run } from './program.js'

describe('a region’s folder', () => {
  let root: string
  let wrong: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'norrgraph-region-'))
    wrong = join(root, 'wrong')
    await cp(exampliaFolder, wrong, { recursive: true })
    const region = await readFile(join(wrong, 'region.yaml'), 'utf8')
    await writeFile(join(wrong, 'region.yaml'), region.replace('scenario:plan-2025', 'scenario:none'))
    const actors = await readFile(join(wrong, 'actors.yaml'), 'utf8')
    await writeFile(join(wrong, 'actors.yaml'), actors.replace('kind: BANK', 'kind: PURSE'))
  })
  afterAll(() => rm(root, { recursive: true }))

  it('that is sound ends its check with 0 and what it holds', async () => {
    const { code, output, errors } = await run('cli.js', ['seed', 'check', exampliaFolder], {})
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toMatch(/^seed is sound: country:XA, in EN\.$/m)
  })

  it('that is wrong ends its check with 1 and a line a fault', async () => {
    const { code, output, errors } = await run('cli.js', ['seed', 'check', wrong], {})
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^wrong\/actors\.yaml:12: kind: /),
      expect.stringMatching(/^wrong\/region\.yaml:\d+: spillover\.run\.scenario: scenario:none does not exist$/),
      '2 faults: no graph can be made of this folder.',
    ])
  })

  it.each<['main.js' | 'cli.js', readonly string[]]>([
    ['main.js', []],
    ['cli.js', ['seed']],
    ['cli.js', ['spillover']],
  ])('that is wrong starts nothing: %s %j', async (script, args) => {
    const environment = { NORRGRAPH_SEED: wrong, NORRGRAPH_DATA: ':memory:', PORT: '0' }
    const { code, errors } = await run(script, args, environment)
    expect(code).toBe(1)
    expect(errors.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^wrong\/actors\.yaml:12: kind: /),
      expect.stringMatching(/^wrong\/region\.yaml:\d+: spillover\.run\.scenario: scenario:none does not exist$/),
    ])
  })

  it('that speaks one language takes firms by the names of its municipalities and its own codes', async () => {
    const list = join(root, 'firms.csv')
    await writeFile(
      list,
      'organisationNumber,name,municipality,sni,employees\n5560160680,Primrose Metal Ltd,Aldport,C25.11,12\n',
    )
    const environment = { NORRGRAPH_SEED: exampliaFolder, NORRGRAPH_DATA: join(root, 'data') }
    const imported = await run(
      'cli.js',
      ['import', 'firms', list, '--title', 'Our firms', '--sni-edition', '2020'],
      environment,
    )
    expect(imported).toMatchObject({ code: 0 })
    expect(imported.output).toContain('1 new, 0 changed')
    expect(imported.output).toContain('municipality 1, sni 1')
    const taken = join(root, 'graph.jsonl')
    await run('cli.js', ['export', 'graph', taken], environment)
    const lines = (await readFile(taken, 'utf8')).split('\n').filter((line) => line.includes('firm:5560160680'))
    expect(lines.find((line) => line.includes('"LOCATED_IN"'))).toContain('municipality:5101')
    expect(lines.find((line) => line.includes('"IN_SECTOR"'))).toContain('sector:exc2020-C25')
  })

  it('that is not there starts nothing, in one line', async () => {
    const { code, errors } = await run('main.js', [], {
      NORRGRAPH_SEED: join(root, 'none'),
      NORRGRAPH_DATA: ':memory:',
    })
    expect({ code, errors }).toEqual({ code: 1, errors: 'none/region.yaml:1: there is no such file\n' })
  })
})
