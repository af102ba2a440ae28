import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Neo4jGraphQL } from '@neo4j/graphql'
import { execute, parse, validate } from 'graphql'
import neo4j from 'neo4j-driver'

/**
 * The peer as bare as it can be: its schema over a graph, behind an HTTP server that parses and checks each text once.
 * Started with how to reach Neo4j as JSON, it sends its port to the process that started it.
 */
const { uri, username, password } = JSON.parse(process.argv[2] ?? '')
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password))
const typeDefs = readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8')
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema()
const documents = new Map()

function documentOf(query) {
  const known = documents.get(query)
  if (known !== undefined) return known
  const document = parse(query)
  const [problem] = validate(schema, document)
  if (problem !== undefined) throw problem
  documents.set(query, document)
  return document
}

const server = createServer(async (request, response) => {
  try {
    const { query, variables } = JSON.parse(await text(request))
    const document = documentOf(query)
    const answer = await execute({ schema, document, variableValues: variables, contextValue: {} })
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  } catch (error) {
    response.statusCode = 500
    response.end(String(error))
  }
})

server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))

// Asked to end, or left alone by the process that started it.
process.once('SIGTERM', end)
process.once('disconnect', end)

function end() {
  server.close(async () => {
    await driver.close()
    process.exit()
  })
  server.closeAllConnections()
}
