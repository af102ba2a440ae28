import neo4j from 'neo4j-driver'
import { describe, expect, it } from 'vitest'
import { refuseOldRelease } from '../../src/graph/neo4j.js'
import { openGraph } from '../../src/graph/open.js'
import { problemText } from '../../src/startup/problem.js'
import { sharedNeo4j } from '../neo4j/shared.js'

const server = sharedNeo4j()

/** What whoever starts the program reads. */
async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    return problemText(error)
  }
  throw new Error('nothing was refused')
}

describe.skipIf('missing' in server)('a Neo4j that holds something else', () => {
  it('is refused in one line, and keeps what it holds', async () => {
    if ('missing' in server) return
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password))
    const count = async () => {
      const { records } = await driver.executeQuery(
        'MATCH (node) RETURN count(node) AS count, collect(labels(node)) AS all',
      )
      return JSON.stringify(records)
    }
    try {
      await driver.executeQuery('MATCH (node) DETACH DELETE node')
      await driver.executeQuery("CREATE (:Person {id: 'another program’s'})")
      const before = await count()
      expect(await refusalOf(() => openGraph({ engine: 'neo4j', ...server }))).toBe(
        "The database holds nodes that are not Norrgraph's: give it an empty database of its own.",
      )
      expect(await count()).toBe(before)
    } finally {
      await driver.executeQuery('MATCH (node) DETACH DELETE node')
      await driver.close()
    }
  })
})

describe('a release of Neo4j', () => {
  const uri = 'neo4j://graph.example:7687'

  it.each(['Neo4j/4.4.38', 'Neo4j/5.22.0', 'Neo4j/5.9.0'])('%s is refused by name', async (agent) => {
    expect(await refusalOf(() => refuseOldRelease(uri, agent))).toBe(
      `Neo4j at ${uri} is release ${agent.slice(6)}: use 5.23 or newer.`,
    )
  })

  it.each(['Neo4j/5.23.0', 'Neo4j/5.26.12', 'Neo4j/5.27-aura', 'Neo4j/2026.09.0', 'Other/1.0', undefined])(
    '%s is not',
    (agent) => {
      expect(() => refuseOldRelease(uri, agent)).not.toThrow()
    },
  )
})
