import type { Resolvers } from '../../generated/resolvers.js'
import { besideOthers } from '../../graph/graph.js'
import { namedSourceOf } from '../drafts/read-draft.js'
import { changeOf, changesOf } from '../history/changes.js'
import { confirm } from './confirm.js'
import { takeBackImport } from './take-back-import.js'
import { toConfirm } from './to-confirm.js'
import { undoChange } from './undo.js'
import { withdraw } from './withdraw.js'

export const correctionResolvers: Resolvers = {
  Query: {
    toConfirm: (_, { actor, asOf, first, after }, { graph, composer }) =>
      toConfirm(graph, { actor, asOf: asOf ?? composer.today }, { first, after }),
  },
  Mutation: {
    confirm: async (_, { input }, { graph, edition, viewer, composer }) => {
      const writer = { graph, edition, viewer }
      const { ids, asOf, source, reason } = input
      const asked = { ids, asOf, source: source ? namedSourceOf(source) : null, reason: reason || null }
      return { changes: await changesOf(graph, await confirm(writer, asked, composer.today)) }
    },
    async takeBackImport(_, { input: { change, reason } }, { graph, edition, viewer, signal, jobs, note }) {
      const writer = { graph: besideOthers(graph), edition, viewer }
      const taken = await jobs.alone(() => takeBackImport(writer, { change, reason: reason || null }, signal))
      note('import taken back', { change, takenBackBy: taken.change })
      return taken
    },
    undoChange: (_, { input: { change, revision, reason } }, { graph, edition, viewer }) =>
      undoChange({ graph, edition, viewer }, { change, revision: revision ?? null, reason: reason || null }),
    withdraw: async (_, { input: { id, revision, reason } }, { graph, edition, viewer }) => {
      return withdraw({ graph, edition, viewer }, { id, revision, reason: reason || null })
    },
  },
  ToConfirmConnection: {
    nodes: ({ nodes }, _, { composer }, info) =>
      composer.entities(
        info,
        nodes.map(({ id }) => id),
      ),
  },
  ToConfirmEdge: {
    node: ({ node }, _, { composer }, info) => composer.known(info, node.id),
  },
  TakeBackImportPayload: {
    change: ({ change }, _, { graph }) => changeOf(graph, change),
  },
  UndoChangePayload: {
    change: ({ change }, _, { graph }) => changeOf(graph, change),
    entity: ({ entity }, _, { composer }, info) => composer.entity(info, entity),
  },
  WithdrawPayload: {
    change: ({ change }, _, { graph }) => changeOf(graph, change),
    id: ({ entity }) => entity,
  },
}
