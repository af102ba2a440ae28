import type { Resolvers } from '../generated/resolvers.js'
import { search } from './search.js'

export const searchResolvers: Resolvers = {
  Query: { search: (_, question, context) => search(context, question) },
  SearchConnection: {
    nodes: ({ nodes }, _, { composer }, info) =>
      composer.entities(
        info,
        nodes.map(({ entity }) => entity),
      ),
  },
  SearchEdge: {
    score: ({ node }) => node.score,
    node: ({ node }, _, { composer }, info) => composer.known(info, node.entity),
  },
}
