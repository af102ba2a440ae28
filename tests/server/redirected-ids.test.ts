import { buildSchema, type DocumentNode, getOperationAST, parse, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Redirects } from '../../src/graph/redirects.js'
import { type AskedOperation, RedirectedIds } from '../../src/server/redirected-ids.js'

const schema = buildSchema(`
  directive @near(of: ID!, all: [ID!]) on FIELD | FRAGMENT_SPREAD
  input Shock { sector: ID!, text: String, parts: [Shock!], by: [[ID!]!] }
  input Filter { name: String, within: Filter, places: [ID!] }
  type Query { one(id: ID, name: String): Query  many(ids: [ID!], texts: [String!], shock: Shock, filter: Filter): Query  a: Int }
`)
const redirects: Redirects = new Map([
  ['firm:old', 'firm:new'],
  ['firm:older', 'firm:new'],
  ['actor:å', 'actor:b'],
])

function asked(text: string, variables: Readonly<Record<string, unknown>> = {}, name?: string): AskedOperation {
  const document = frozen(parse(text))
  const operation = getOperationAST(document, name)
  if (!operation) throw new Error('no operation')
  return { document, operation, variables: frozen(variables) }
}

/** Nothing may be changed in place. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) frozen(each)
  }
  return value
}

const written = (document: DocumentNode): string => print(document).replace(/\s+/g, ' ').trim()
const now = (given: AskedOperation) => new RedirectedIds(schema).of(given, async () => redirects)

describe('what is written in a document', () => {
  it.each([
    ['an argument', '{ one(id: "firm:old") { a } }', '{ one(id: "firm:new") { a } }'],
    ['a block of text', '{ one(id: """firm:old""") { a } }', '{ one(id: """firm:new""") { a } }'],
    [
      'a list',
      '{ many(ids: ["x", "firm:old", "firm:older"]) { a } }',
      '{ many(ids: ["x", "firm:new", "firm:new"]) { a } }',
    ],
    ['one in the place of a list', '{ many(ids: "firm:old") { a } }', '{ many(ids: "firm:new") { a } }'],
    [
      'an input object and those within it',
      '{ many(shock: { sector: "firm:old", text: "firm:old", parts: [{ sector: "firm:older", by: [["firm:old"]] }] }) { a } }',
      '{ many(shock: { sector: "firm:new", text: "firm:old", parts: [{ sector: "firm:new", by: [["firm:new"]] }] }) { a } }',
    ],
    [
      'a default of a variable',
      'query Q($id: ID = "firm:old", $name: String = "firm:old", $filter: Filter = { places: "firm:old", name: "firm:old" }) { one(id: $id, name: $name) { many(filter: $filter) { a } } }',
      'query Q($id: ID = "firm:new", $name: String = "firm:old", $filter: Filter = { places: "firm:new", name: "firm:old" }) { one(id: $id, name: $name) { many(filter: $filter) { a } } }',
    ],
    [
      'a directive and a fragment',
      '{ ...F @near(of: "firm:old", all: ["firm:old"]) } fragment F on Query { one(id: "firm:old") { a @near(of: "firm:older") } }',
      '{ ...F @near(of: "firm:new", all: ["firm:new"]) } fragment F on Query { one(id: "firm:new") { a @near(of: "firm:new") } }',
    ],
    ['a letter in two signs, among blanks', '{ one(id: " actor:a\u030a ") { a } }', '{ one(id: "actor:b") { a } }'],
  ])('%s', async (_, text, expected) => {
    const given = asked(text)
    const before = print(given.document)
    expect(written((await now(given)).document)).toBe(written(parse(expected)))
    expect(print(given.document)).toBe(before)
  })

  it('is the operation that was asked for', async () => {
    const text = 'query A { one(id: "firm:old") { a } } query B { a one(id: "x") { a } }'
    expect((await now(asked(text, {}, 'B'))).operation.name?.value).toBe('B')
    expect(written((await now(asked(text, {}, 'A'))).document)).toContain('firm:new')
  })

  it('is rewritten once for one state of the graph, and anew for another', async () => {
    const ids = new RedirectedIds(schema)
    const given = asked('{ one(id: "firm:old") { a } }')
    const first = await ids.of(given, async () => redirects)
    expect((await ids.of(given, async () => redirects)).document).toBe(first.document)
    const other = new Map([['firm:old', 'firm:other']])
    expect(written((await ids.of(given, async () => other)).document)).toBe('{ one(id: "firm:other") { a } }')
    expect(await ids.of(given, async () => new Map())).toBe(given)
  })
})

describe('what variables hold', () => {
  const text =
    'query ($id: ID, $ids: [ID!], $shock: Shock, $filter: Filter, $name: String, $texts: [String!]) { one(id: $id, name: $name) { many(ids: $ids, texts: $texts, shock: $shock, filter: $filter) { a } } }'

  it.each([
    [{ id: 'firm:old' }, { id: 'firm:new' }],
    [{ ids: ['firm:old', 'x'] }, { ids: ['firm:new', 'x'] }],
    [{ ids: 'firm:older' }, { ids: 'firm:new' }],
    [
      { shock: { sector: 'firm:old', text: 'firm:old', parts: [{ sector: 'x', by: [['firm:old'], ['y']] }] } },
      { shock: { sector: 'firm:new', text: 'firm:old', parts: [{ sector: 'x', by: [['firm:new'], ['y']] }] } },
    ],
    [
      { filter: { within: { within: { places: ['firm:old'], name: 'firm:old' } } }, id: 'x' },
      { filter: { within: { within: { places: ['firm:new'], name: 'firm:old' } } }, id: 'x' },
    ],
    [{ id: ' firm:old' }, { id: 'firm:new' }],
  ])('%j', async (variables, expected) => {
    const given = asked(text, variables)
    const rewritten = await now(given)
    expect(rewritten.variables).toEqual(expected)
    expect(rewritten.document).toBe(given.document)
  })

  it.each([
    [{}],
    [{ id: 'firm:oldest' }],
    [{ id: null, ids: null, shock: null, filter: {} }],
    [{ name: 'firm:old', texts: ['firm:old'] }],
    [{ filter: { name: 'firm:old' }, shock: { sector: 'x', text: 'firm:old' } }],
    // What cannot be meant is refused when it is run.
    [{ id: 5, ids: [null, 7, ['firm:old']], shock: ['firm:old'], filter: 'firm:old' }],
    [{ unknown: 'firm:old' }],
  ])('%j stays the very same', async (variables) => {
    const given = asked(text, variables)
    expect(await now(given)).toBe(given)
  })
})

it('asks what was merged away only where something is named', async () => {
  let reads = 0
  const ids = new RedirectedIds(schema)
  const read = async () => {
    reads += 1
    return redirects
  }
  await ids.of(asked('{ a one(name: "firm:old") { a } }'), read)
  await ids.of(asked('query ($id: ID, $name: String) { one(id: $id, name: $name) { a } }', { name: 'firm:old' }), read)
  expect(reads).toBe(0)
  await ids.of(asked('query ($id: ID) { one(id: $id) { a } }', { id: 'x' }), read)
  expect(reads).toBe(1)
})
