import { expect, it } from 'vitest'
import { sizeClassOf } from '../../src/classification/size-class.js'
import { edition } from '../edition.js'

it.each([
  [null, null, 'UNKNOWN'],
  [0, null, 'SMALL'],
  [49, 105, 'SMALL'],
  [50, null, 'MEDIUM'],
  [10, 106, 'MEDIUM'],
  [249, 525, 'MEDIUM'],
  [250, null, 'LARGE'],
  [10, 526, 'LARGE'],
  [null, 105, 'SMALL'],
  [null, 600, 'LARGE'],
])('%s employees and a turnover of %s million kronor make a firm %s', (employees, turnover, sizeClass) => {
  expect(sizeClassOf(edition.sizeRule, employees, turnover)).toBe(sizeClass)
})
