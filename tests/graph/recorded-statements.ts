import type { Graph, GraphReader } from '../../src/graph/graph.js'

/** A statement that was sent, and what was asked when it was. */
export interface RecordedStatement {
  readonly name: string
  readonly cypher: string
}

/** A graph that keeps the text of each statement that is sent through it. */
export function recording(graph: Graph): { readonly graph: Graph; readonly statements: RecordedStatement[] } {
  const statements: RecordedStatement[] = []
  const kept =
    (send: GraphReader['read']): GraphReader['read'] =>
    (query, parameters) => {
      statements.push({ name: query.name, cypher: query.cypher })
      return send(query, parameters)
    }
  return {
    statements,
    graph: {
      ...graph,
      read: kept(graph.read),
      transaction: (work) =>
        graph.transaction((transaction) =>
          work({ ...transaction, read: kept(transaction.read), write: kept(transaction.write) }),
        ),
    },
  }
}
