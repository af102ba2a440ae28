import { readdirSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** Rooms of the server, and what starts it; the explorer is a program of its own, and what is generated serves all floors. */
const rooms = readdirSync('src').filter((name) => name !== 'explorer' && name !== 'generated')

/** The floors as `docs/architecture.md` draws them, the highest first, each a line of a block of their own. */
function floors(): string[][] {
  const [, drawn = ''] =
    /## The floors[\s\S]*?```\n([\s\S]*?)```/.exec(readFileSync('docs/architecture.md', 'utf8')) ?? []
  return drawn
    .trimEnd()
    .split('\n')
    .map((line) => (line.split(/ {2,}/)[0] ?? '').split(' ').map((name) => name.replace(/\/$/, '')))
}

const roomOf = (path: string): string => path.split('/')[1] ?? ''

/** What the files of a room import of others, types too. */
function importsOf(room: string): { readonly from: string; readonly to: string }[] {
  const paths = room.endsWith('.ts')
    ? [`src/${room}`]
    : readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).map((path) => `src/${room}/${path}`)
  return paths
    .filter((path) => path.endsWith('.ts'))
    .flatMap((from) =>
      [...readFileSync(from, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)\.js'/g)].map(([, to = '']) => ({
        from,
        to: normalize(join(from, '..', `${to}.ts`)),
      })),
    )
    .filter(({ to }) => rooms.includes(roomOf(to)) && roomOf(to) !== room)
}

it('every room stands on one floor, and nothing lies beside the rooms but what starts the program', () => {
  expect(floors().flat().toSorted()).toEqual(rooms.toSorted())
  expect(rooms.filter((name) => name.endsWith('.ts')).toSorted()).toEqual(['cli.ts', 'main.ts', 'serve.ts'])
})

it('rooms know those below them alone', () => {
  const drawn = floors()
  const floorOf = (path: string) => drawn.findIndex((floor) => floor.includes(roomOf(path)))
  const imports = rooms.flatMap(importsOf)
  expect(imports.length).toBeGreaterThan(500)
  expect(imports.filter(({ from, to }) => floorOf(from) >= floorOf(to))).toEqual([])
})
