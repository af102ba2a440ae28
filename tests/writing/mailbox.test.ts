import { expect, it } from 'vitest'
import { BadUserInputError } from '../../src/kernel/input-errors.js'
import { readsLikeName, webAddressOf } from '../../src/writing/drafts/stated-contact.js'

it.each([
  ['anna.andersson@example.org', true],
  ['a.andersson@example.org', true],
  ['anna-karin.berg@example.org', true],
  ['Anna_Andersson2@example.org', true],
  ['anna.andersson+almi@example.org', true],
  ['info@example.org', false],
  ['info.lulea@example.org', false],
  ['naringsliv.norr@example.org', false],
  ['kund-service@example.org', false],
  ['kommun@lulea.example', false],
  ['2024.07@example.org', false],
])('%s reads like a name: %s', (mailbox, expected) => {
  expect(readsLikeName(mailbox)).toBe(expected)
})

it.each([
  ['https://example.org/', 'example.org'],
  ['http://example.org/a?b=c#d', 'example.org/a?b=c#d'],
  ['HTTPS://Example.org/a/', 'Example.org/a/'],
  ['example.org/a', 'example.org/a'],
])('%s is stored as %s', (written, stored) => {
  expect(webAddressOf('input.url', written)).toBe(stored)
})

it.each([
  'javascript:alert(1).x',
  'ftp://example.org',
  '//example.org',
  'https:example.org',
  'https:///example.org',
  'https://example.org\\@example.com',
  'https://example.org/"><b>',
  'https://user:secret@example.org',
  // A number of the tax agency for tests.
  'https://example.org/%38%31%31%32%31%38-9876',
])('%s is no address that is stored', (written) => {
  expect(() => webAddressOf('input.url', written)).toThrow(BadUserInputError)
})
