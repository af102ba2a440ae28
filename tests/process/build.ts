import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Compiles the program once, so that what is started here is what stands in src/. */
export default function setup(): void {
  const root = join(import.meta.dirname, '../..')
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  })
}
