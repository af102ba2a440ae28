import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Compiles the program and its pages, so that what is started here is what stands in src/. */
export default function setup(): void {
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
  run('rolldown/bin/cli.mjs', '-c', 'rolldown.config.ts', '--logLevel', 'silent')
  run('vite/bin/vite.js', 'build', '--logLevel', 'error')
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit' })
}
