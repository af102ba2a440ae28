import { z } from 'zod'
import { sizeStated } from '../firms/firm-statement.js'
import type { Resolvers } from '../generated/resolvers.js'
import { type ComposedRow, ownValue } from '../graph/compose/rows.js'
import type { Properties } from '../graph/elements.js'
import { propertyValue } from '../graph/stored-properties.js'
import { labelOfKind } from '../graph/vocabulary.js'
import { edgesOfRelationships } from './fields.js'
import { storedFirm, toldOf } from './statements/fold.js'
import type { StatedField, TieStatement } from './statements/statement.js'
import { isStated } from './statements/states.js'
import { statementOf, tieStatementsOf } from './statements/stored-statement.js'

const properties = z.record(z.string(), propertyValue.nullable())

/** What is read of a relationship or node, without what it does not have. */
function readProperties(value: unknown): Properties {
  const held = Object.entries(properties.parse(value)).flatMap(([name, each]) =>
    each === null ? [] : [[name, each] as const],
  )
  return Object.fromEntries(held)
}

/** What a source states, by name; what it says that there is none of, too. */
const fieldsOf = ({ values, emptied }: Pick<TieStatement, 'values' | 'emptied'>): StatedField[] =>
  [
    ...Object.entries(toldOf(values)).map(([name, value]) => ({ name, value })),
    ...emptied.map((name) => ({ name, value: null })),
  ].toSorted((left, right) => (left.name < right.name ? -1 : 1))

/** What stands on a statement's relationship; of one that stands on its entity alone, what that is not made of. */
function fieldsOfStatement(stored: Properties): StatedField[] {
  const label = labelOfKind(String(stored.entityKind))
  const { values, emptied } = statementOf(stored)
  if (!label) return fieldsOf({ values, emptied })
  return fieldsOf({
    values: Object.fromEntries(Object.entries(values).filter(([name]) => isStated(label, name))),
    emptied,
  })
}

const statedBy = (row: ComposedRow, _: unknown, __: unknown, info: Parameters<typeof ownValue>[1]) =>
  tieStatementsOf(readProperties(ownValue(row, info)))

export const statementResolvers: Resolvers = {
  StatementEdge: { fields: (row, _, __, info) => fieldsOfStatement(readProperties(ownValue(row, info))) },
  FirmStatementEdge: {
    fields: (row, _, __, info) => fieldsOfStatement(readProperties(ownValue(row, info))),
    sizeClass: (row, _, { edition }, info) =>
      sizeStated(storedFirm(statementOf(readProperties(ownValue(row, info)))), edition.sizeRule),
  },
  StatedField: { value: ({ value }) => (value === null ? null : JSON.stringify(value)) },
  RelationshipStatement: {
    source: ({ source }, _, { composer }, info) => composer.known(info, source),
    fields: (said) => fieldsOf(said),
  },
  ...Object.fromEntries(edgesOfRelationships.map((type) => [type, { statedBy }])),
}
