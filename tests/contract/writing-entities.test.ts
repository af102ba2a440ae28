import { expect, it } from 'vitest'
import { z } from 'zod'
import { describeOnSeededGraph } from './engines.js'
import { refused, write } from './writing.js'

const page = { title: 'Own page', url: 'https://example.org/own', year: 2026 }

describeOnSeededGraph('support actors that are written', (given) => {
  const office = {
    ...{ nameSv: 'Provkontoret', kind: 'BUSINESS_OFFICE', locatedIn: ['municipality:2582'], source: page },
    ...{ url: 'https://example.org/', mailbox: 'info@example.org', serves: [{ id: 'municipality:2582' }] },
    ...{ helpsWith: [{ need: 'need:visibility', strength: 'CORE' }], provides: ['area:growth-and-finance'] },
  }
  const helping = (asOf: string) =>
    given.api.data(
      `query ($asOf: Date) { supportFor(profile: { municipality: "municipality:2582", sector: "sector:sni2007-C25",
        sizeClass: SMALL, needs: ["need:visibility"] }, asOf: $asOf, first: 200) { nodes { actor { id } } } }`,
      { asOf },
    )

  it('help at once, are changed, and help no longer once they are ended', async () => {
    const { entity } = await write(given.api, 'create', 'SupportActor', office)
    expect(entity).toMatchObject({ id: 'actor:provkontoret', revision: 1, to: null })
    expect(JSON.stringify(await helping('2026-11-24'))).toContain('actor:provkontoret')
    const { entity: changed, change } = await write(given.api, 'update', 'SupportActor', {
      ...{ id: entity.id, revision: 1, organisationNumber: '559900-0014', nameEn: 'Trial office' },
      otherNames: [{ name: 'Gamla kontoret', since: '2001', until: '2019-05' }],
    })
    expect(changed).toMatchObject({
      ...{ revision: 2, organisationNumber: '5599000014' },
      otherNames: [{ name: 'Gamla kontoret', since: '2001-01-01', until: '2019-05-31' }],
    })
    expect(change.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['nameEn', 'organisationNumber']))
    const { entity: ended } = await write(given.api, 'end', 'SupportActor', { id: entity.id, on: '2026-11-01' })
    expect(ended).toMatchObject({ revision: 3, to: '2026-10-31' })
    expect(JSON.stringify(await helping('2026-11-24'))).not.toContain('actor:provkontoret')
    expect(JSON.stringify(await helping('2026-10-31'))).toContain('actor:provkontoret')
  })

  it('have a mailbox of the page that is named, and lose it', async () => {
    const contactOf = () =>
      given.api.data('{ node(id: "actor:kontakten") { ... on SupportActor { url contact { mailbox telephone } } } }')
    await write(given.api, 'create', 'SupportActor', { ...office, nameSv: 'Kontakten' })
    expect(await contactOf()).toEqual({
      node: { url: 'https://example.org', contact: { mailbox: 'info@example.org', telephone: null } },
    })
    await write(given.api, 'update', 'SupportActor', { id: 'actor:kontakten', revision: 1, mailbox: null, url: null })
    expect(await contactOf()).toEqual({ node: { url: null, contact: { mailbox: null, telephone: null } } })
    expect(
      await refused(given.api, 'update', 'SupportActor', {
        ...{ id: 'actor:kontakten', revision: 2, mailbox: 'anna.andersson@example.org', source: page },
      }),
    ).toBe('BAD_USER_INPUT input.mailbox')
  })

  it.each<[string, Record<string, unknown>]>([
    ['NOT_FOUND establishment:nothing', { buysFor: ['establishment:nothing'] }],
    ['NOT_FOUND need:nothing', { helpsWith: [{ need: 'need:nothing', strength: 'CORE' }] }],
    ['BAD_USER_INPUT input.organisationNumber', { organisationNumber: '8112189876' }],
    ['BAD_USER_INPUT input.descriptionSv', { descriptionSv: 'Drivs av 811218-9876' }],
    ['BAD_USER_INPUT input.otherNames[0].name', { otherNames: [{ name: '811218-9876' }] }],
    ['BAD_USER_INPUT input.locator', { locator: '8112189876' }],
  ])('are refused as a whole: %s', async (code, more) => {
    expect(await refused(given.api, 'create', 'SupportActor', { ...office, nameSv: 'Nekad', ...more })).toBe(code)
    expect(await given.api.data('{ node(id: "actor:nekad") { id } }')).toEqual({ node: null })
  })
})

