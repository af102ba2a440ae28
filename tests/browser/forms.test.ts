import { readdirSync, readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { formTypes as read } from '../../codegen-forms.js'
import { formTypes } from '../../src/explorer/generated/forms.js'
import { fieldValues } from '../../src/explorer/language/field-values.js'
import { fieldNames } from '../../src/explorer/language/fields.js'
import { formFaults } from '../../src/explorer/language/form-faults.js'
import { formFields } from '../../src/explorer/language/form-fields.js'
import { faultOf, fieldOf } from '../../src/explorer/parts/fault-words.js'
import { inputOf, writtenKinds } from '../../src/explorer/views/editing/kinds.js'
import { settle, withTheirs } from '../../src/explorer/views/editing/settle.js'
import { fieldsOf } from '../../src/explorer/views/editing/shape.js'
import {
  createInput,
  isAmbiguous,
  lacksIn,
  numberIn,
  typedFields,
  updateInput,
} from '../../src/explorer/views/editing/values.js'

const schema = (text: string) => buildSchema(text)

describe('a form of an input', () => {
  const types = read(
    schema(`
      type Query { none: Int }
      enum Colour { RED BLUE }
      "How it is met."
      input MeetsInput { need: ID! strength: Colour! note: String }
      input MeetsUpdate { add: [MeetsInput!] end: [ID!] }
      input BuysInput { category: ID! phase: Colour }
      input BuysUpdate { add: [BuysInput!] end: [BuysInput!] }
      input PartInput { name: String }
      input PartChange { id: ID! name: String }
      input PartsUpdate { add: [PartInput!] change: [PartChange!] end: [ID!] }
      input IdsUpdate { add: [ID!] end: [ID!] }
      input TermsInput { least: Int most: Float }
      input ThingInput {
        id: ID!
        revision: Int!
        "What it is called."
        name: String!
        colour: Colour
        isNew: Boolean
        on: Date
        tags: [String!]
        terms: TermsInput
        meets: MeetsUpdate
        buys: BuysUpdate
        parts: PartsUpdate
        covers: IdsUpdate
        reason: String
      }
      scalar Date
    `),
    ['ThingInput'],
  )
  const fields = fieldsOf(types, 'ThingInput')
  const shown = {
    name: 'Ett',
    colour: 'RED',
    tags: ['a', 'b'],
    terms: { least: 10, most: 0.5 },
    meets: [
      { need: 'need:one', strength: 'RED' },
      { need: 'need:two', strength: 'BLUE', note: 'x' },
    ],
    buys: [{ category: 'category:one', phase: 'RED' }],
    parts: [
      { id: 'part:1', name: 'Första' },
      { id: 'part:2', name: 'Andra' },
    ],
    covers: ['place:one', 'place:two'],
  }
  const typed = typedFields(fields, shown, ',')

  it('has a field for each that the schema has, but those that are asked for elsewhere', () => {
    expect(fields.map(({ name, shape }) => `${name} ${shape.kind}`)).toEqual([
      ...['name TEXT', 'colour CHOICE', 'isNew YES', 'on DAY', 'tags LIST', 'terms GROUP'],
      ...['meets LIST', 'buys LIST', 'parts LIST', 'covers LIST'],
    ])
    expect(fields[0]).toMatchObject({ isRequired: true, description: 'What it is called.' })
  })

  it('refuses an input that the schema has not', () => {
    expect(() => read(schema('type Query { none: Int }'), ['NoInput'])).toThrow('NoInput')
    expect(() => fieldsOf(types, 'NoInput')).toThrow('NoInput')
  })

  it('says nothing of what was not changed', () => {
    expect(updateInput(fields, typed, typed)).toEqual({})
    expect(updateInput(fields, typed, { ...typed, covers: ['place:two', 'place:one'] })).toEqual({})
  })

  it('says what was changed, null for what was emptied, and of terms only what differs', () => {
    const after = { ...typed, name: ' Två ', colour: '', isNew: true, tags: [], terms: { least: '', most: '0,75' } }
    expect(updateInput(fields, typed, after)).toEqual({
      ...{ name: 'Två', colour: null, isNew: true, tags: null },
      terms: { least: null, most: 0.75 },
    })
  })

  it('says of relationships what is added or said anew, and what ends, each by what tells it from others', () => {
    const after = {
      ...typed,
      meets: [
        { need: 'need:two', strength: 'RED', note: 'x' },
        { need: 'need:three', strength: 'BLUE' },
      ],
      buys: [{ category: 'category:one', phase: 'BLUE' }],
      covers: ['place:two', 'place:three'],
    }
    expect(updateInput(fields, typed, after)).toEqual({
      meets: {
        add: [
          { need: 'need:two', strength: 'RED', note: 'x' },
          { need: 'need:three', strength: 'BLUE' },
        ],
        end: ['need:one'],
      },
      buys: {
        add: [{ category: 'category:one', phase: 'BLUE' }],
        end: [{ category: 'category:one', phase: 'RED' }],
      },
      covers: { add: ['place:three'], end: ['place:one'] },
    })
  })

  it('says of parts what is new, what is said anew, and what is broken off', () => {
    const after = { ...typed, parts: [{ id: 'part:2', name: 'Annan' }, { name: 'Tredje' }] }
    expect(updateInput(fields, typed, after)).toEqual({
      parts: { add: [{ name: 'Tredje' }], change: [{ id: 'part:2', name: 'Annan' }], end: ['part:1'] },
    })
  })

  it('says of something new what there is, and nothing else', () => {
    expect(createInput(fields, { name: 'Nytt', colour: '', tags: [''], isNew: false, terms: {} })).toEqual({
      name: 'Nytt',
    })
  })

  it('tells what is missing and what is no number, also within items', () => {
    expect(lacksIn(fields, { terms: { least: 'tio' }, meets: [{ need: 'need:one' }] }, ',')).toEqual([
      { path: 'name', why: 'MISSING' },
      { path: 'terms.least', why: 'NO_NUMBER' },
      { path: 'meets.0.strength', why: 'MISSING' },
    ])
  })

  it('settles what two changed: what only one did holds, and what both did is chosen', () => {
    const theirs = { ...typed, colour: 'BLUE', name: 'Deras' }
    const yours = { ...typed, name: 'Mitt', tags: ['c'] }
    const settling = settle(fields, { before: typed, theirs, yours })
    expect(settling.clashes.map(({ path }) => path)).toEqual([['name']])
    expect(settling.others.map(({ path }) => path)).toEqual([['colour']])
    expect(withTheirs(settling, new Set(), theirs)).toMatchObject({ name: 'Mitt', colour: 'BLUE', tags: ['c'] })
    expect(withTheirs(settling, new Set(['name']), theirs)).toMatchObject({ name: 'Deras', tags: ['c'] })
  })
})

it.each([
  ['12', false, 12],
  ['1 250 000', true, 1_250_000],
  ['0,5', false, 0.5],
  ['0.5', false, 0.5],
  ['−3', true, -3],
  ['0,5', true, null],
  ['tolv', false, null],
  ['', false, null],
])('a number is read as people write it: %s', (text, isWhole, value) => {
  expect(numberIn(text, isWhole)).toBe(value)
})

it('forms are made of what the schema says today', () => {
  const files = readdirSync('schema').filter((name) => name !== 'schema.graphql')
  const text = files.map((name) => readFileSync(`schema/${name}`, 'utf8')).join('\n')
  expect(formTypes).toEqual(read(schema(text)))
})

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  const roots = writtenKinds.flatMap((kind) =>
    (['CREATE', 'UPDATE', 'END'] as const).map((operation) => inputOf(operation, kind)),
  )
  const names: Readonly<Record<string, string>> = { ...fieldNames[language], ...formFields[language].names }
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = fieldValues[language]

  it('each field of each form has a name', () => {
    const reached = new Set<string>()
    const nameless = new Set<string>()
    const look = (input: string): void => {
      if (reached.has(input)) return
      reached.add(input)
      for (const { name, type } of formTypes.inputs[input] ?? []) {
        if (!names[name]) nameless.add(name)
        look(type)
      }
    }
    for (const root of roots) look(root)
    expect([...nameless]).toEqual([])
  })

  it('each value that can be chosen has a word', () => {
    const wordless = Object.values(formTypes.inputs).flatMap((fields) =>
      fields.flatMap(({ name, type }) =>
        (formTypes.enums[type] ?? []).filter((value) => !values[name]?.[value]).map((value) => `${name} ${value}`),
      ),
    )
    // A person, of whom nothing is stored: nobody may choose it.
    expect([...new Set(wordless)]).toEqual(['legalForm SOLE_TRADER'])
  })
})

