import { expect, it } from 'vitest'
import { cameFrom, linkTo, ownPages, signInLink } from '../../src/explorer/address.js'

const origin = 'http://localhost:4000'

it.each([
  ['/coverage?place=municipality:2506&need=need:finance', '/coverage?place=municipality:2506&need=need:finance'],
  ['/export/firms.csv', '/export/firms.csv'],
  ['/account#tokens', '/account#tokens'],
])('who signs in goes back to %s', (to, there) => {
  expect(cameFrom(to, origin)).toBe(there)
})

it.each([
  null,
  '',
  'coverage',
  'https://example.org/',
  '//example.org/',
  '/\\example.org',
  '/.//example.org',
  '/..//example.org',
  '/\t/example.org',
  '//',
  'javascript:alert(1)',
  '/sign-in?to=/sign-in',
  '/sign-in/provider',
])('who signs in goes nowhere else: %j', (to) => {
  expect(cameFrom(to, origin)).toBe('/')
})

it('an address leads to signing in, and names itself', () => {
  const link = signInLink('/coverage', { place: 'municipality:2506', lang: 'sv' })
  const { searchParams, pathname } = new URL(link, origin)
  expect(pathname).toBe('/sign-in')
  expect(cameFrom(searchParams.get('to'), origin)).toBe(linkTo('/coverage', { place: 'municipality:2506', lang: 'sv' }))
})

it.each([
  ['/sign-in', true],
  ['/accounts?after=x', true],
  ['/import', true],
  ['/sign-in/provider', false],
  ['/imports/job:1', false],
  ['/export/firms.csv', false],
])('%s is a page of the explorer: %s', (address, isOwn) => {
  expect(ownPages.test(address)).toBe(isOwn)
})
