import type { Resolvers } from '../../generated/resolvers.js'
import { idsInGraph } from '../../graph/entity-ids.js'
import { confirmable, editable, namedIn } from './editable.js'

export const editingResolvers: Resolvers = {
  Query: {
    editable: (_, { id }, { graph, viewer, composer }) => editable(graph, viewer, id, composer.today),
  },
  Editable: {
    values: ({ values }) => Object.entries(values).map(([name, value]) => ({ name, value: JSON.stringify(value) })),
    named: async (form, _, { graph, composer }, info) =>
      composer.entities(info, [...(await idsInGraph(graph, namedIn(form)))].toSorted()),
    toConfirm: async (form, _, { graph, viewer, composer }, info) =>
      viewer === null ? [] : composer.entities(info, await confirmable(graph, viewer, form, composer.today)),
  },
}