describeOnSeededGraph('firms that are written', (given) => {
  const svets = {
    ...{ organisationNumber: '5599000014', name: 'Prov Svets AB', municipality: 'municipality:2582' },
    ...{ sni: ['25.110'], employees: 12, asOf: '2026-06-30' },
  }
  const suppliers = async (asOf: string) =>
    JSON.stringify(
      await given.api.data(
        `query ($asOf: Date) { supplierMatches(establishment: "establishment:lkab", first: 200,
          asOf: $asOf) { nodes { firm { id } } } }`,
        { asOf },
      ),
    )

  it('are listed where they are, in what they do, by their size', async () => {
    const { entity, change } = await write(given.api, 'create', 'Firm', svets)
    expect(entity).toMatchObject({
      ...{ id: 'firm:5599000014', name: 'Prov Svets AB', sizeClass: 'SMALL', employees: 12, sni: ['25110'] },
      ...{ revision: 1, sectors: [{ id: 'sector:sni2007-C25' }], municipality: { id: 'municipality:2582' } },
    })
    expect(change.operation).toBe('CREATE')
    const listed = `{ firms(filter: { municipality: "municipality:2582", sectors: ["sector:sni2007-C25"], text: "prov svets" }) {
      nodes { id } } }`
    expect(await given.api.data(listed)).toEqual({ firms: { nodes: [{ id: 'firm:5599000014' }] } })
    expect(await refused(given.api, 'create', 'Firm', svets)).toBe('BAD_USER_INPUT input.organisationNumber')
    const { entity: grown } = await write(given.api, 'update', 'Firm', {
      ...{
        id: entity.id,
        revision: 1,
        employees: 120,
        municipality: 'municipality:2580',
        sni: null,
        asOf: '2026-11-01',
      },
    })
    expect(grown).toMatchObject({
      ...{ revision: 2, sizeClass: 'MEDIUM', sni: [], sectors: [], municipality: { id: 'municipality:2580' } },
    })
  })

  it('supply what they can until they are ended', async () => {
    const { entity } = await write(given.api, 'create', 'Firm', {
      ...{ name: 'Provsvets i Boden', legalForm: 'LIMITED_COMPANY', municipality: 'municipality:2582' },
      ...{ canSupply: ['category:welding'], needs: ['need:finance'] },
      suppliesTo: [{ buyer: 'establishment:lkab', category: 'category:welding', since: '2026-01-01' }],
    })
    expect(entity).toMatchObject({ id: 'firm:provsvets-i-boden', legalForm: 'LIMITED_COMPANY', sizeClass: 'UNKNOWN' })
    expect(await suppliers('2026-11-24')).toContain('firm:provsvets-i-boden')
    await write(given.api, 'update', 'Firm', {
      ...{ id: entity.id, revision: 1, asOf: '2026-10-01', needs: { end: ['need:finance'] } },
      suppliesTo: { end: [{ buyer: 'establishment:lkab', category: 'category:welding', since: '2026-01-01' }] },
    })
    const related = `{ node(id: "firm:provsvets-i-boden") { ... on Firm {
      suppliesTo { edges { since until node { id } } } needs { nodes { id } } } } }`
    expect(await given.api.data(related)).toEqual({
      node: {
        suppliesTo: { edges: [{ since: '2026-01-01', until: '2026-09-30', node: { id: 'establishment:lkab' } }] },
        needs: { nodes: [] },
      },
    })
    expect(await suppliers('2026-11-24')).toContain('firm:provsvets-i-boden')
    const { entity: ended } = await write(given.api, 'end', 'Firm', { id: entity.id, on: '2026-11-01' })
    expect(ended).toMatchObject({ to: '2026-10-31' })
    expect(await suppliers('2026-11-24')).not.toContain('firm:provsvets-i-boden')
  })

  it.each<[string, Record<string, unknown>]>([
    ['BAD_USER_INPUT input.organisationNumber', { organisationNumber: '8112189876' }],
    ['BAD_USER_INPUT input.legalForm', { organisationNumber: null }],
    ['BAD_USER_INPUT input.legalForm', { organisationNumber: null, legalForm: 'SOLE_TRADER' }],
    ['BAD_USER_INPUT input.sni[0]', { sni: ['99.999'] }],
    ['BAD_USER_INPUT input.name', { name: '811218-9876 Svets' }],
    ['NOT_FOUND municipality:9999', { municipality: 'municipality:9999' }],
    ['NOT_FOUND category:nothing', { suppliesTo: [{ buyer: 'establishment:lkab', category: 'category:nothing' }] }],
    ['BAD_USER_INPUT input.suppliesTo[0].buyer', { suppliesTo: [{ buyer: 'firm:5599000022' }] }],
  ])('are refused as a whole: %s', async (code, more) => {
    const input = { ...svets, organisationNumber: '5599000022', ...more }
    expect(await refused(given.api, 'create', 'Firm', input)).toBe(code)
    expect(await given.api.data('{ node(id: "firm:5599000022") { id } }')).toEqual({ node: null })
  })
})

