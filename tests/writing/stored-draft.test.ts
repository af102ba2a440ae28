import { expect, it } from 'vitest'
import { nodeLabels, relationshipTypes } from '../../src/graph/vocabulary.js'
import type { Draft } from '../../src/writing/drafts/draft.js'
import { draftIn, storedDraft } from '../../src/writing/drafts/stored-draft.js'
import { draftOf, tieOf } from './drafts.js'

const source = { title: 'Own page', publisher: null, url: 'https://example.org/a', year: 2026 }

/** A draft of each operation, of each kind, with each relationship both ways. */
const drafts: readonly Draft[] = [
  ...(['CREATE', 'UPDATE', 'END'] as const).flatMap((operation) =>
    nodeLabels.map((label) => draftOf({ operation, label, id: operation === 'CREATE' ? null : 'kind:some' })),
  ),
  ...relationshipTypes.map((type) =>
    draftOf({
      ...{ operation: 'UPDATE', label: 'Initiative', id: 'initiative:some', revision: 3 },
      ties: (['OUT', 'IN'] as const).flatMap((direction) => [
        tieOf({ does: 'ADD', type, end: 'kind:other', direction, values: { validFrom: '2026-01-01', share: 0.5 } }),
        tieOf({ does: 'END', type, end: 'kind:other', direction, key: 'a b', isKeyedBySource: true }),
      ]),
    }),
  ),
  draftOf({
    ...{ operation: 'UPDATE', label: 'Initiative', id: 'initiative:some', asOf: '2026-06-30', reason: 'Why\n"so"' },
    values: { nameSv: 'Åäö', minAmount: 0, maxShare: 0.5, open: false, help: ['LOAN'], years: [2026, 2027], none: [] },
    ...{ emptied: ['terms'], source, locator: 'page 3' },
  }),
  draftOf({
    operation: 'END',
    label: 'Firm',
    id: 'firm:5599000014',
    endsOn: '2026-11-01',
    source: { ...source, url: null },
  }),
  draftOf({
    ...{ operation: 'UPDATE', label: 'Establishment', id: 'establishment:some' },
    parts: [
      draftOf({ operation: 'CREATE', label: 'Phase', values: { kind: 'OPERATION' } }),
      draftOf({ operation: 'UPDATE', label: 'Phase', id: 'phase:some', emptied: ['to'], parts: [] }),
    ],
  }),
]

it('every draft is after it was kept what it was before', () => {
  for (const draft of drafts) expect(draftIn(storedDraft(draft))).toEqual(draft)
})

it.each<readonly [string, (draft: Record<string, unknown>) => unknown]>([
  ['lacks a word', ({ ties: _, ...rest }) => rest],
  ['holds a word too many', (draft) => ({ ...draft, propose: true })],
  ['is of no operation', (draft) => ({ ...draft, operation: 'MERGE' })],
  ['is of no kind', (draft) => ({ ...draft, label: 'Nothing' })],
  ['has a value that no property can have', (draft) => ({ ...draft, values: { terms: { minAmount: 1 } } })],
  [
    'has a relationship of no type',
    (draft) => ({
      ...draft,
      ties: [{ ...tieOf({ does: 'ADD', type: 'OFFERS', end: 'a', direction: 'IN' }), type: 'KNOWS' }],
    }),
  ],
  ['has a part that is none', (draft) => ({ ...draft, parts: [{}] })],
])('what %s is no draft', (_, spoilt) => {
  const text = storedDraft(draftOf({ operation: 'UPDATE', label: 'Initiative', id: 'initiative:some' }))
  expect(draftIn(text)).toMatchObject({ operation: 'UPDATE' })
  expect(() => draftIn(JSON.stringify(spoilt(JSON.parse(text))))).toThrow()
})

it('what is no JSON is no draft', () => {
  expect(() => draftIn('{')).toThrow()
})
