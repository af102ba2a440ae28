import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { z } from 'zod'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

/** A word of the code: an identifier, or a text in quotation marks, of a template or between the tags of a page. */
export interface CodeWord {
  /** Path below `src/`. */
  readonly file: string
  readonly kind: 'IDENTIFIER' | 'TEXT'
  readonly word: string
}

const node = z.looseObject({ type: z.string() })
const identifier = z.object({ type: z.enum(['Identifier', 'JSXIdentifier', 'PrivateIdentifier']), name: z.string() })
const literal = z.object({ type: z.enum(['Literal', 'JSXText']), value: z.string() })
const template = z.object({ type: z.literal('TemplateElement'), value: z.object({ raw: z.string() }) })

/** Every word of the code of `src/` but comments and what is generated. */
export function codeWords(): CodeWord[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.split('/').includes('generated'))
    .toSorted()
    .flatMap((name) => {
      const path = join(source, name)
      const { program, errors } = parseSync(path, readFileSync(path, 'utf8'))
      if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`)
      return [...wordsIn(program)].map((each) => ({ file: relative(source, path), ...each }))
    })
}

function* wordsIn(value: unknown): Generator<Omit<CodeWord, 'file'>> {
  if (Array.isArray(value)) {
    for (const each of value) yield* wordsIn(each)
    return
  }
  if (!node.safeParse(value).success) return
  const named = identifier.safeParse(value)
  if (named.success) yield { kind: 'IDENTIFIER', word: named.data.name }
  const text = literal.safeParse(value)
  if (text.success) yield { kind: 'TEXT', word: text.data.value }
  const part = template.safeParse(value)
  if (part.success) yield { kind: 'TEXT', word: part.data.value.raw }
  for (const child of Object.values(value ?? {})) yield* wordsIn(child)
}