it('a number of more digits than any has is none', () => {
  expect(numberIn('9'.repeat(400), false)).toBeNull()
})

it.each([
  ['1,500', '.', true],
  ['1,500', ',', false],
  ['1.500.000', ',', true],
  ['0,125', '.', false],
  ['10 000', '.', false],
  ['12,5', '.', false],
])('a number that may mean two things, %s where %s parts decimals, is asked for anew: %s', (text, point, is) => {
  expect(isAmbiguous(text, point)).toBe(is)
})

it('forms have no English word on Swedish pages', () => {
  const sv = { ...formFields.sv, ...formFaults.sv }
  const en = { ...formFields.en, ...formFaults.en }
  for (const part of ['names', 'hints', 'faults', 'problems'] as const) {
    const english: Readonly<Record<string, string>> = en[part]
    const same = Object.entries(sv[part]).filter(([key, words]) => english[key] === words)
    expect(same).toEqual([])
  }
})

it.each([
  ['input.terms.maxShare: Too big: expected number to be <=1', 'OUT_OF_RANGE'],
  ["input.mailbox reads like a person's name, and of persons nothing is stored: give one", 'NAME_LIKE'],
  ['input.mailbox needs the page of the organisation that gives it: input.source.url', 'NEEDS_PAGE'],
  ['input.url is no address on the web, such as https://example.org/page', 'NO_ADDRESS'],
  ['input.from "x" is not a year, a month, a day or two years such as 2026/27', 'NO_DATE'],
  ['input.to ends before it begins', 'BACKWARDS'],
  ['input.meets.add[1].need names need:finance a second time', 'TWICE'],
  ['firm:5599000014 is there already: update it', 'THERE_ALREADY'],
  ["input.nameSv holds a number that can be a person's", 'PERSON_NUMBER'],
  ['input.nameSv has 301 characters, and may have 300', 'TOO_LONG'],
  ['input.sni has 401 items, and may have 400', 'TOO_MANY'],
  ['input.nameSv holds a control character', 'ODD_CHARACTER'],
  ['input.nameSv is needed, in at least one language', 'NAMELESS'],
  ['input.terms.minAmount is 9, above 3, the most', 'ABOVE_MOST'],
  ['input.terms.amountOf is needed with an amount: it says what the amount counts', 'AMOUNT_OF'],
  ['input.source is needed with an address: the page that stands there', 'NEEDS_PAGE'],
  ['input.terms.otherTermsSv has 2, otherTermsEn 1: they say the same in two languages', 'NOT_AS_MANY'],
  ['Variable "$input" got invalid value; Date must be a day such as 2022-06-30', 'NO_DATE'],
  ['Variable "$input" got invalid value; Int cannot represent non 32-bit signed integer value', 'OUT_OF_RANGE'],
  ['initiative:a ended on 2026-01-31: what has ended does not hold on 2026-11-30', 'ENDED'],
  ['input.on is no later than the day on which it begins', 'TOO_EARLY'],
  ['something that nobody foresaw', 'WRONG'],
])('what the server says is told in the reader’s own words: %s', (message, fault) => {
  expect(faultOf(message)).toBe(fault)
})

it.each([
  ['input.nameSv', 'nameSv'],
  ['input.terms.maxShare', 'terms.maxShare'],
  ['input.meets.add[0].need', 'meets'],
  ['input.jobs[2].year', 'jobs'],
  ['input', null],
  [null, null],
])('a refusal of %s is told at its field', (argument, field) => {
  expect(fieldOf({ code: 'BAD_USER_INPUT', argument })).toBe(field)
})