describeOnSeededGraph('ventures and claims that are written', (given) => {
  const mill = {
    ...{ nameSv: 'Provverket', sector: 'sector:sni2007-C24', county: 'county:25' },
    municipalities: ['municipality:2582', 'municipality:2580'],
    ...{ jobs: [{ year: 2027, jobs: 20 }], procures: [{ category: 'category:welding', phase: 'CONSTRUCTION' }] },
    phases: [
      { kind: 'CONSTRUCTION', status: 'EXPECTED', from: '2027', to: '2028-06' },
      { kind: 'CONSTRUCTION', status: 'EXPECTED', from: '2029' },
    ],
  }

  it('have their phases, jobs and what they buy, and stand in the timeline', async () => {
    const { entity, change } = await write(given.api, 'create', 'Establishment', mill)
    expect(entity).toMatchObject({
      ...{ id: 'establishment:provverket', totalJobs: 20, revision: 1 },
      phases: [
        { id: 'phase:provverket-byggande', name: 'Provverket: byggande', from: '2027-01-01', to: '2028-06-01' },
        { id: 'phase:provverket-byggande-2', from: '2029-01-01', to: null },
      ],
    })
    expect(change.operation).toBe('CREATE')
    const timeline = await given.api.data(
      `{ timeline(establishment: "establishment:provverket") { phases { phase { id } } }
         node(id: "establishment:provverket") { ... on Establishment { municipality { id } county { id }
           procures { edges { phase node { id } } } } } }`,
    )
    expect(timeline).toMatchObject({
      timeline: {
        phases: [{ phase: { id: 'phase:provverket-byggande' } }, { phase: { id: 'phase:provverket-byggande-2' } }],
      },
      node: {
        ...{ municipality: { id: 'municipality:2582' }, county: { id: 'county:25' } },
        procures: { edges: [{ phase: 'CONSTRUCTION', node: { id: 'category:welding' } }] },
      },
    })
    const { entity: changed } = await write(given.api, 'update', 'Establishment', {
      ...{
        id: entity.id,
        revision: 1,
        jobs: [
          { year: 2028, jobs: 30 },
          { year: 2027, jobs: 5 },
        ],
      },
      phases: {
        add: [{ kind: 'OPERATION', status: 'EXPECTED', from: '2030' }],
        change: [{ id: 'phase:provverket-byggande', status: 'POSTPONED', to: null }],
        end: ['phase:provverket-byggande-2'],
      },
      asOf: '2029-02-01',
    })
    expect(changed).toMatchObject({
      ...{ totalJobs: 35, revision: 2 },
      phases: [
        { id: 'phase:provverket-byggande', status: 'POSTPONED', to: null },
        { id: 'phase:provverket-byggande-2', to: '2029-01-31' },
        { id: 'phase:drift', name: 'drift' },
      ],
    })
    const { entity: ended } = await write(given.api, 'end', 'Establishment', { id: entity.id, on: '2031-01-01' })
    expect(ended).toMatchObject({ to: '2030-12-31', revision: 3 })
  })

  it.each<[string, Record<string, unknown>]>([
    ['NOT_FOUND sector:sni2007-C99', { sector: 'sector:sni2007-C99' }],
    ['BAD_USER_INPUT input.jobs', { jobs: [] }],
    [
      'BAD_USER_INPUT input.phases[0].nameSv',
      { phases: [{ kind: 'OPERATION', status: 'EXPECTED', nameSv: '8112189876' }] },
    ],
    [
      'BAD_USER_INPUT input.phases[0].to',
      { phases: [{ kind: 'OPERATION', status: 'EXPECTED', from: '2028', to: '2027' }] },
    ],
  ])('are refused as a whole: %s', async (code, more) => {
    const count = () =>
      given.api.data('{ entities(kind: PHASE) { totalCount } establishments { totalCount } changes { totalCount } }')
    const before = await count()
    expect(await refused(given.api, 'create', 'Establishment', { ...mill, nameSv: 'Nekat', ...more })).toBe(code)
    expect(await count()).toEqual(before)
  })

  it('have no phases of other ventures', async () => {
    const { entity } = await write(given.api, 'create', 'Establishment', { ...mill, nameSv: 'Annat verk', phases: [] })
    const phases = { change: [{ id: 'phase:h2-green-steel-construction', status: 'ENDED' }] }
    expect(await refused(given.api, 'update', 'Establishment', { id: entity.id, revision: 1, phases })).toBe(
      'BAD_USER_INPUT input.phases',
    )
  })

  it('are what claims are about', async () => {
    const { entity } = await write(given.api, 'create', 'Claim', {
      ...{
        statementSv: 'Provverket ger trettio jobb',
        value: 30,
        unit: 'jobb',
        about: ['establishment:lkab'],
        source: page,
      },
    })
    expect(entity).toMatchObject({ statement: 'Provverket ger trettio jobb', value: 30, revision: 1, to: null })
    const listed =
      '{ claims(filter: { about: "establishment:lkab" }, first: 200) { nodes { id provenance { source { title } } } } }'
    expect(JSON.stringify(await given.api.data(listed))).toContain(
      `{"id":"${entity.id}","provenance":{"source":{"title":"Own page"}}}`,
    )
    const { entity: changed } = await write(given.api, 'update', 'Claim', {
      ...{ id: entity.id, revision: 1, value: 40, unit: null, contradicts: { add: ['claim:direct-jobs'] } },
    })
    expect(changed).toMatchObject({ value: 40, unit: null, revision: 2 })
    expect((await write(given.api, 'end', 'Claim', { id: entity.id, on: '2026-11-01' })).entity.to).toBe('2026-10-31')
    expect(await refused(given.api, 'create', 'Claim', { statementSv: 'A', about: ['need:nothing'] })).toBe(
      'NOT_FOUND need:nothing',
    )
    expect(
      await refused(given.api, 'create', 'Claim', { statementSv: 'Av 811218-9876', about: ['establishment:lkab'] }),
    ).toBe('BAD_USER_INPUT input.statementSv')
  })
})

