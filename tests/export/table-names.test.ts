import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, getNamedType, isObjectType, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { headed } from '../../src/export/tables/open-table.js'
import { precisions } from '../../src/export/tables/precision.js'
import { tablesOf } from '../../src/export/tables/tables.js'
import { swedish } from '../../src/export/tables/words.js'

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'))
const tables = [...tablesOf(schema).values()].map(({ table }) => table())

/** Fields of a type that answer connections, as the schema says them. */
const connections = (type: string): string[] => {
  const object = schema.getType(type)
  if (!isObjectType(object)) throw new Error(`${type} is no object`)
  return Object.values(object.getFields())
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
    .map(({ name }) => name)
}

it('every connection at the root has a table', () => {
  const answered = new Set(tables.map(({ path }) => path.join('.')))
  // Who may do what, and what is under way, is no file.
  const others = ['accounts', 'importJobs', 'calculationJobs']
  expect(connections('Query').filter((field) => !answered.has(field) && !others.includes(field))).toEqual([])
  expect(connections('Query')).toContain('firms')
})

it('every connection of an entity has a table', () => {
  const missing = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Entity')
      ? connections(type.name).filter(
          (field) => !tables.some(({ of, path }) => of === type.name && path.join('.') === `node.${field}`),
        )
      : [],
  )
  expect(missing).toEqual([])
})

it('the spillover cube, coverage and what can be had of support have tables', () => {
  const fields = Object.fromEntries(tables.map(({ name, path }) => [name, path.join('.')]))
  expect(fields).toMatchObject({
    spillover: 'spillover.cube',
    coverage: 'supportCoverage.cells',
    gaps: 'supportGaps',
    'support-for': 'supportFor',
    'support-actors': 'supportActors',
    'supplier-matches': 'supplierMatches',
    initiatives: 'entities',
  })
})

it('names of tables are each given once', () => {
  expect(tables.length).toBe(new Set(tables.map(({ name }) => name)).size)
})

it('every table asks what the schema answers', () => {
  const wrong = tables.flatMap(({ name, operation }) =>
    validate(schema, parse(operation)).map(({ message }) => `${name}: ${message}`),
  )
  expect(wrong).toEqual([])
})

it('no parameter of a question is a word of the file', () => {
  const taken = new Set(['lang', 'rows', 'sep', 'for'])
  expect(tables.flatMap(({ parameters }) => parameters.filter(({ name }) => taken.has(name)))).toEqual([])
})

/** Columns of all tables. */
const columns = tables.flatMap((table) => [...table.columns, ...table.about])

it('there is a Swedish word for every field and parameter', () => {
  const silent = ['node', 'nodes', 'provenance', '__typename']
  const parameters = tables.flatMap((table) => table.parameters.flatMap(({ name }) => name.split('.')))
  const words = new Set([...columns.flatMap(({ path }) => path), ...parameters])
  expect([...words].filter((word) => !silent.includes(word) && !(word in swedish))).toEqual([])
})

it('it is said of every fraction how exact it is', () => {
  const fractions = columns.filter(({ kind }) => kind.is === 'number' && kind.significant === 12)
  const fields = new Set(fractions.map(({ path }) => path.at(-1) ?? ''))
  expect([...fields].filter((field) => !(field in precisions))).toEqual([])
})

it.each(['SV', 'EN'] as const)('no two columns of a table have one heading in %s', (lang) => {
  const twice = tables.flatMap((table) => {
    const headings = headed(table, table.columns, lang).map(({ heading }) => heading)
    return headings
      .filter((heading, index) => headings.indexOf(heading) !== index)
      .map((heading) => `${table.name}: ${heading}`)
  })
  expect(twice).toEqual([])
})
