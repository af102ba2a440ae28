import { isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { graphqlType, nodeLabels } from '../../src/graph/vocabulary.js'
import { catalog } from '../../src/server/catalog.js'
import { createSchema } from '../../src/server/schema.js'

const schema = createSchema()
/** Read from a row's order keys and from the node that the edge leads to. */
const ofEdges = ['cursor', 'node']

it('says how every field of every composed type is read, and of no other', () => {
  for (const [name, fields] of Object.entries(catalog)) {
    const type = schema.getType(name)
    if (!isObjectType(type)) throw new Error(`${name} is in the catalog and not in the schema`)
    const declared = Object.keys(type.getFields()).filter(
      (field) => !(name.endsWith('Edge') && ofEdges.includes(field)),
    )
    expect(Object.keys(fields).sort(), name).toEqual(declared.sort())
  }
})

it('has a type for every label, so that node(id:) can answer with whatever has the id', () => {
  expect(nodeLabels.filter((label) => !isObjectType(schema.getType(graphqlType(label))))).toEqual([])
})
