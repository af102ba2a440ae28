import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { neo4jUnavailable } from '../neo4j/jars.js'
import { startNeo4j } from '../neo4j/server.js'
import { describeInBrowser, launch, open } from './explorer.js'
import { type Served, serve } from './serve.js'

const unavailable = await neo4jUnavailable()
const leftOut = unavailable !== null && process.env.CI !== 'true'

describeInBrowser('on Neo4j', () => {
  let neo4j: Awaited<ReturnType<typeof startNeo4j>> | undefined
  let served: Served | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    if (leftOut) return
    neo4j = await startNeo4j()
    served = await serve({
      NEO4J_URI: neo4j.uri,
      NEO4J_USERNAME: neo4j.username,
      NEO4J_PASSWORD: neo4j.password,
    })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    await neo4j?.stop()
  })

  it.skipIf(leftOut)('a business developer finds who helps a firm, and where that is stated', async () => {
    if (!browser || !served) throw new Error('nothing was started')
    const { page, complaints } = await open(browser, `${served.address}/support?lang=sv`)
    await page.getByLabel('Kommun', { exact: true }).selectOption({ label: 'Boden' })
    await page.getByLabel('Finansiering', { exact: true }).check()
    await page.getByRole('link', { name: 'Norrlandsfonden', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Norrlandsfonden' }).waitFor()
    await page.getByText('Källa:').first().waitFor()
    expect(complaints).toEqual([])
  })
})
