import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const path = join(import.meta.dirname, 'results.md')
const mark = (name: string): string => `<!-- ${name} -->`

/** Writes what was measured of one section into the file, in its order of sections; what it holds of others stays. */
export function writeSection(names: readonly string[], heading: string, name: string, measured: string): void {
  const texts = new Map([...sectionsOf(existsSync(path) ? readFileSync(path, 'utf8') : ''), [name, measured]])
  const sections = names.flatMap((each) => {
    const text = texts.get(each)
    return text === undefined ? [] : [`${mark(each)}\n\n${text}`]
  })
  writeFileSync(path, `${[heading, ...sections].join('\n\n')}\n`)
}

/** Each section of the file by its name. */
function sectionsOf(file: string): Map<string, string> {
  const [, ...parts] = file.split(/^<!-- ([a-z0-9-]+) -->$/m)
  const found = new Map<string, string>()
  for (let index = 0; index < parts.length; index += 2) found.set(parts[index] ?? '', (parts[index + 1] ?? '').trim())
  return found
}
