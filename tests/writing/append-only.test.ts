import { expect, it } from 'vitest'
import { declaredQueries } from '../graph/declared-queries.js'

/** What a file's change counts is known once all of it is stored. */
const completing = ['complete the counts of a file']

/** What should never have been written is blanked. */
const redacting = [
  'blank what changes did to entities',
  'blank what changes did to former entities',
  'blank what is said of changes',
  'blank kept pieces',
]

/** A whole graph's file brings its changes into a graph that holds nothing. */
const bringing = [
  'tie changes to entities',
  'tie changes to former entities',
  'write changes',
  'write parts of changes',
]

/** A statement that sets or removes what stands on a change, on what it did, or on a part of that, or deletes one. */
const alters =
  /\bSET\s+(?:change|changed|part)\b|\bREMOVE\s+(?:change|changed|part)\b|\bDELETE\s+(?:change|changed|part)\b/

const ofRegister = /:(?:Change|ChangePart|CHANGED)\b/

it('no statement alters or deletes a change, but those that complete a file’s counts and that redact', async () => {
  const altering = (await declaredQueries())
    .filter(({ cypher }) => ofRegister.test(cypher) && alters.test(cypher))
    .map(({ name }) => name)
  expect(altering.toSorted()).toEqual([...completing, ...redacting, ...bringing].toSorted())
}, 60_000)
