import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode } from '../../src/graph/elements.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { describeOnSeededGraph } from './engines.js'

const siteless: GraphNode = {
  ...{ label: 'Establishment', id: 'establishment:siteless' },
  provenance: { source: 'source:norrgraph-assessment', locator: 'a test', recordedAt: '2024-01-01T00:00:00.000Z' },
  properties: { nameSv: 'Utan plats', totalJobs: 0, expectedYears: [2024], expectedJobs: [0] },
}

type Wrong = readonly [field: string, argument: string]

const lkab = 'establishment: "establishment:lkab"'
const welding = 'categories: ["category:welding"], minEmployees: 1, maxFirms: 1'
const bySector = 'supportCoverageBySector'
const gone = 'run:none'
const unknownNeeds = 'needs: ["need:finance", "need:none"]'
const boden = 'municipality: "municipality:2582"'

/** What a user can get wrong in the questions about relations, and the argument that the answer names. */
const wrong: Readonly<Record<string, readonly Wrong[]>> = {
  'a depth beyond the bound': [
    ['neighbourhood(of: ["county:25"], depth: -1) { truncated }', 'depth'],
    ['neighbourhood(of: ["county:25"], depth: 5) { truncated }', 'depth'],
    ['neighbourhood(of: ["county:25"], depth: 7) { truncated }', 'depth'],
    ['networkMetrics(of: ["county:25"], depth: 7) { truncated }', 'depth'],
    ['supplyChain(of: "establishment:lkab", direction: UPSTREAM, depth: 0) { truncated }', 'depth'],
    ['supplyChain(of: "establishment:lkab", direction: UPSTREAM, depth: 7) { truncated }', 'depth'],
    ['chainExposure(of: "establishment:lkab", depth: 0) { firms }', 'depth'],
    ['chainExposure(of: "establishment:lkab", depth: 7) { firms }', 'depth'],
    ['paths(from: "county:25", to: "county:24", maxLength: 0) { length }', 'maxLength'],
    ['paths(from: "county:25", to: "county:24", maxLength: 7) { length }', 'maxLength'],
  ],
  'a limit of none, and one beyond the bound': [
    ['neighbourhood(of: ["county:25"], depth: 1, limit: 0) { truncated }', 'limit'],
    ['neighbourhood(of: ["county:25"], depth: 1, limit: 1000000) { truncated }', 'limit'],
    ['networkMetrics(of: ["county:25"], depth: 1, limit: 0) { truncated }', 'limit'],
    ['networkMetrics(of: ["county:25"], depth: 1, limit: 501) { truncated }', 'limit'],
    ['supplyChain(of: "establishment:lkab", direction: UPSTREAM, depth: 1, limit: 0) { truncated }', 'limit'],
    ['supplyChain(of: "establishment:lkab", direction: UPSTREAM, depth: 1, limit: 2001) { truncated }', 'limit'],
    ['paths(from: "county:25", to: "county:24", limit: 0) { length }', 'limit'],
    ['paths(from: "county:25", to: "county:24", limit: 1000000) { length }', 'limit'],
    [`supportFor(profile: { ${boden} }, first: 0) { totalCount }`, 'first'],
    [`supportFor(profile: { ${boden} }, first: 1000000) { totalCount }`, 'first'],
    ['supportGaps(first: 0) { totalCount }', 'first'],
    ['supportGaps(first: 1000000) { totalCount }', 'first'],
    ['sharedGaps(first: 0) { totalCount }', 'first'],
    ['sharedGaps(first: 1000000) { totalCount }', 'first'],
    ['sharedGaps(minPlaces: 1) { totalCount }', 'minPlaces'],
    ['sharedGaps(minPlaces: -3) { totalCount }', 'minPlaces'],
    [`supplierMatches(${lkab}, first: 0) { totalCount }`, 'first'],
    [`supplierMatches(${lkab}, first: 1000000) { totalCount }`, 'first'],
    [`supplyGaps(${lkab}, fewerThan: 0) { nodes { firms } }`, 'fewerThan'],
    [`consortia(${lkab}, ${welding}, first: 0) { totalCount }`, 'first'],
    [`consortia(${lkab}, ${welding}, first: 1000000) { totalCount }`, 'first'],
    [`consortia(${lkab}, categories: [], minEmployees: 1, maxFirms: 1) { totalCount }`, 'categories'],
    [
      `consortia(${lkab}, categories: ["category:welding"], minEmployees: 0, maxFirms: 1) { totalCount }`,
      'minEmployees',
    ],
    [`consortia(${lkab}, categories: ["category:welding"], minEmployees: 1, maxFirms: 0) { totalCount }`, 'maxFirms'],
    [`consortia(${lkab}, categories: ["category:welding"], minEmployees: 1, maxFirms: 7) { totalCount }`, 'maxFirms'],
    ['chainExposure(of: "establishment:lkab") { carriers(first: 0) { totalCount } }', 'first'],
    ['chainExposure(of: "establishment:lkab") { soleSuppliers(first: 1000000) { totalCount } }', 'first'],
    ['relations(of: "county:25", kind: IN_COUNTY, direction: IN, first: 1000000) { totalCount }', 'first'],
  ],
  'a cursor that is none': [
    [`supportFor(profile: { ${boden} }, after: "x") { totalCount }`, 'after'],
    ['supportGaps(after: "x") { totalCount }', 'after'],
    ['sharedGaps(after: "x") { totalCount }', 'after'],
    [`supplierMatches(${lkab}, after: "x") { totalCount }`, 'after'],
  ],
  'a distance below nothing, or without end': [
    [`supplierMatches(${lkab}, withinKm: -1) { totalCount }`, 'withinKm'],
    [`supplierMatches(${lkab}, withinKm: 1e400) { totalCount }`, 'withinKm'],
    [`supplyGaps(${lkab}, withinKm: -1) { nodes { firms } }`, 'withinKm'],
    [`consortia(${lkab}, ${welding}, withinKm: -0.5) { totalCount }`, 'withinKm'],
  ],
  'a distance from a venture without a site': [
    ['supplierMatches(establishment: "establishment:siteless", withinKm: 10) { totalCount }', 'withinKm'],
    ['supplyGaps(establishment: "establishment:siteless", withinKm: 10) { nodes { firms } }', 'withinKm'],
    [`consortia(establishment: "establishment:siteless", ${welding}, withinKm: 10) { totalCount }`, 'withinKm'],
  ],
  'no start, and 201': [
    ['neighbourhood(of: [], depth: 1) { truncated }', 'of'],
    [`neighbourhood(of: [${'"county:25",'.repeat(201)}], depth: 1) { truncated }`, 'of'],
    [`networkMetrics(of: [${'"county:25",'.repeat(201)}], depth: 1) { truncated }`, 'of'],
  ],
  'a profile of both a firm and a description, and of neither': [
    [`supportFor(profile: { firm: "firm:lkab", ${boden} }) { totalCount }`, 'profile'],
    ['supportFor(profile: {}) { totalCount }', 'profile'],
    [`supportFor(profile: { ${boden}, employees: -1 }) { totalCount }`, 'profile.employees'],
    [`supportFor(profile: { ${boden}, turnover: -0.1 }) { totalCount }`, 'profile.turnover'],
  ],
  'what a firm adds of itself and wants': [
    [
      `supportFor(profile: { ${boden}, founded: ${new Date().getUTCFullYear() + 1} }) { totalCount }`,
      'profile.founded',
    ],
    [`supportFor(profile: { ${boden}, founded: 2025 }, asOf: "2024-12-31") { totalCount }`, 'profile.founded'],
    ['supportFor(profile: { firm: "firm:lkab", founded: 2025 }, asOf: "2024-12-31") { totalCount }', 'profile.founded'],
    [`supportFor(profile: { ${boden}, wants: [] }) { totalCount }`, 'profile.wants'],
    [`supportFor(profile: { ${boden}, needs: [] }) { totalCount }`, 'profile.needs'],
    [`supportFor(profile: { ${boden}, buyer: "firm:lkab" }) { totalCount }`, 'profile.buyer'],
    [`supportFor(profile: { ${boden}, buyer: "establishment:siteless" }) { totalCount }`, 'profile.buyer'],
    ['supportFor(profile: { wants: [LOAN], exports: true }) { totalCount }', 'profile'],
    ['supportFor(profile: { firm: "firm:lkab", sizeClass: SMALL, wants: [LOAN] }) { totalCount }', 'profile'],
  ],
  'an id of the wrong kind': [
    ['supportFor(profile: { firm: "establishment:lkab" }) { totalCount }', 'profile.firm'],
    ['supportFor(profile: { municipality: "county:25" }) { totalCount }', 'profile.municipality'],
    ['supportFor(profile: { sector: "need:finance" }) { totalCount }', 'profile.sector'],
    ['supportFor(profile: { sector: "sector:scb44-C25" }) { totalCount }', 'profile.sector'],
    [`supportFor(profile: { ${boden}, needs: ["area:training"] }) { totalCount }`, 'profile.needs'],
    ['supportActors(filter: { serves: "need:finance" }) { totalCount }', 'filter.serves'],
    ['supportActors(filter: { meetsNeeds: ["actor:almi-nord"] }) { totalCount }', 'filter.meetsNeeds'],
    ['supportCoverage(by: COUNTY, county: "need:finance") { allocation }', 'county'],
    ['supportCoverage(by: COUNTY, run: "county:25") { allocation }', 'run'],
    ['supportCoverage(by: COUNTY, needs: ["actor:almi-nord"]) { allocation }', 'needs'],
    [`${bySector}(place: "country:SE") { allocation }`, 'place'],
    [`${bySector}(sectors: ["need:finance"]) { allocation }`, 'sectors'],
    [`${bySector}(sectors: ["sector:scb44-P"]) { allocation }`, 'sectors'],
    [`${bySector}(needs: ["area:training"]) { allocation }`, 'needs'],
    [`${bySector}(run: "county:25") { allocation }`, 'run'],
    ['supportGaps(county: "municipality:2580") { totalCount }', 'county'],
    ['supportGaps(needs: ["area:training"]) { totalCount }', 'needs'],
    ['supportGaps(run: "county:25") { totalCount }', 'run'],
    ['sharedGaps(county: "municipality:2580") { totalCount }', 'county'],
    ['sharedGaps(needs: ["area:training"]) { totalCount }', 'needs'],
    ['sharedGaps(run: "county:25") { totalCount }', 'run'],
    ['supportWhatIf(by: COUNTY, county: "country:SE", change: {}) { changed { to } }', 'county'],
    ['supportWhatIf(by: COUNTY, needs: ["area:training"], change: {}) { changed { to } }', 'needs'],
    ['supportWhatIf(by: COUNTY, run: "county:25", change: {}) { changed { to } }', 'run'],
    ['firms(filter: { county: "municipality:2580" }) { totalCount }', 'filter.county'],
    ['firms(filter: { municipality: "county:25" }) { totalCount }', 'filter.municipality'],
    ['firms(filter: { sectors: ["need:finance"] }) { totalCount }', 'filter.sectors'],
    ['firms(filter: { needs: ["sector:sni2007-C"] }) { totalCount }', 'filter.needs'],
    ['supplierMatches(establishment: "firm:lkab") { totalCount }', 'establishment'],
    ['supplyGaps(establishment: "category:welding") { nodes { firms } }', 'establishment'],
    [`consortia(establishment: "firm:lkab", ${welding}) { totalCount }`, 'establishment'],
    [`consortia(${lkab}, categories: ["need:finance"], minEmployees: 1, maxFirms: 1) { totalCount }`, 'categories'],
    ['chainExposure(of: "category:welding") { firms }', 'of'],
    ['timeline(establishment: "county:25") { phases { kind } }', 'establishment'],
    ['supplyChain(of: "county:25", direction: UPSTREAM, depth: 1) { truncated }', 'of'],
    ['neighbourhood(of: ["county:25", "Norrbotten"], depth: 1) { truncated }', 'of'],
    ['networkMetrics(of: ["Norrbotten"], depth: 1) { truncated }', 'of'],
    ['paths(from: "lkab", to: "county:25") { length }', 'from'],
    ['paths(from: "county:25", to: "") { length }', 'to'],
    ['relations(of: "Norrbotten", kind: IN_COUNTY, direction: IN) { totalCount }', 'of'],
    ['relationCounts(of: "Norrbotten") { count }', 'of'],
    ['establishment(id: "establishment:lkab") { spillsOver(run: "county:25") { totalCount } }', 'run'],
    ['establishment(id: "establishment:lkab") { spillover(run: "county:25") { indirect } }', 'run'],
    ['compareRuns(a: "county:25", b: "run:report") { total { indirect } }', 'a'],
    ['compareRuns(a: "run:report", b: "county:25") { total { indirect } }', 'b'],
  ],
}

