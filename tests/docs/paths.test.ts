import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const pages = ['README.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))]
const folders = ['src', 'tests', 'bench', 'schema', 'seed', 'examples']
const files = new Set(
  folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' })).map((path) => basename(path)),
)

/** Words of a page that name a file or folder of the program; those with a blank to fill in name none. */
function pathsIn(page: string): string[] {
  const words = readFileSync(page, 'utf8').match(/[\w./<>*…@-]+/g) ?? []
  const plain = words.map((word) => word.replace(/[.…]+$/, '')).filter((word) => !/[<>*…]/.test(word))
  return [...new Set(plain)].filter(
    (word) => folders.some((folder) => word.startsWith(`${folder}/`)) || /\w\.tsx?$/.test(word),
  )
}

const isThere = (path: string): boolean =>
  existsSync(path) || (path.includes('/') ? existsSync(join('src', path)) : files.has(path))

describe.each(pages)('%s', (page) => {
  it('names no file or folder that there is not', () => {
    expect(pathsIn(page).filter((path) => !isThere(path))).toEqual([])
  })
})
