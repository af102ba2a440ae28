import { expect, it } from 'vitest'
import { BLANK, blanked, blankedText } from '../../src/writing/redacting/blanked.js'

const texts = new Map([
  ['Hemliga Namnet', BLANK],
  ['AB', BLANK],
  ['norr', BLANK],
])

it('blanks a text alone and within others, short ones alone only', () => {
  expect(blankedText('Hemliga Namnet', texts)).toBe(BLANK)
  expect(blankedText('of Hemliga Namnet and others', texts)).toBe(`of ${BLANK} and others`)
  expect(blankedText('AB', texts)).toBe(BLANK)
  expect(blankedText('Norrbolag AB', texts)).toBe('Norrbolag AB')
})

it('leaves ids and what names things, and goes into JSON within texts', () => {
  expect(blankedText('firm:norr', texts)).toBe('firm:norr')
  expect(blanked({ key: 'norr', values: { nameSv: 'norr' } }, texts)).toEqual({
    key: 'norr',
    values: { nameSv: BLANK },
  })
  expect(blanked([{ name: 'norr', before: 'norr', after: null }], texts)).toEqual([
    { name: 'norr', before: BLANK, after: null },
  ])
  expect(blankedText(JSON.stringify({ values: { name: 'norr' } }), texts)).toBe(`{"values":{"name":"${BLANK}"}}`)
  expect(blankedText(BLANK, texts)).toBe(BLANK)
})
