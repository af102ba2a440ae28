import type { TestProject } from 'vitest/node'
import build from '../process/build.js'
import { findChromium } from './chromium.js'

/** Compiles the program with its pages, and finds the browser that the machine has. With CI=true it has to be there. */
export default function setup(project: TestProject): void {
  build()
  project.provide('chromium', findChromium() ?? { missing: 'Chromium', fails: process.env.CI === 'true' })
}
