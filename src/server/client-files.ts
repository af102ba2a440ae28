import etag from '@fastify/etag'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { cacheRules, possibleTypes } from './cache-rules.js'
import { printedSchema } from './schema-text.js'

/**
 * What clients are set up from: the schema at `/schema.graphql`, which types stand for an interface or union at
 * `/possible-types.json`, and how a cache keeps each type at `/type-policies.json`. They change with the program alone,
 * so a client that has them is told so.
 */
export async function addClientFiles(app: FastifyInstance, schema: GraphQLSchema): Promise<void> {
  const files = [
    ['/schema.graphql', 'application/graphql; charset=utf-8', printedSchema()],
    ['/possible-types.json', 'application/json; charset=utf-8', JSON.stringify(possibleTypes(schema))],
    ['/type-policies.json', 'application/json; charset=utf-8', JSON.stringify(cacheRules(schema))],
  ] as const
  await app.register(async (scope) => {
    await scope.register(etag)
    for (const [path, type, text] of files) {
      scope.get(path, (_, reply) => reply.header('cache-control', 'no-cache').type(type).send(text))
    }
  })
}