describeOnSeededGraph('counts of firms, once one of them is ended or has what it needed', (given) => {
  const counted = async () =>
    z
      .object({
        coverage: z.object({
          cells: z.array(
            z.object({ place: z.object({ id: z.string() }), firms: z.number(), firmsWithNeed: z.number() }),
          ),
        }),
        stating: z.object({ totalCount: z.number() }),
        unserved: z.object({ totalCount: z.number() }),
      })
      .parse(
        await given.api.data(`{
          coverage: supportCoverage(by: MUNICIPALITY, needs: ["need:visibility"]) {
            cells { place { id } firms firmsWithNeed } }
          stating: firms(filter: { municipality: "municipality:2506", needs: ["need:visibility"] }) { totalCount }
          unserved: firms(filter: { municipality: "municipality:2506", unserved: true }) { totalCount }
        }`),
      )
  const numbers = async () => {
    const { coverage, stating, unserved } = await counted()
    const cell = coverage.cells.find(({ place }) => place.id === 'municipality:2506')
    return [cell?.firms, cell?.firmsWithNeed, stating.totalCount, unserved.totalCount]
  }

  it('leave it out', async () => {
    expect(await numbers()).toEqual([0, 0, 0, 0])
    const { entity } = await write(given.api, 'create', 'Firm', {
      ...{ name: 'Svets i Arjeplog', legalForm: 'LIMITED_COMPANY', municipality: 'municipality:2506' },
      ...{ employees: 8, sni: ['25.110'], needs: ['need:visibility'] },
    })
    const [firms, withNeed, stating] = await numbers()
    expect([firms, withNeed, stating]).toEqual([1, 1, 1])
    await write(given.api, 'update', 'Firm', { id: entity.id, revision: 1, needs: { end: ['need:visibility'] } })
    expect(await numbers()).toEqual([1, 0, 0, 0])
    await write(given.api, 'end', 'Firm', { id: entity.id, on: '2026-11-01' })
    expect(await numbers()).toEqual([0, 0, 0, 0])
  })
})
