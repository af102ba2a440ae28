import { existsSync } from 'node:fs'

/**
 * The folder of the program, which holds its package file: found from wherever this is read, among sources, compiled or packed
 * into one file with the rest.
 */
export const programFolder: URL = holding('package.json', new URL('.', import.meta.url))

function holding(file: string, folder: URL): URL {
  if (existsSync(new URL(file, folder))) return folder
  const above = new URL('..', folder)
  if (above.href === folder.href) throw new Error(`no folder above ${import.meta.url} holds ${file}`)
  return holding(file, above)
}

const isSource = import.meta.url.endsWith('.ts')

/** A file of the program's own code: among its sources where those run, else compiled. */
export const codeFile = (path: string): URL =>
  isSource ? new URL(`src/${path}`, programFolder) : new URL(`dist/${path.replace(/\.ts$/, '.js')}`, programFolder)
