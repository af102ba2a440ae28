import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')

const comparison = z.object({
  seeds: z.number(),
  statements: z.number(),
  differences: z.array(z.object({ seed: z.number(), name: z.string() })),
})

/** What tries a few random worlds in `npm test`, and here as many as there are seeds. */
const suites = ['differential', 'networks', 'support-worlds', 'supply-worlds']

/** `npm run test:long -- --seeds N [--first S]`: both engines over as many random regions, networks and worlds; the regions' result in tests/long.md. */
function main(): void {
  const { values } = parseArgs({
    options: { seeds: { type: 'string', default: '1000' }, first: { type: 'string', default: '1' } },
  })
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  const file = join(folder, 'result.json')
  try {
    const files = suites.map((name) => `tests/contract/${name}.test.ts`)
    execFileSync('npx', ['vitest', 'run', '--project', 'contract', ...files], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        DIFFERENTIAL_SEEDS: values.seeds,
        DIFFERENTIAL_FIRST: values.first,
        DIFFERENTIAL_RESULT: file,
        NETWORK_SEEDS: values.seeds,
        WORLDS: values.seeds,
      },
    })
  } catch {
    // Differences fail the test; what was found is written down all the same.
    process.exitCode = 1
  }
  try {
    const found = comparison.parse(JSON.parse(readFileSync(file, 'utf8')))
    writeFileSync(join(root, 'tests/long.md'), resultText(found, Number(values.first), commit))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function resultText(
  { seeds, statements, differences }: z.infer<typeof comparison>,
  first: number,
  commit: string,
): string {
  const listed = differences.slice(0, 20).map(({ seed, name }) => `- seed ${seed}: ${name}`)
  return [
    '# The two engines on random regions',
    '',
    'Written by `npm run test:long -- --seeds N`; see `tests/differential/`.',
    '',
    '| | |',
    '| --- | ---: |',
    `| Seeds | ${seeds} (from ${first} on) |`,
    `| Statements compared | ${statements} |`,
    `| Differences | ${differences.length} |`,
    `| Date | ${new Date().toISOString().slice(0, 10)} |`,
    `| Commit | ${commit} |`,
    '',
    ...listed,
    ...(listed.length > 0 ? [''] : []),
  ].join('\n')
}

main()
