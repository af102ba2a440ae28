import { may } from '../../accounts/capabilities.js'
import type { Viewer } from '../../accounts/viewer.js'
import type { Resolvers } from '../../generated/resolvers.js'
import type { FieldChange } from '../changes/difference.js'
import { allChanges, historyOf, type ShownChange } from './changes.js'

export const changeResolvers: Resolvers = {
  Query: {
    history: (_, { of, ...asked }, { graph }) => historyOf(graph, of, asked),
    changes: (_, args, { graph }) => allChanges(graph, args),
  },
  Change: {
    entity: async ({ entity, together }, _, { composer }, info) => {
      const now = entity === null ? null : await together.now(entity)
      return now === null ? null : composer.entity(info, now)
    },
    about: async ({ about, together }, _, { composer }, info) => {
      const now = about === null ? null : await together.now(about)
      return now === null ? null : composer.entity(info, now)
    },
    revision: async (change) => (await change.together.toldOf(change))?.revision ?? null,
    forActor: async ({ for: actor, together }, _, { composer }, info) => {
      const now = actor === null ? null : await together.now(actor)
      return now === null ? null : composer.entity(info, now)
    },
    author: ({ account }) => account,
    source: ({ source }, _, { composer }, info) => (source === null ? null : composer.entity(info, source)),
    reason: (change, _, { viewer }) => (maySeeReason(viewer, change) ? change.reason : null),
    fields: async (change) => (await change.together.toldOf(change))?.fields ?? [],
    isRedacted: ({ redacted }) => redacted === true,
    inverseOf: ({ inverseOf, together }) => (inverseOf === null ? null : together.inverse(inverseOf)),
    counts: ({ added, changed, gone }) =>
      added === null || changed === null || gone === null ? null : { added, changed, gone },
  },
  FieldChange: {
    before: ({ before }) => asJson(before),
    after: ({ after }) => asJson(after),
  },
}

/** Reasons are for who wrote them, who acts for the actor, and editors. */
const maySeeReason = (viewer: Viewer | null, { account, for: actor }: ShownChange): boolean =>
  viewer !== null &&
  (viewer.name === account || (actor !== null && viewer.actsFor.includes(actor)) || may(viewer, 'SEE_ACCOUNTS'))

const asJson = (value: FieldChange['before']): string | null => (value === null ? null : JSON.stringify(value))
