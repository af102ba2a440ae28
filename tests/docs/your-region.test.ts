import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkRegion } from '../../src/commands/check-seed.js'

/** A block of the page: a file to write, or what the check says of all that was written above it. */
interface Block {
  readonly file: string | null
  readonly text: string
}

const page = await readFile(join(import.meta.dirname, '../../docs/your-region.md'), 'utf8')
const blocks = [...page.matchAll(/^```(?<kind>\w+) (?<name>\S+)\n(?<text>[\s\S]*?)^```$/gm)].map(
  ({ groups }): Block => {
    const { kind, name = '', text = '' } = groups ?? {}
    return { file: kind === 'text' && name === 'check' ? null : name, text }
  },
)

describe('the page on one’s own region', () => {
  let root = ''
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'norrgraph-page-'))
    await mkdir(join(root, 'my-region'))
  })
  afterAll(() => rm(root, { recursive: true }))

  it('shows a folder that grows and is checked at every step', () => {
    expect(blocks.filter(({ file }) => file === null).length).toBeGreaterThan(6)
  })

  for (const [place, { file, text }] of blocks.entries()) {
    if (file !== null) {
      it(`writes ${file} (block ${place + 1})`, async () => {
        await mkdir(dirname(join(root, file)), { recursive: true })
        await writeFile(join(root, file), text)
      })
    } else {
      it(`says what the check says (block ${place + 1})`, async () => {
        const { complaints, held } = await checkRegion(join(root, 'my-region'))
        expect([...complaints, ...(held ?? [])].join('\n')).toBe(text.trimEnd())
      })
    }
  }

  it('ends with a sound folder', async () => {
    expect((await checkRegion(join(root, 'my-region'))).held).not.toBeNull()
  })
})
