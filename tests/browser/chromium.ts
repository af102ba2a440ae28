import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The shell without windows first: it is the same browser for half the work. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

/**
 * Whoever runs as root has no sandbox in Chromium. Pages share one process: those of pages that were closed do not answer
 * when a trace ends, which then waits five seconds for them.
 */
const shared = ['--no-sandbox', '--renderer-process-limit=1']

/** Without a graphics card and without WebGL, which would draw every page by a program that plays the card. */
export const plainArguments = [...shared, '--disable-gpu', '--disable-software-rasterizer']

/** WebGL without a graphics card, for pages that draw large networks. */
export const webGlArguments = [
  ...shared,
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-swiftshader',
]

/** Where the machine's own Chromium is; null where it has none. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
