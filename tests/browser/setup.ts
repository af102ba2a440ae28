import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import build from '../process/build.js'

const root = join(import.meta.dirname, '../..')

/** Compiles the program with its pages, and finds the browser that the machine has. With CI=true it has to be there. */
export default function setup(project: TestProject): void {
  build()
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
  })
  project.provide('chromium', chromium() ?? { missing: 'Chromium', fails: process.env.CI === 'true' })
}

function chromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
  )
  return candidates.find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
