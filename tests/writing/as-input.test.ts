import { readFileSync } from 'node:fs'
import { buildSchema, isInputObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { actorFields } from '../../src/writing/drafts/actor-draft.js'
import { claimFields } from '../../src/writing/drafts/claim-draft.js'
import { establishmentFields } from '../../src/writing/drafts/establishment-draft.js'
import { firmFields } from '../../src/writing/drafts/firm-draft.js'
import { initiativeFields } from '../../src/writing/drafts/initiative-draft.js'
import { asInput } from '../../src/writing/editing/as-input.js'

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'))

/** What every update says beside what it is about. */
const beside = ['id', 'revision', 'source', 'locator', 'asOf', 'reason', 'propose', 'confirmMailbox']

/** Values that a form tells in other words than they are stored in. */
const toldOtherwise = {
  ...{ address: 'example.org', from: '2026-01-01', fromText: 'in spring', to: '2026-02-01', toText: 'in autumn' },
  ...{ otherNames: ['Another'], expectedYears: [2026], expectedJobs: [1], nameSv: 'Name', minAmount: 1 },
}

it.each([
  ['SupportActor', actorFields],
  ['Initiative', initiativeFields],
  ['Firm', firmFields],
  ['Establishment', establishmentFields],
  ['Claim', claimFields],
] as const)('a form of a %s begins with every field that its update has', (label, { plain, lists }) => {
  const input = schema.getType(`Update${label}Input`)
  const fields = isInputObjectType(input) ? Object.keys(input.getFields()) : []
  const ties = Object.values(lists).map(({ type, direction }) => ({ type, direction, end: 'some:end', properties: {} }))
  const seat = { type: 'LOCATED_IN', direction: 'OUT', end: 'municipality:2582', properties: {} } as const
  const values = asInput({
    label,
    properties: { ...Object.fromEntries(plain.map((name) => [name, 'said'])), ...toldOtherwise },
    ties: [...ties, seat],
    phases: [{ id: 'phase:one', nameSv: 'One' }],
  })
  expect(Object.keys(values)).toEqual(expect.arrayContaining(fields.filter((name) => !beside.includes(name))))
})
