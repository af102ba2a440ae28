import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql'
import { type Selected, selectedField, subFields } from '../graph/compose/selection.js'

/** What a drawing's edge is without being asked what it says. */
const known = new Set(['id', 'source', 'target', 'kind'])

/** Whether a request asks for more of the edges below a field than how they join the nodes. */
export function asksForEdgeFacts(info: GraphQLResolveInfo): boolean {
  return below(info, selectedField(info)).some(
    (selected) => selected.field.name === 'edges' && below(info, selected).some(({ field }) => !known.has(field.name)),
  )
}

function below(info: GraphQLResolveInfo, { field, nodes }: Selected): Selected[] {
  const type = getNamedType(field.type)
  return isObjectType(type) ? subFields(info, type, nodes) : []
}
