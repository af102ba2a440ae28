import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the program and its pages are made of. */
const sources = [
  'src',
  'package-lock.json',
  'rolldown.config.ts',
  'tsconfig.build.json',
  'tsconfig.json',
  'vite.config.ts',
]

/** What making them ends with. */
const last = join(root, 'dist/explorer/index.html')

/** Compiles the program and its pages where they are older than their sources, so that what is started here is what stands in src/. */
export default function setup(): void {
  if (existsSync(last) && changedAt(last) > Math.max(...sources.map((path) => newestIn(join(root, path))))) return
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
  run('rolldown/bin/cli.mjs', '-c', 'rolldown.config.ts', '--logLevel', 'silent')
  run('vite/bin/vite.js', 'build', '--logLevel', 'error')
}

/** When anything at a path changed last; a folder does where something in it is made or removed. */
function newestIn(path: string): number {
  const inside = statSync(path).isDirectory() ? readdirSync(path).map((name) => newestIn(join(path, name))) : []
  return Math.max(changedAt(path), ...inside)
}

const changedAt = (path: string): number => statSync(path).mtimeMs

function run(program: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit' })
}