/** What is not there, among what is. */
const unknown: Readonly<Record<string, readonly (readonly [field: string, id: string])[]>> = {
  'a need among known ones': [
    [`supportFor(profile: { ${boden}, ${unknownNeeds} }) { totalCount }`, 'need:none'],
    ['supportActors(filter: { meetsNeeds: ["need:finance", "need:none"] }) { totalCount }', 'need:none'],
    [`supportCoverage(by: COUNTY, ${unknownNeeds}) { allocation }`, 'need:none'],
    [`${bySector}(${unknownNeeds}) { allocation }`, 'need:none'],
    [`supportGaps(${unknownNeeds}) { totalCount }`, 'need:none'],
    [`sharedGaps(${unknownNeeds}) { totalCount }`, 'need:none'],
    [`supportWhatIf(by: COUNTY, ${unknownNeeds}, change: {}) { changed { to } }`, 'need:none'],
    [`firms(filter: { ${unknownNeeds} }) { totalCount }`, 'need:none'],
  ],
  'a run': [
    [`supportCoverage(by: COUNTY, run: "${gone}") { allocation }`, gone],
    [`${bySector}(run: "${gone}") { allocation }`, gone],
    [`supportGaps(run: "${gone}") { totalCount }`, gone],
    [`sharedGaps(run: "${gone}") { totalCount }`, gone],
    [`supportWhatIf(by: COUNTY, run: "${gone}", change: {}) { changed { to } }`, gone],
    [`compareRuns(a: "run:report", b: "${gone}") { total { indirect } }`, gone],
    [`establishment(id: "establishment:lkab") { spillsOver(run: "${gone}") { totalCount } }`, gone],
    [`establishment(id: "establishment:lkab") { spillover(run: "${gone}") { indirect } }`, gone],
  ],
  'an end, a start, a place': [
    ['supportFor(profile: { firm: "firm:none" }) { totalCount }', 'firm:none'],
    ['supportFor(profile: { municipality: "municipality:9999" }) { totalCount }', 'municipality:9999'],
    ['supportFor(profile: { sector: "sector:sni2007-C99" }) { totalCount }', 'sector:sni2007-C99'],
    [`supportFor(profile: { ${boden}, buyer: "establishment:none" }) { totalCount }`, 'establishment:none'],
    ['supportActors(filter: { serves: "municipality:9999" }) { totalCount }', 'municipality:9999'],
    ['supportCoverage(by: COUNTY, county: "county:99") { allocation }', 'county:99'],
    [`${bySector}(place: "municipality:9999") { allocation }`, 'municipality:9999'],
    [`${bySector}(sectors: ["sector:none"]) { allocation }`, 'sector:none'],
    ['supportGaps(county: "county:99") { totalCount }', 'county:99'],
    ['sharedGaps(county: "county:99") { totalCount }', 'county:99'],
    ['firms(filter: { municipality: "municipality:9999" }) { totalCount }', 'municipality:9999'],
    ['firms(filter: { sectors: ["sector:sni2007-C", "sector:none"] }) { totalCount }', 'sector:none'],
    ['supplierMatches(establishment: "establishment:none") { totalCount }', 'establishment:none'],
    ['supplyGaps(establishment: "establishment:none") { nodes { firms } }', 'establishment:none'],
    [
      `consortia(${lkab}, categories: ["category:welding", "category:none"], minEmployees: 1, maxFirms: 1) { totalCount }`,
      'category:none',
    ],
    ['chainExposure(of: "firm:none") { firms }', 'firm:none'],
    ['timeline(establishment: "establishment:none") { phases { kind } }', 'establishment:none'],
    ['supplyChain(of: "firm:none", direction: UPSTREAM, depth: 1) { truncated }', 'firm:none'],
    ['neighbourhood(of: ["county:25", "county:99"], depth: 1) { truncated }', 'county:99'],
    ['networkMetrics(of: ["county:25", "county:99"], depth: 1) { truncated }', 'county:99'],
    ['paths(from: "actor:none", to: "county:25") { length }', 'actor:none'],
    ['paths(from: "county:25", to: "actor:none") { length }', 'actor:none'],
  ],
}

