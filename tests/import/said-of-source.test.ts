import { describe, expect, it } from 'vitest'
import { enteringSaid, fileName } from '../../src/import/firms/said-of-source.js'

const nothing = { title: null, publisher: null, edition: null }

describe('what is said of a file', () => {
  it('is taken in the form in which texts enter', () => {
    const said = { title: ' Lulea\u030A\u00AD  listan ', publisher: 'Norr\tAB', edition: '' }
    expect(enteringSaid('lista.csv', said)).toEqual({ title: 'Luleå listan', publisher: 'Norr AB', edition: null })
  })

  it.each([
    ['title', '811218–9876'],
    ['publisher', 'Kalle 19811218 9876'],
    ['edition', '8112189876'],
    ['title', 'Norr\u0007'],
  ])('is refused where its %s may not enter', (name, text) => {
    expect(() => enteringSaid('lista.csv', { ...nothing, [name]: text })).toThrow(`its ${name} holds`)
  })

  it.each(['title', 'publisher', 'edition'])('is refused where its %s is too long', (name) => {
    expect(() => enteringSaid('lista.csv', { ...nothing, [name]: 'a'.repeat(501) })).toThrow(/at most 500 characters/)
    expect(enteringSaid('lista.csv', { ...nothing, [name]: 'a'.repeat(500) })).toMatchObject({
      [name]: 'a'.repeat(500),
    })
  })

  it('has a file by its name without folders and without numbers of persons', () => {
    expect(fileName('/mapp/lista 811218-9876.csv')).toBe('lista •••.csv')
    expect(fileName('/811218-9876/Lulea\u030A.csv')).toBe('Luleå.csv')
  })
})
