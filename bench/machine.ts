import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const packageFile = z.object({ version: z.string() })

/**
 * What ran, and on what: one line each.
 * @param before the checkout of the commit that it is held against; null for none.
 */
export function machineFacts(before: string | null): string[] {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${commitOf(root)}${before === null ? '' : `, before it ${commitOf(before)}`}`,
    `${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'}), ${memory} GiB memory`,
    `Node.js ${process.versions.node}, Grafeo ${versionOf('@grafeo-db/js')}, neo4j-driver ${versionOf('neo4j-driver')}`,
  ]
}

function commitOf(checkout: string): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout, encoding: 'utf8' }).trim()
    const changed =
      git('status', '--porcelain', '--', 'src', 'schema', 'seed', 'examples', 'bench', ':!bench/results.md') !== ''
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '')
  } catch {
    return 'unknown'
  }
}

const versionOf = (name: string): string =>
  packageFile.parse(JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))).version