describeOnSeededGraph(
  'a wrong question',
  (given) => {
    const refusalOf = async (source: string, variables?: Record<string, unknown>) => {
      const { errors } = await given.api.ask(source, variables)
      expect(errors).toHaveLength(1)
      return { message: errors?.[0]?.message, ...errors?.[0]?.extensions }
    }

    describe.each(Object.entries(wrong))('%s', (_, rows) => {
      it.each(rows)('%s: BAD_USER_INPUT names %s', async (field, argument) => {
        expect(await refusalOf(`{ ${field} }`)).toMatchObject({ code: 'BAD_USER_INPUT', argument })
      })
    })

    describe.each(Object.entries(unknown))('%s that is not there', (_, rows) => {
      it.each(rows)('%s: NOT_FOUND names %s', async (field, id) => {
        expect(await refusalOf(`{ ${field} }`)).toEqual({ message: `There is no ${id}`, code: 'NOT_FOUND', id })
      })
    })

    it.each(['NaN', 'Infinity', 'far'])('a distance that is no number: %s', async (withinKm) => {
      for (const field of [
        `supplierMatches(${lkab}, withinKm: $withinKm) { totalCount }`,
        `supplyGaps(${lkab}, withinKm: $withinKm) { nodes { firms } }`,
        `consortia(${lkab}, ${welding}, withinKm: $withinKm) { totalCount }`,
      ]) {
        expect(await refusalOf(`query ($withinKm: Float) { ${field} }`, { withinKm })).toMatchObject({
          ...{ code: 'BAD_USER_INPUT', argument: 'withinKm' },
        })
      }
    })

    it.each([
      'supplierMatches(establishment: "establishment:siteless", withinKm: 10) { totalCount }',
      `supportFor(profile: { ${boden}, buyer: "establishment:siteless" }) { totalCount }`,
    ])('names the venture that has no site: %s', async (field) => {
      expect((await refusalOf(`{ ${field} }`)).message).toContain('establishment:siteless')
    })

    it('a run that was there and is gone', async () => {
      const stored = z
        .object({ storeSpillover: z.object({ run: z.object({ id: z.string() }) }) })
        .parse(
          await given.api.data(
            'mutation { storeSpillover(name: "A test", input: { establishments: ["establishment:lkab"] }) { run { id } } }',
          ),
        )
      const { id } = stored.storeSpillover.run
      const ask = () => given.api.ask('query ($run: ID) { supportGaps(run: $run) { totalCount } }', { run: id })
      expect((await ask()).errors).toBeUndefined()
      await given.api.data('mutation ($id: ID!) { deleteSpilloverRun(id: $id) { id } }', { id })
      expect((await ask()).errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'NOT_FOUND', id }])
    })
  },
  (graph) => graph.transaction((transaction) => writeElements(transaction, { nodes: [siteless], relationships: [] })),
)
