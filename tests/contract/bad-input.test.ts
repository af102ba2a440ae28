import { expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

const description = { municipality: 'municipality:2582', sector: 'sector:sni2007-C25', sizeClass: 'SMALL' }
const profileOf = (profile: object) => ({ profile })

describeOnSeededGraph('bad input', (given) => {
  const answerOf = async (source: string, variables?: Record<string, unknown>) => {
    const { errors } = await given.api.ask(source, variables)
    expect(errors).toHaveLength(1)
    return errors?.[0]?.extensions
  }

  it.each([
    ['{', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ establishments(first: "many") { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ supportActors(asOf: "2022-02-30") { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s: %s', async (source, code) => {
    expect(await answerOf(source)).toEqual({ code })
  })

  it.each([
    ['establishments(first: 0) { nodes { id } }', 'first'],
    ['establishments(first: 100000) { totalCount }', 'first'],
    ['establishments(first: -1) { nodes { id } }', 'first'],
    ['establishments(after: "x") { nodes { id } }', 'after'],
    ['establishments(after: "WyJhIiwiYiJd") { nodes { id } }', 'after'],
    ['supportActors { nodes { serves(first: 201) { totalCount } } }', 'first'],
    ['establishments(filter: { county: "municipality:2580" }) { totalCount }', 'filter.county'],
    ['supportActors(filter: { serves: "need:finance" }) { totalCount }', 'filter.serves'],
    ['supportActors(filter: { meetsNeeds: ["actor:almi-nord"] }) { totalCount }', 'filter.meetsNeeds'],
    ['supportCoverage(by: COUNTY, county: "need:finance") { allocation }', 'county'],
    ['supportCoverage(by: COUNTY, run: "county:25") { allocation }', 'run'],
    ['firms(filter: { needs: [] }) { totalCount }', 'filter.needs'],
    ['firms(filter: { sectors: [] }) { totalCount }', 'filter.sectors'],
    ['firms(filter: { sizeClasses: [] }) { totalCount }', 'filter.sizeClasses'],
    ['supportActors(filter: { meetsNeeds: [] }) { totalCount }', 'filter.meetsNeeds'],
    ['supportCoverage(by: COUNTY, needs: []) { allocation }', 'needs'],
    ['supportFor(profile: { municipality: "municipality:2582", needs: [] }) { totalCount }', 'profile.needs'],
    ['search(text: "norr", kinds: []) { totalCount }', 'kinds'],
    ['supportCoverage(by: COUNTY, needs: ["actor:almi-nord"]) { allocation }', 'needs'],
    ['supportGaps(nearerThan: NONE) { totalCount }', 'nearerThan'],
    ['supportGaps(county: "municipality:2580") { totalCount }', 'county'],
    ['supportGaps(run: "county:25") { totalCount }', 'run'],
    ['supportGaps(first: 0) { totalCount }', 'first'],
    ['supportGaps(after: "x") { totalCount }', 'after'],
    ['sharedGaps(minPlaces: 1) { totalCount }', 'minPlaces'],
    ['sharedGaps(minPlaces: -3) { totalCount }', 'minPlaces'],
    ['sharedGaps(first: 1000000) { totalCount }', 'first'],
    ['sharedGaps(needs: []) { totalCount }', 'needs'],
    ['supportCoverageBySector(place: "country:SE") { allocation }', 'place'],
    ['supportCoverageBySector(sectors: ["need:finance"]) { allocation }', 'sectors'],
    ['supportCoverageBySector(sectors: ["sector:scb44-P"]) { allocation }', 'sectors'],
    ['supportCoverageBySector(sectors: []) { allocation }', 'sectors'],
    ['supportWhatIf(by: COUNTY, change: { removeActors: ["need:finance"] }) { changed { to } }', 'change.removeActors'],
    [
      'supportWhatIf(by: COUNTY, change: { addInitiatives: ["actor:almi-nord"] }) { changed { to } }',
      'change.addInitiatives',
    ],
    [
      'supportWhatIf(by: COUNTY, change: { addInitiatives: ["initiative:t25"], removeInitiatives: ["initiative:t25"] }) { changed { to } }',
      'change.removeInitiatives',
    ],
    [
      'supportWhatIf(by: COUNTY, change: { addActors: [{ name: " ", serves: [], provides: ["area:training"] }] }) { changed { to } }',
      'change.addActors[0].name',
    ],
    [
      'supportWhatIf(by: COUNTY, change: { addActors: [{ name: "N", serves: ["need:finance"], provides: ["area:training"] }] }) { changed { to } }',
      'change.addActors[0].serves',
    ],
    [
      'supportWhatIf(by: COUNTY, change: { addActors: [{ name: "N", serves: [], provides: ["need:finance"] }] }) { changed { to } }',
      'change.addActors[0].provides',
    ],
    [
      'supportWhatIf(by: COUNTY, change: { addActors: [{ name: "N", serves: [], provides: [] }] }) { changed { to } }',
      'change.addActors[0].provides',
    ],
    ['spillover(input: { incomeTax: 1.5 }) { total { direct } }', 'input.incomeTax'],
    ['spillover(input: { retention: { share: -0.1 } }) { total { direct } }', 'input.retention.share'],
    ['spillover(input: { establishments: ["firm:lkab"] }) { total { direct } }', 'input.establishments'],
    ['spillover(input: {}) { uncertainty(draws: 1000000, seed: 1) { draws } }', 'draws'],
    ['spillover(input: {}) { uncertainty(draws: 0, seed: 1) { draws } }', 'draws'],
    ['spillover(input: { table: "run:report" }) { total { direct } }', 'input.table'],
    ['neighbourhood(of: [], depth: 1) { truncated }', 'of'],
    [`neighbourhood(of: [${'"county:25",'.repeat(51)}], depth: 1) { truncated }`, 'of'],
    ['neighbourhood(of: ["county:25", "Norrbotten"], depth: 1) { truncated }', 'of'],
    ['neighbourhood(of: ["county:25"], depth: 0) { truncated }', 'depth'],
    ['neighbourhood(of: ["county:25"], depth: 5) { truncated }', 'depth'],
    ['neighbourhood(of: ["county:25"], depth: 1, limit: 0) { truncated }', 'limit'],
    ['neighbourhood(of: ["county:25"], depth: 1, limit: 1000000) { truncated }', 'limit'],
    ['networkMetrics(of: ["county:25"], depth: 1, limit: 501) { truncated }', 'limit'],
    ['supplyChain(of: "county:25", direction: UPSTREAM, depth: 1) { truncated }', 'of'],
    ['supplyChain(of: "establishment:lkab", direction: UPSTREAM, depth: 7) { truncated }', 'depth'],
    ['supplyChain(of: "establishment:lkab", direction: UPSTREAM, depth: 1, limit: 2001) { truncated }', 'limit'],
    ['paths(from: "lkab", to: "county:25") { length }', 'from'],
    ['paths(from: "county:25", to: "") { length }', 'to'],
    ['paths(from: "county:25", to: "county:24", maxLength: 7) { length }', 'maxLength'],
    ['paths(from: "county:25", to: "county:24", limit: 0) { length }', 'limit'],
  ])('%s: BAD_USER_INPUT names %s', async (field, argument) => {
    expect(await answerOf(`{ ${field} }`)).toEqual({ code: 'BAD_USER_INPUT', argument })
  })

  it.each([
    ['establishments(filter: { county: "county:99" }) { totalCount }', 'county:99'],
    ['supportActors(filter: { serves: "municipality:9999" }) { totalCount }', 'municipality:9999'],
    ['supportActors(filter: { meetsNeeds: ["need:finance", "need:none"] }) { totalCount }', 'need:none'],
    ['supportCoverage(by: COUNTY, needs: ["need:finance", "need:none"]) { allocation }', 'need:none'],
    ['supportCoverage(by: COUNTY, run: "run:none") { allocation }', 'run:none'],
    ['supportCoverage(by: COUNTY, county: "county:99") { allocation }', 'county:99'],
    ['supportGaps(run: "run:none") { totalCount }', 'run:none'],
    ['supportGaps(county: "county:99") { totalCount }', 'county:99'],
    ['sharedGaps(run: "run:none") { totalCount }', 'run:none'],
    ['sharedGaps(needs: ["need:none"]) { totalCount }', 'need:none'],
    ['supportCoverageBySector(place: "municipality:9999") { allocation }', 'municipality:9999'],
    ['supportCoverageBySector(sectors: ["sector:none"]) { allocation }', 'sector:none'],
    ['supportCoverageBySector(run: "run:none") { allocation }', 'run:none'],
    ['supportWhatIf(by: COUNTY, run: "run:none", change: {}) { changed { to } }', 'run:none'],
    ['supportWhatIf(by: COUNTY, change: { removeActors: ["actor:none"] }) { changed { to } }', 'actor:none'],
    [
      'supportWhatIf(by: COUNTY, change: { addInitiatives: ["initiative:none"] }) { changed { to } }',
      'initiative:none',
    ],
    [
      'supportWhatIf(by: COUNTY, change: { addActors: [{ name: "N", serves: ["municipality:9999"], provides: ["area:training"] }] }) { changed { to } }',
      'municipality:9999',
    ],
    [
      'supportWhatIf(by: COUNTY, change: { addActors: [{ name: "N", serves: [], provides: ["area:none"] }] }) { changed { to } }',
      'area:none',
    ],
    ['spillover(input: { establishments: ["establishment:none"] }) { total { direct } }', 'establishment:none'],
    ['spillover(input: { table: "table:none" }) { total { direct } }', 'table:none'],
    ['neighbourhood(of: ["county:25", "county:99"], depth: 1) { truncated }', 'county:99'],
    ['supplyChain(of: "firm:none", direction: UPSTREAM, depth: 1) { truncated }', 'firm:none'],
    ['paths(from: "actor:none", to: "county:25") { length }', 'actor:none'],
    ['paths(from: "county:25", to: "actor:none") { length }', 'actor:none'],
    ['establishment(id: "establishment:lkab") { spillsOver(run: "run:none") { totalCount } }', 'run:none'],
  ])('%s: NOT_FOUND names %s', async (field, id) => {
    expect(await answerOf(`{ ${field} }`)).toEqual({ code: 'NOT_FOUND', id })
  })

  it.each([
    ['both a firm and a description', { firm: 'firm:lkab', ...description }, { argument: 'profile' }],
    ['neither', {}, { argument: 'profile' }],
    ['a place that is none', { ...description, municipality: 'county:25' }, { argument: 'profile.municipality' }],
    ['a sector that is none', { ...description, sector: 'need:finance' }, { argument: 'profile.sector' }],
    ['an industry of a table', { ...description, sector: 'sector:scb44-C25' }, { argument: 'profile.sector' }],
    ['a negative number of employees', { ...description, employees: -1 }, { argument: 'profile.employees' }],
  ])('a profile with %s', async (_, profile, extensions) => {
    expect(await answerOf(operation('support-for'), profileOf(profile))).toEqual({
      code: 'BAD_USER_INPUT',
      ...extensions,
    })
  })

  it.each([
    [{ ...description, needs: ['need:finance', 'need:none'] }, 'need:none'],
    [{ ...description, municipality: 'municipality:9999' }, 'municipality:9999'],
    [{ ...description, sector: 'sector:sni2007-C99' }, 'sector:sni2007-C99'],
    [{ firm: 'firm:none' }, 'firm:none'],
  ])('a profile with something unknown: %o', async (profile, id) => {
    expect(await answerOf(operation('support-for'), profileOf(profile))).toEqual({ code: 'NOT_FOUND', id })
  })

  it('names the variable that has a wrong value', async () => {
    expect(await answerOf(operation('support-actors'), { first: 'many' })).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'first',
    })
    expect(await answerOf(operation('support-for'), profileOf({ ...description, sizeClass: 'TINY' }))).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'profile.sizeClass',
    })
  })

  it('refuses a cursor that was tampered with, and one of another list', async () => {
    const page = z.object({ establishments: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) })
    const source =
      'query ($after: String, $orderBy: EstablishmentOrder) { establishments(first: 2, after: $after, orderBy: $orderBy) { pageInfo { endCursor } } }'
    const { endCursor } = page.parse(await given.api.data(source)).establishments.pageInfo
    const tampered = `${endCursor.slice(0, -2)}${endCursor.endsWith('A') ? 'B' : 'A'}${endCursor.slice(-1)}`
    expect(await answerOf(source, { after: tampered })).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' })
    expect(await answerOf(source, { after: endCursor, orderBy: 'JOBS_DESC' })).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'after',
    })
  })

  it('answers null for an unknown id, or one of another kind', async () => {
    const source =
      '{ node(id: "actor:none") { id } establishment(id: "actor:iuc-norr") { id } spilloverRun(id: "") { id } }'
    expect(await given.api.data(source)).toEqual({ node: null, establishment: null, spilloverRun: null })
  })

  it('lets the other fields of a request answer where one is refused', async () => {
    const { data, errors } = await given.api.ask(`{
      sound: node(id: "actor:iuc-norr") { id }
      wrong: node(id: "actor:iuc-norr") { ... on SupportActor { serves(first: 0) { totalCount } } } }`)
    expect(data).toEqual({ sound: { id: 'actor:iuc-norr' }, wrong: null })
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'first' }])
  })
})
