import { expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from './api.js'
import { describeOnSeededGraph } from './engines.js'

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
    ['firms(filter: { needs: [] }) { totalCount }', 'filter.needs'],
    ['firms(filter: { sectors: [] }) { totalCount }', 'filter.sectors'],
    ['firms(filter: { sizeClasses: [] }) { totalCount }', 'filter.sizeClasses'],
    ['supportActors(filter: { meetsNeeds: [] }) { totalCount }', 'filter.meetsNeeds'],
    ['supportActors(filter: { serves: "" }) { totalCount }', 'filter.serves'],
    ['supportCoverageBySector(place: "") { allocation }', 'place'],
    ['supportCoverage(by: COUNTY, needs: []) { allocation }', 'needs'],
    ['supportFor(profile: { municipality: "municipality:2582", needs: [] }) { totalCount }', 'profile.needs'],
    ['supportFor(profile: { municipality: "" }) { totalCount }', 'profile.municipality'],
    ['supportFor(profile: { municipality: "municipality:2582", sector: "" }) { totalCount }', 'profile.sector'],
    ['supportFor(profile: { municipality: "municipality:2582", buyer: "" }) { totalCount }', 'profile.buyer'],
    ['supportFor(profile: { municipality: "municipality:2582", founded: 0 }) { totalCount }', 'profile.founded'],
    ['supportFor(profile: { municipality: "municipality:2582", turnover: 1e400 }) { totalCount }', 'profile.turnover'],
    ['search(text: "norr", kinds: []) { totalCount }', 'kinds'],
    ['supportGaps(nearerThan: NONE) { totalCount }', 'nearerThan'],
    ['sharedGaps(needs: []) { totalCount }', 'needs'],
    [`nodes(ids: [${'"actor:none", '.repeat(201)}]) { id }`, 'ids'],
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
      'change.addActors[0]',
    ],
    ['spillover(input: { incomeTax: 1.5 }) { total { direct } }', 'input.incomeTax'],
    ['spillover(input: { retention: { share: -0.1 } }) { total { direct } }', 'input.retention.share'],
    ['spillover(input: { establishments: ["firm:lkab"] }) { total { direct } }', 'input.establishments'],
    ['spillover(input: {}) { uncertainty(draws: 1000000, seed: 1) { draws } }', 'draws'],
    ['spillover(input: {}) { uncertainty(draws: 0, seed: 1) { draws } }', 'draws'],
    ['spillover(input: {}) { uncertainty(draws: 9, seed: 1, correlation: 1.1) { draws } }', 'correlation'],
    ['spillover(input: { table: "run:report" }) { total { direct } }', 'input.table'],
  ])('%s: BAD_USER_INPUT names %s', async (field, argument) => {
    expect(await answerOf(`{ ${field} }`)).toEqual({ code: 'BAD_USER_INPUT', argument })
  })

  it.each([
    ['establishments(filter: { county: "county:99" }) { totalCount }', 'county:99'],
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
  ])('%s: NOT_FOUND names %s', async (field, id) => {
    expect(await answerOf(`{ ${field} }`)).toEqual({ code: 'NOT_FOUND', id })
  })

  it('names the variable that has a wrong value', async () => {
    expect(await answerOf(operation('support-actors'), { first: 'many' })).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'first',
    })
    expect(await answerOf(operation('support-for'), { profile: { sizeClass: 'TINY' } })).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'profile.sizeClass',
    })
  })

  it.each([
    [{ profile: { needs: ['need:finance'], wants: ['LOAN', 'GIFT'] } }, 'profile.wants[1]'],
    [{ profile: { needs: ['need:finance'], founded: 'last year' } }, 'profile.founded'],
    [{ profile: { needs: ['need:finance'], exports: 'perhaps' } }, 'profile.exports'],
    [{ profile: { needs: ['need:finance'] }, evidence: 'COMPETENT' }, 'evidence'],
  ])('names what is wrong in what a firm wants: %j', async (variables, argument) => {
    const source = `query ($profile: SmeProfile!, $evidence: SupportEvidence) {
      supportFor(profile: $profile, evidence: $evidence) { totalCount } }`
    expect(await answerOf(source, variables)).toEqual({ code: 'BAD_USER_INPUT', argument })
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

  it('answers several ids in their order, with null for an unknown one', async () => {
    const source = '{ nodes(ids: ["county:25", "actor:none", "actor:iuc-norr", "county:25"]) { id } }'
    const [county, actor] = [{ id: 'county:25' }, { id: 'actor:iuc-norr' }]
    expect(await given.api.data(source)).toEqual({ nodes: [county, null, actor, county] })
    expect(await given.api.data('{ nodes(ids: []) { id } }')).toEqual({ nodes: [] })
  })

  it('lets the other fields of a request answer where one is refused', async () => {
    const { data, errors } = await given.api.ask(`{
      sound: node(id: "actor:iuc-norr") { id }
      wrong: node(id: "actor:iuc-norr") { ... on SupportActor { serves(first: 0) { totalCount } } } }`)
    expect(data).toEqual({ sound: { id: 'actor:iuc-norr' }, wrong: null })
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'first' }])
  })
})
