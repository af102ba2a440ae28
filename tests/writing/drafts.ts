import type { Draft, DraftTie } from '../../src/writing/drafts/draft.js'

/** A draft that changes nothing, with what a test says otherwise. */
export const draftOf = (said: Partial<Draft> & Pick<Draft, 'operation' | 'label'>): Draft => ({
  ...{ id: null, revision: null, values: {}, emptied: [], ties: [], endsOn: null },
  ...{ source: null, locator: null, asOf: null, reason: null },
  ...said,
})

/** A relationship that a draft adds or ends. */
export const tieOf = (said: Partial<DraftTie> & Pick<DraftTie, 'does' | 'type' | 'end' | 'direction'>): DraftTie => ({
  ...{ key: '', isKeyedBySource: false, values: {}, argument: 'input.ties' },
  ...said,
})
