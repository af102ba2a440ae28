import { expect, it } from 'vitest'
import { failedNumbers, uncovered } from '../../src/supply/failed-bounds.js'
import { type Member, minimalGroups } from '../../src/supply/group-search.js'
import { Random } from '../differential/random.js'

const maxSteps = 20_000
const member = (id: string, employees: number, ...covers: number[]): Member => ({
  id,
  employees,
  covers: new Set(covers),
})

it('says how many employees there are at the most, and how many firms would be enough', () => {
  const members = [member('a', 10, 0), member('b', 20, 1), member('c', 15, 0), member('d', 30, 2)]
  const failed = failedNumbers(members, { things: 2, minEmployees: 60, maxMembers: 2, maxSteps })
  expect(failed).toEqual([
    {
      bound: 'EMPLOYEES',
      category: null,
      value: 35,
      textSv: 'För få anställda tillsammans: högst 35 i en grupp om 2 företag, 60 krävs.',
      textEn: 'Too few employees together: at most 35 in a group of 2 firms, 60 are asked for.',
    },
    {
      bound: 'MEMBERS',
      category: null,
      value: 3,
      textSv: 'Fler än 2 företag behövs: det räcker med 3.',
      textEn: 'More than 2 firms are needed: 3 are enough.',
    },
  ])
})

it('says that more firms are needed where so few cannot cover all', () => {
  const members = [member('a', 10, 0), member('b', 20, 1), member('c', 15, 2)]
  expect(failedNumbers(members, { things: 3, minEmployees: 1, maxMembers: 2, maxSteps })).toMatchObject([
    { bound: 'MEMBERS', value: 3 },
  ])
  expect(failedNumbers(members, { things: 3, minEmployees: 900, maxMembers: 2, maxSteps })).toMatchObject([
    { bound: 'MEMBERS', value: null },
  ])
})

it('tells a category that nobody covers from one that nobody covers so near', () => {
  const named = { id: 'category:a', nameSv: 'Svets', nameEn: 'Welding', sortName: 'svets' }
  const at = { category: 'category:a', named, firms: 3, nearestKm: 140.4 }
  expect(uncovered(at, 100)).toMatchObject({
    ...{ bound: 'DISTANCE', category: 'category:a', value: 140.4 },
    textSv: 'Inget litet eller medelstort företag inom 100 km kan leverera ”Svets”: det närmaste ligger 140 km bort.',
    textEn: 'No small or medium-sized firm within 100 km could supply “Welding”: the nearest lies 140 km away.',
  })
  expect(uncovered({ ...at, nearestKm: null }, 100).textEn).toContain('no distance is known')
  expect(uncovered({ ...at, firms: 0, nearestKm: null }, 100)).toMatchObject({ bound: 'CATEGORY', value: null })
})

it('is what trying every group finds', () => {
  for (let seed = 0; seed < 400; seed += 1) {
    const random = new Random(seed)
    const members = random.list(random.whole(1, 7), (number) =>
      member(`firm:${number}`, random.whole(0, 12), ...random.some([0, 1, 2], random.whole(1, 2))),
    )
    const things = random.whole(1, 3)
    const wanted = { things, minEmployees: random.whole(1, 50), maxMembers: random.whole(1, 4), maxSteps }
    if (minimalGroups(members, wanted).groups.length > 0) continue
    const totals = new Map<number, number>()
    for (let chosen = 1; chosen < 2 ** members.length; chosen += 1) {
      const group = members.filter((_, index) => Math.floor(chosen / 2 ** index) % 2 === 1)
      const covered = new Set(group.flatMap(({ covers }) => [...covers].filter((thing) => thing < things)))
      if (covered.size < things) continue
      const employees = group.reduce((sum, each) => sum + each.employees, 0)
      totals.set(group.length, Math.max(totals.get(group.length) ?? -1, employees))
    }
    const upTo = (members: number) =>
      Math.max(-1, ...[...totals].flatMap(([size, most]) => (size <= members ? most : [])))
    const most = upTo(wanted.maxMembers)
    const enough = [2, 3, 4, 5, 6].find((size) => size > wanted.maxMembers && upTo(size) >= wanted.minEmployees) ?? null
    const failed = failedNumbers(members, wanted)
    expect({ seed, employees: failed.find(({ bound }) => bound === 'EMPLOYEES')?.value ?? null }).toEqual({
      ...{ seed, employees: most < 0 ? null : most },
    })
    expect({ seed, enough: failed.find(({ bound }) => bound === 'MEMBERS')?.value ?? null }).toEqual({ seed, enough })
  }
})
