import { type GraphQLResolveInfo, getNamedType, isObjectType } from 'graphql'
import { type Selected, selectedField, subFields } from '../graph/compose/selection.js'
import { allEdgeFacts, type EdgeFact } from './edge-facts.js'

/** What a request asks of the edges below a field beside how they join the nodes. */
export function askedEdgeFacts(info: GraphQLResolveInfo): EdgeFact[] {
  const edges = below(info, selectedField(info)).filter(({ field }) => field.name === 'edges')
  const asked = new Set(edges.flatMap((selected) => below(info, selected).map(({ field }) => field.name)))
  return allEdgeFacts.filter((fact) => asked.has(fact))
}

function below(info: GraphQLResolveInfo, { field, nodes }: Selected): Selected[] {
  const type = getNamedType(field.type)
  return isObjectType(type) ? subFields(info, type, nodes) : []
}
