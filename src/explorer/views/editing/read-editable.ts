import { graphql } from '../../generated/gql.js'
import type { ExplorerEditableQuery } from '../../generated/graphql.js'
import type { FieldShape } from './shape.js'
import { type TypedFields, typedFields } from './values.js'

export const editableDocument = graphql(`
  query ExplorerEditable($id: ID!, $lang: Lang!) {
    editable(id: $id) {
      id
      revision
      rights
      values {
        name
        value
      }
      named {
        id
        name(lang: $lang)
      }
    }
    node(id: $id) {
      __typename
      id
      ... on Entity {
        name(lang: $lang)
      }
      ... on Municipality {
        county {
          id
          name(lang: $lang)
        }
      }
    }
  }
`)

type Editable = NonNullable<ExplorerEditableQuery['editable']>

/** What is shown of something now, as a form holds it. */
export function shownIn(
  fields: readonly FieldShape[],
  { values }: Pick<Editable, 'values'>,
  point: string,
): TypedFields {
  const given: Readonly<Record<string, unknown>> = Object.fromEntries(
    values.map(({ name, value }) => [name, JSON.parse(value)]),
  )
  return typedFields(fields, given, point)
}

/** What entities are called, by id. */
export const namesIn = ({ named }: Pick<Editable, 'named'>): Readonly<Record<string, string>> =>
  Object.fromEntries(named.map(({ id, name }) => [id, name]))
