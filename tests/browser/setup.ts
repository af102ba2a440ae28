import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import build from '../process/build.js'

/** Compiles the program with its pages, and finds the browser that the machine has. With CI=true it has to be there. */
export default function setup(project: TestProject): void {
  build()
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
