import { prepareTable } from '#built/spillover/model/effects.js'
import { reportAssumptions } from '../tests/edition.js'
import { largeTable } from '../tests/spillover/large-table.js'

/**
 * A process of its own, for its memory: makes a dense table of 3 000 industries ready, then times one shock each to
 * industries that were not asked for before. Prints milliseconds, and the most memory it had in bytes, as JSON.
 */
const table = largeTable(3_000, 1)
const begin = performance.now()
const prepared = prepareTable(table, reportAssumptions)
const ready = performance.now() - begin
const shocks = table.industries.slice(0, 10).map(({ code }) => {
  const start = performance.now()
  prepared.effects([{ industry: code, county: 'county:25', year: 2024, establishment: null, jobs: 100 }])
  return performance.now() - start
})
console.log(JSON.stringify({ ready, shocks, memory: process.resourceUsage().maxRSS * 1024 }))
