import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { JobFolder } from '../../src/jobs/job-folder.js'
import { DiskFullError } from '../../src/kernel/disk-full.js'

let within: string
beforeEach(() => {
  within = mkdtempSync(join(tmpdir(), 'norrgraph-test-'))
})
afterEach(() => rmSync(within, { recursive: true, force: true }))

const filesIn = () =>
  readdirSync(within, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(within, path)).isFile())

it.each([
  ['members.csv', 'members.csv'],
  ['../../etc/members.csv', 'members.csv'],
  ['C:\\lists\\members.csv', 'members.csv'],
  ['..', 'file'],
  ['', 'file'],
  ['a\u0000b\n.csv', 'a b .csv'],
  [`${'å'.repeat(300)}.xlsx`, `${'å'.repeat(55)}.xlsx`],
])('keeps a file that is called %j as %j, for this user alone', async (name, kept) => {
  const path = await new JobFolder(within).keep('job:1', name, Readable.from(['text']))
  expect(basename(path)).toBe(kept)
  expect(filesIn()).toHaveLength(1)
  expect([statSync(path).mode & 0o777, statSync(dirname(path)).mode & 0o777]).toEqual([0o600, 0o700])
})

it.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('says that there is no room, and leaves nothing, at %s', async (code) => {
  const content = Readable.from(
    (async function* full() {
      yield 'text'
      throw Object.assign(new Error('no room'), { code })
    })(),
  )
  await expect(new JobFolder(within).keep('job:1', 'members.csv', content)).rejects.toThrow(DiskFullError)
  expect(filesIn()).toEqual([])
})

it('takes away what a process left that is gone, and nothing else', async () => {
  const [gone, own, other] = ['norrgraph-imports-999999999-a', `norrgraph-imports-${process.pid}-b`, 'another'].map(
    (name) => join(within, name),
  )
  for (const path of [gone, own, other]) mkdirSync(String(path))
  await new JobFolder(within).sweep()
  expect([gone, own, other].map((path) => existsSync(String(path)))).toEqual([false, true, true])
})

it('takes away what a process left that had the number of this one, as in a container', async () => {
  const left = join(within, `norrgraph-imports-${process.pid}-c`)
  mkdirSync(left)
  const yesterday = new Date(Date.now() - 86_400_000)
  utimesSync(left, yesterday, yesterday)
  await new JobFolder(within).sweep()
  expect(existsSync(left)).toBe(false)
})

it('ends with all that it holds', async () => {
  const folder = new JobFolder(within)
  await folder.keep('job:1', 'members.csv', Readable.from(['text']))
  await folder.end()
  expect(readdirSync(within)).toEqual([])
})
