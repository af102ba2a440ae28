import { expect, it } from 'vitest'
import { idsOf, type Member, minimalGroups } from '../../src/supply/group-search.js'

const member = (id: string, employees: number, ...covers: number[]): Member => ({
  ...{ id, employees, covers: new Set(covers) },
})
const wanted = { things: 2, minEmployees: 10, maxMembers: 3, maxSteps: 1_000 }

it('finds the groups in which nobody can be left out', () => {
  const members = [member('a', 4, 0), member('b', 5, 1), member('c', 20, 0, 1), member('d', 1, 0)]
  const { groups, complete } = minimalGroups(members, wanted)
  expect(groups.map(idsOf)).toEqual([['c'], ['a', 'b', 'd']])
  expect(complete).toBe(true)
})

it('takes members that cover nothing more where employees are lacking', () => {
  const members = [member('a', 4, 0, 1), member('b', 6), member('c', 5)]
  expect(minimalGroups(members, wanted).groups.map(idsOf)).toEqual([['a', 'b']])
})

it('says that it gave up, and has looked at small groups first', () => {
  const members = Array.from({ length: 40 }, (_, index) => member(`m${index}`, 1, 0, 1))
  const large = member('z', 12, 0, 1)
  const { groups, complete } = minimalGroups([...members, large], { ...wanted, maxMembers: 6, maxSteps: 500 })
  expect(complete).toBe(false)
  expect(groups.map(idsOf)).toContainEqual(['z'])
})
