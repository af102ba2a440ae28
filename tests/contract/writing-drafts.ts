import { z } from 'zod'
import type { Draft, DraftTie } from '../../src/writing/drafts/draft.js'

const nothing = {
  ...{ id: null, revision: null, values: {}, emptied: [], ties: [], endsOn: null, source: null, locator: null },
  ...{ asOf: null, reason: null },
}

/** An offer as somebody enters it. */
export const newOffer = (
  values: Draft['values'] = {},
  ties: readonly DraftTie[] = [offeredBy('actor:norrlandsfonden')],
): Draft => ({
  ...nothing,
  operation: 'CREATE',
  label: 'Initiative',
  values: { nameSv: 'Provlån', kind: 'LOAN', help: ['LOAN'], minAmount: 200_000, amountOf: 'SUPPORT', ...values },
  ties,
})

/** Something else that is said of an offer. */
export const changeOf = (id: string, said: Partial<Draft>): Draft => ({
  ...nothing,
  operation: 'UPDATE',
  label: 'Initiative',
  id,
  ...said,
})

/** That an actor offers it. */
export const offeredBy = (end: string, does: DraftTie['does'] = 'ADD', values: DraftTie['values'] = {}): DraftTie => ({
  ...{
    does,
    type: 'OFFERS',
    end,
    direction: 'IN',
    key: '',
    isKeyedBySource: false,
    values,
    argument: 'input.offeredBy[0]',
  },
})

/** A page that is named as a source. */
export const page = (title: string) => ({ title, publisher: 'Almi', url: null, year: 2026 })

export const undoOperation = `mutation UndoChange($input: UndoChangeInput!) {
  undoChange(input: $input) {
    change { id operation inverseOf { id } }
    entity { id }
  }
}`

export const undone = z.object({
  undoChange: z.object({
    change: z.object({ id: z.string(), operation: z.string(), inverseOf: z.object({ id: z.string() }) }),
    entity: z.object({ id: z.string() }).nullable(),
  }),
})

export const confirmOperation = `mutation Confirm($input: ConfirmInput!) {
  confirm(input: $input) {
    changes { id operation entity { id } }
  }
}`

export const confirmed = z.object({
  confirm: z.object({
    changes: z.array(
      z.object({ id: z.string(), operation: z.string(), entity: z.object({ id: z.string() }).nullable() }),
    ),
  }),
})

export const toConfirmOperation = `query ToConfirm($actor: ID!, $asOf: Date, $first: Int) {
  toConfirm(actor: $actor, asOf: $asOf, first: $first) {
    totalCount
    nodes { id lastConfirmed status }
  }
}`

export const toConfirm = z.object({
  toConfirm: z.object({
    totalCount: z.number(),
    nodes: z.array(z.object({ id: z.string(), lastConfirmed: z.string().nullable(), status: z.string() })),
  }),
})
